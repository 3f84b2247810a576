import json
from datetime import datetime
from xml.etree import ElementTree

import pytest

from generator.exporters.feed import feed_entries
from generator.text.plain import one_line
from tests.exporters.desk import HOSTILE, desk_build, exported

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://desk.example/a/"


def atom(text: str) -> ElementTree.Element:
    """The feed, if it has what RFC 4287 asks for."""
    feed = ElementTree.fromstring(text)  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}author") is not None
    for node in (feed, *feed.findall(f"{ATOM}entry")):
        assert len(node.findall(f"{ATOM}id")) == 1
        assert len(node.findall(f"{ATOM}title")) == 1
        assert datetime.fromisoformat(node.findtext(f"{ATOM}updated", "")).tzinfo
        assert node.findtext(f"{ATOM}id", "").startswith(HOME)
        assert any(link.get("rel") == "alternate" for link in node.findall(f"{ATOM}link"))
        assert all(link.get("href", "").startswith(HOME) for link in node.findall(f"{ATOM}link"))
    return feed


def test_both_feeds_are_valid_and_say_the_same() -> None:
    files = exported(desk_build(), "feed")
    feed = atom(files["feed.xml"])
    items = json.loads(files["feed.json"])["items"]
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert ids == [item["id"] for item in items]
    assert len(set(ids)) == len(ids)
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        item["title"] for item in items
    ]
    assert all({"id", "url", "content_text", "date_modified"} <= set(item) for item in items)


def test_hostile_text_comes_back_letter_for_letter() -> None:
    files = exported(desk_build(), "feed")
    briefing = atom(files["feed.xml"]).findall(f"{ATOM}entry")[-1]
    assert briefing.findtext(f"{ATOM}title") == one_line(HOSTILE)
    category = briefing.find(f"{ATOM}category")
    assert category is not None
    assert category.get("term") == one_line(HOSTILE)
    assert json.loads(files["feed.json"])["items"][-1]["title"] == one_line(HOSTILE)


def test_a_correction_is_an_entry_and_a_minor_one_and_a_draft_are_not() -> None:
    entries = feed_entries(desk_build("Clips"))
    assert [(entry.title, entry.updated) for entry in entries] == [
        ("Correction · Clips", "2026-03-05T00:00:00Z"),
        ("Clips", "2026-03-01T00:00:00Z"),
    ]
    assert entries[0].summary == "Was: Clips Is: Clips Clips"
    assert entries[1].summary == "Clips came first."
    assert entries[1].picture == f"{HOME}briefings/clips/card.png"
    assert entries[1].pdf == f"{HOME}briefings/clips/clips.pdf"


@pytest.mark.parametrize("site_url", ["", "javascript:alert(1)"])
def test_without_an_address_of_the_site_there_is_no_feed(site_url: str) -> None:
    assert exported(desk_build(site_url=f"'{site_url}'"), "feed") == {}


def test_crawlers_are_asked_to_leave_drafts_alone() -> None:
    robots = exported(desk_build(), "robots")["robots.txt"]
    assert robots == (
        "User-agent: *\nDisallow: /a/briefings/later/\n\nSitemap: https://desk.example/a/sitemap.xml\n"
    )
    assert "Sitemap" not in exported(desk_build(site_url="''"), "robots")["robots.txt"]


def test_language_models_get_published_briefings_and_no_markup_of_others() -> None:
    text = exported(desk_build(), "llms")["llms.txt"]
    assert "<script" not in text
    assert f"- [Trend]({HOME}briefings/clips/trend/)" in text
    assert f"]({HOME}briefings/clips/evidence.json)" in text
    assert "later" not in text
    assert "](briefings/clips/trend/)" in exported(desk_build(site_url="''"), "llms")["llms.txt"]
