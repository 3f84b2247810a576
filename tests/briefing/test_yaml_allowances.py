import pytest

from generator.briefing.comments import yaml_allowances
from generator.model.span import TextFile
from generator.text.strict_yaml import read_yaml

HEAD = """\
title: Clips
judgements:
  # standfirst: allow weasel-word because the regulator says so itself
  - id: kj-labels
    says: Label rules may bind first.
    # standfirst: allow number-not-in-source because 30 is 12 and 18
    because: Thirty, or 30, apps are named.
  - id: kj-more
    says: More will come.
"""


def read(text: str) -> list[tuple[str, str, str]]:
    """Code, reason and scope of each allowance in a file."""
    file = TextFile("briefing.yml", text)
    found = yaml_allowances(read_yaml(file), file)
    return [(it.code, it.reason, text[it.scope.start : it.scope.end]) for it in found]


def test_an_allowance_before_an_item_counts_for_all_of_it() -> None:
    code, reason, scope = read(HEAD)[0]

    assert (code, reason) == ("weasel-word", "the regulator says so itself")
    assert "may bind" in scope
    assert "apps are named" in scope
    assert "kj-more" not in scope


def test_an_allowance_before_a_field_counts_for_the_field() -> None:
    _, _, scope = read(HEAD)[1]

    assert scope.strip() == "because: Thirty, or 30, apps are named."


def test_an_allowance_of_the_list_counts_for_its_items_and_one_at_the_end_for_nothing() -> None:
    note = "# standfirst: allow x because y\n"
    first, last = read(f"{note}cite:\n- a\n- b\nterms: [c]\n{note}")

    assert first[2].strip() == "cite:\n- a\n- b"
    assert last[2] == ""


@pytest.mark.parametrize("reason", ["", " because", " for the editor knows"])
def test_an_allowance_without_because_has_no_reason(reason: str) -> None:
    assert read(f"# standfirst: allow x{reason}\ntitle: a\n")[0][:2] == ("x", "")


@pytest.mark.parametrize(
    "text",
    [
        "says: |\n  # standfirst: allow x because y\n  words\n",
        'says: "\n  # standfirst: allow x because y\n  words"\n',
        "title: a # standfirst: allow x because y\n",
    ],
)
def test_a_line_of_a_text_and_a_comment_behind_a_value_allow_nothing(text: str) -> None:
    assert read(text) == []
