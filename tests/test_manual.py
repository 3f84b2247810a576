import pytest

from generator.checks import checks
from generator.errors import UsageError
from generator.manual import codes, explain, reference


def test_the_page_of_a_code_has_its_fact_severity_advice_and_examples() -> None:
    page = explain("quote-not-found")
    assert page.startswith("quote-not-found (error)\n\nWords in quotation marks do not stand in")
    assert "Quote the source exactly" in page
    assert '    Shares of one company "rose 25 percent" that Monday' in page


def test_a_misspelt_code_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean `quote-not-found`"):
        explain("quotes-not-found")


def test_a_name_like_none_is_answered_with_the_way_to_all() -> None:
    with pytest.raises(UsageError, match="`nope`; `standfirst explain` lists them all"):
        explain("nope")


def test_the_list_has_a_line_for_every_code() -> None:
    lines = codes().splitlines()
    assert [line.split()[0] for line in lines] == list(checks())
    assert "weasel-word " in codes()
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize("code", checks())
def test_the_reference_has_every_code(code: str) -> None:
    assert f"## {code} {{#{code}}}\n" in reference()
    assert explain(code).startswith(f"{code} (")
