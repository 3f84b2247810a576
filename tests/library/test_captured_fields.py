import pytest

from generator.library.captured_fields import captured_fields
from generator.library.ids import new_source_id


def test_only_what_is_stated_is_there() -> None:
    assert captured_fields({"title": " A\n title ", "publisher": None, "tags": []}) == {
        "title": "A title"
    }


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Lin Example, Bo Example", ["Lin Example", "Bo Example"]),
        ("Example, Lin", ["Example, Lin"]),
        ("Lin Example; Bo Example", ["Lin Example", "Bo Example"]),
        (["[[Lin Example]]", "https://a.example/lin", ""], ["Lin Example"]),
        ([{"name": "Lin Example"}, {"role": "editor"}], ["Lin Example"]),
        ({"name": "Lin Example"}, ["Lin Example"]),
    ],
)
def test_authors_are_a_list_of_names(stated: object, authors: list[str]) -> None:
    assert captured_fields({"authors": stated})["authors"] == authors


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2026", "2026"),
        ("2026-02-09T08:00:00+01:00", "2026-02-09"),
        ("Monday, February 9, 2026 at 8:00 am", "2026-02-09"),
        ("9th Sept 2026", "2026-09-09"),
        ("2026-02-30", None),
        ("03/04/2026", None),
        ("9 Febtober 2026", None),
    ],
)
def test_dates_are_written_our_way_or_left_out(stated: str, date: str | None) -> None:
    assert captured_fields({"published": stated}).get("published") == date


def test_addresses_that_are_none_are_left_out() -> None:
    for url in ("javascript:alert(1)", "/posts/1", "https://a.example/\u202e x", "https://"):
        assert captured_fields({"url": url}) == {}


def test_a_language_is_a_tag() -> None:
    assert captured_fields({"language": "en_GB"}) == {"language": "en-GB"}
    assert captured_fields({"language": "<b>"}) == {}


def test_a_very_long_title_is_cut() -> None:
    title = captured_fields({"title": "x" * 10_000})["title"]
    assert isinstance(title, str)
    assert len(title) == 500


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"publisher": "The Harbour Times", "published": "2026-02-09"}, "harbour-2026-02-09"),
        ({"url": "https://www.gull.example/1", "title": "A ferry"}, "gull-ferry"),
        (
            {"publisher": "新华社", "url": "https://m.gull.example/", "published": "2026"},
            "gull-2026",
        ),
        ({"title": "Index"}, "index-2"),
        ({"url": "http://127.0.0.1/", "title": "停航"}, "source-0123abcd"),
        ({"title": "Taken"}, "taken-3"),
    ],
)
def test_ids_are_made_of_what_names_the_article(fields: dict[str, str], expected: str) -> None:
    assert new_source_id(dict(fields), "0123abcd" * 8, {"taken", "taken-2"}) == expected
