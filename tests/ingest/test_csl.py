import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import CaptureError
from generator.ingest import Article, Document
from generator.ingest.csl import IMPORT
from generator.library.captured_fields import captured_fields
from generator.text.dates.curated import is_written_date

ITEM: dict[str, object] = {
    "id": "http://zotero.org/users/1/items/AB12",
    "citation-key": "example2026",
    "type": "article-newspaper",
    "title": "Night boats <i>end</i> &amp; islands wait",
    "container-title": "Harbour Times",
    "author": [{"family": "Example", "given": "Lin"}, {"literal": "Harbour desk"}],
    "issued": {"date-parts": [["2026", 2, 9]]},
    "accessed": {"date-parts": [[2026, 2, 14]]},
    "URL": "https://harbour.example/night",
    "language": "en-GB",
    "keyword": "ferries, islands; night",
    "abstract": "<jats:p>The line ends its night boats.</jats:p><jats:p>Islanders wait.</jats:p>",
}


def taken(*items: Mapping[str, object], name: str = "library.json") -> tuple[Article, ...]:
    document = Document(name, json.dumps(items).encode())
    assert IMPORT.reads(document)
    return IMPORT.read(document)


def one(**changes: object) -> Article:
    (article,) = taken({**ITEM, **changes})
    return article


def fields(**changes: object) -> dict[str, object]:
    return dict(captured_fields(one(**changes).fields))


def test_the_fields_of_an_item_are_those_of_a_source() -> None:
    assert fields() == {
        "title": "Night boats end & islands wait",
        "type": "article-newspaper",
        "authors": ["Lin Example", "Harbour desk"],
        "publisher": "Harbour Times",
        "published": "2026-02-09",
        "accessed": "2026-02-14",
        "url": "https://harbour.example/night",
        "language": "en-GB",
        "text": "abstract",
        "tags": ["ferries", "islands", "night"],
    }


def test_the_abstract_is_the_body() -> None:
    assert one().body == "The line ends its night boats.\n\nIslanders wait."


def test_a_note_is_a_paragraph_and_its_variables_are_fields() -> None:
    article = one(URL="", note="Seen in print.\nDOI: 10.1234/ab.5\n\nWorth a call.")
    assert article.body.endswith("Islanders wait.\n\nSeen in print.\n\nWorth a call.")
    assert article.fields["url"] == "https://doi.org/10.1234/ab.5"


def test_an_item_without_abstract_has_an_empty_body() -> None:
    assert one(abstract="").body == ""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "Example", "given": "Lin"}, "Lin Example"),
        ({"family": "林", "given": "一"}, "林一"),
        ({"family": "さとう", "given": "はな"}, "さとうはな"),
        ({"literal": "港口日报"}, "港口日报"),
        (
            {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
            "Anna van den Berg",
        ),
        ({"family": "Alembert", "given": "Jean", "dropping-particle": "d'"}, "Jean d'Alembert"),
        ({"family": "Sample", "given": "Bo", "suffix": "Jr."}, "Bo Sample Jr."),
        ({"family": "Plato"}, "Plato"),
    ],
)
def test_names_stand_in_the_order_of_their_script(name: dict[str, str], written: str) -> None:
    assert fields(author=[name])["authors"] == [written]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ({"date-parts": [[2026]]}, "2026"),
        ({"date-parts": [[2026, 2]]}, "2026-02"),
        ({"date-parts": [[2026, 2, 9], [2026, 2, 12]]}, "2026-02-09"),
        ({"date-parts": [["2026", "02", "09"]]}, "2026-02-09"),
        ({"date-parts": [[2026, 2, 30]]}, "2026-02"),
        ({"date-parts": [[2026, 21]]}, "2026"),
        ({"date-parts": [[2026]], "season": "2"}, "2026"),
        ({"date-parts": [[2026]], "circa": True}, None),
        ({"literal": "9 February 2026"}, "2026-02-09"),
        ({"literal": "Spring 2026"}, "2026"),
        ({"literal": "2025 or 2026"}, None),
        ({"raw": "2026-02-09T08:00:00Z"}, "2026-02-09"),
        ({"raw": "2026-02/2026-03"}, "2026-02"),
        ("2026-02-09", "2026-02-09"),
        ("2026?", None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": [[-44, 3, 15]]}, None),
        ([], None),
    ],
)
def test_a_date_is_as_exact_as_what_is_given(date: object, written: str | None) -> None:
    assert one(issued=date).fields["published"] == written


@pytest.mark.parametrize(
    ("changes", "url"),
    [
        ({"URL": "", "DOI": "10.1234/ab.5"}, "https://doi.org/10.1234/ab.5"),
        ({"URL": "", "DOI": "https://doi.org/10.1234/ab.5"}, "https://doi.org/10.1234/ab.5"),
        ({"URL": "", "DOI": "none"}, None),
        ({"URL": "javascript:alert(1)"}, None),
    ],
)
def test_a_doi_stands_in_for_an_address(changes: dict[str, object], url: str | None) -> None:
    assert fields(**changes).get("url") == url


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({}, "example2026"),
        ({"citation-key": "", "id": "night-2026"}, "night-2026"),
        ({"citation-key": "", "id": 17}, None),
        ({"citation-key": "", "note": "Citation Key: noted2026"}, "example2026"),
    ],
)
def test_the_key_is_the_citation_key_or_the_id(changes: dict[str, object], key: str | None) -> None:
    without = {k: v for k, v in {**ITEM, **changes}.items() if v != "" or k != "citation-key"}
    (article,) = taken(without)
    expected = "noted2026" if "note" in changes else key
    assert article.key == expected


def test_each_item_is_an_article_with_bytes_of_its_own() -> None:
    first, second = taken(ITEM, {**ITEM, "title": "林"})
    assert first.content is not None
    assert second.content is not None
    assert json.loads(first.content) == ITEM
    assert "林" in second.content.decode()


def test_the_bytes_do_not_depend_on_the_order_of_the_export() -> None:
    (turned,) = taken(dict(reversed(ITEM.items())))
    assert turned.content == one().content


@pytest.mark.parametrize(
    "content",
    [b'{"name": "a-package", "type": "module"}', b"[1, 2]", b"[]", b"{", b"[" * 99_999, b"Title"],
)
def test_other_json_is_left_to_others(content: bytes) -> None:
    assert not IMPORT.reads(Document("a.json", content))


def test_a_document_that_only_says_it_is_csl_is_refused() -> None:
    document = Document("a", b"[]", "application/vnd.citationstyles.csl+json")
    assert IMPORT.reads(document)
    with pytest.raises(CaptureError, match="a: has no CSL items"):
        IMPORT.read(document)


def test_items_in_an_envelope_are_read() -> None:
    document = Document("a.json", json.dumps({"items": [ITEM]}).encode())
    assert IMPORT.reads(document)
    assert len(IMPORT.read(document)) == 1


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)
_NAMES = st.sampled_from([*ITEM, "DOI", "note", "custom", "editor", "archive_location"])


@given(st.dictionaries(_NAMES, _JSON))
def test_whatever_the_variables_hold_the_item_is_read(changes: dict[str, object]) -> None:
    article = one(**{**changes, "type": "report"})
    date = article.fields["published"]
    assert date is None or is_written_date(str(date))
    assert captured_fields(article.fields)["text"] == "abstract"
