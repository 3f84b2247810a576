from dataclasses import replace

from generator.model.evidence import PassageRecord
from generator.model.source import Library, Snapshot
from generator.typesetting.html import parse_html
from generator.typesetting.inline import inline, plain
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Json
from generator.typesetting.passages import passage_notes
from generator.typesetting.setting import Setting
from tests.typesetting.example import DOCK, HARBOUR, briefing, mark

PASSAGE = PassageRecord(
    "harbour-1#120-144",
    "harbour-1",
    4,
    120,
    144,
    "rose 20 percent on Monday",
    "hares of Meridian Pictures ",
    ", the most in a year, on heavy",
    "",
)


def notes(*passages: PassageRecord, library: Library | None = None) -> dict[str, str]:
    """The words of the notes by source and place."""
    found = passage_notes(passages, briefing(), library or Library((HARBOUR, DOCK)), Labels())
    return {f"{source}#{start}": plain(note["c"]) for (source, start), note in found.items()}


def setting(*passages: PassageRecord) -> Setting:
    labels = Labels()
    found = passage_notes(passages, briefing(), Library((HARBOUR, DOCK)), labels)
    return Setting("briefings/clips/trend", labels, passages=found)


def run(html: str, given: Setting) -> list[Json]:
    return inline(parse_html(f"<p>{html}</p>").elements[0].children, given)


def quoted(number: int, source: str, place: int) -> str:
    return mark(number, source).replace(f"{source}/", f"{source}/#p-{place}")


def test_a_note_says_who_and_gives_the_words_in_their_place() -> None:
    assert notes(PASSAGE) == {
        "harbour-1#120": (
            "Harbour Times: “… of Meridian Pictures rose 20 percent on Monday, the most in a year,"
            " on …”"
        )
    }


def test_words_with_quotation_marks_get_none_around_them() -> None:
    assert "“" not in notes(replace(PASSAGE, exact='said "yes"', prefix="", suffix=""))


def test_the_words_around_stay_in_their_paragraph() -> None:
    words = notes(replace(PASSAGE, prefix="the end.\n\nShares ", suffix=".\n\nNext"))

    assert words["harbour-1#120"] == "Harbour Times: “Shares rose 20 percent on Monday.”"


def test_withheld_words_make_no_note() -> None:
    assert notes(replace(PASSAGE, exact="", withheld="rights: none")) == {}


def test_of_passages_that_begin_together_the_longest_is_shown() -> None:
    short = replace(PASSAGE, end=130, exact="rose")

    assert "20 percent" in notes(PASSAGE, short)["harbour-1#120"]


def test_a_document_with_pages_is_cited_by_page() -> None:
    paged = replace(HARBOUR, snapshot=Snapshot("0", "", "", "", "", pages=(0, 100), first_page=7))
    found = passage_notes((PASSAGE,), briefing(), Library((paged,)), Labels())

    assert "'at': 'p.\\xa08'" in str(found)


def test_words_of_another_language_are_marked_as_such() -> None:
    chinese = replace(PASSAGE, source="dock-2", exact="一夜爆红", prefix="", suffix="")
    found = passage_notes((chinese,), briefing(), Library((DOCK,)), Labels())

    assert "'lang': 'zh'" in str(found)


def test_a_mark_of_one_quoted_source_is_its_footnote() -> None:
    nodes = run(f"It “rose”{quoted(1, 'harbour-1', 120)}.", setting(PASSAGE))

    assert [node["k"] for node in nodes if isinstance(node, dict)] == ["note"]


def test_a_mark_of_several_sources_stays_and_the_footnote_follows() -> None:
    both = quoted(1, "harbour-1", 120).replace("</span>", "") + mark(2, "dock-2").replace(
        '<span class="sf-cite">', ""
    )
    nodes = run(f"It “rose”{both}.", setting(PASSAGE))

    assert [node["k"] for node in nodes if isinstance(node, dict)] == ["cite", "note"]


def test_a_passage_is_told_once_in_a_chapter() -> None:
    given = setting(PASSAGE)

    twice = [run(f"“rose”{quoted(1, 'harbour-1', 120)}", given) for _ in range(2)]

    assert ["note" in str(nodes) for nodes in twice] == [True, False]
