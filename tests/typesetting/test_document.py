from dataclasses import replace

from generator.fonts import coverage, font_folders
from generator.model.briefing import Briefing
from generator.model.forecast import Forecast, Outcome, Probability, Resolution
from generator.model.page import PageKind
from generator.typesetting.document import document
from generator.typesetting.legible import Node
from generator.typesetting.manuscript import Chapter, Manuscript
from tests.typesetting.example import briefing, page, published

LIBRARY = published().build.library
FORECASTS = '<ul class="sf-fs"><li id="fc-lawsuit"><p>q</p></li></ul>'


def parts(briefing: Briefing, *chapters: Chapter) -> list[Node]:
    node = document(Manuscript(briefing, LIBRARY, chapters), coverage(font_folders()[:1]))
    found = node["parts"]
    assert isinstance(found, list)
    return [part for part in found if isinstance(part, dict)]


def chapter(html: str, kind: PageKind = PageKind.TREND, title: str = "") -> Chapter:
    return Chapter(page("clips", kind, title=title), html)


def test_parts_stand_in_reading_order() -> None:
    found = parts(briefing(), chapter("<p>a</p>"), chapter("<p>b</p>", PageKind.OUTLOOK))

    assert [part["title"] for part in found] == [
        "Key judgements",
        "Trend",
        "Outlook",
        "Forecasts",
        "Corrections",
        "Method",
        "Sources",
    ]


def test_an_assembled_overview_is_no_chapter() -> None:
    overview = Chapter(page("clips", PageKind.OVERVIEW, assembled=True), "<p>words</p>")

    assert "chapter" not in [part["kind"] for part in parts(briefing(), overview)]


def test_the_title_is_that_of_the_page_its_first_heading_or_its_kind() -> None:
    bare = replace(briefing(), judgements=())

    assert parts(bare, chapter("<p>a</p>"))[0]["title"] == "Trend"
    assert parts(bare, chapter("<p>a</p>", title="Own"))[0]["title"] == "Own"
    assert parts(bare, chapter("<h1>First</h1>", title="Own"))[0]["title"] == "First"


def test_a_forecast_that_a_chapter_shows_is_not_shown_again() -> None:
    found = parts(briefing(), chapter(FORECASTS), chapter(FORECASTS, PageKind.OUTLOOK))

    shown = [part for part in found if "Will a studio sue" in str(part)]
    assert [part["title"] for part in shown] == ["Trend"]
    assert [part["kind"] for part in found if "name an app" in str(part)] == ["forecasts"]


def test_a_note_says_what_the_geta_mark_is_where_one_is_printed() -> None:
    fonts = coverage(font_folders()[:1])
    plain = document(Manuscript(briefing(), LIBRARY, ()), fonts)
    missing = document(Manuscript(replace(briefing(), title="龘"), LIBRARY, ()), fonts)

    assert not plain["missing"]
    assert missing["missing"]


def test_a_chinese_briefing_speaks_chinese() -> None:
    chinese = replace(briefing(), language="zh-CN")

    assert parts(chinese)[0]["title"] == "关键判断"
    assert parts(replace(briefing(), language="de"))[0]["title"] == "Key judgements"


def test_a_long_title_steps_down() -> None:
    def size(title: str) -> object:
        manuscript = Manuscript(replace(briefing(), title=title), LIBRARY, ())
        return document(manuscript, coverage(font_folders()[:1]))["title_size"]

    assert size("Short") == 46
    assert size("A title of more than forty-eight letters, which is long") == 36
    assert size("Word " * 30) == 28
    assert size("W" * 24) == 36


def test_a_long_chinese_title_breaks_after_a_mark() -> None:
    def lines(title: str) -> object:
        manuscript = Manuscript(replace(briefing(), title=title), LIBRARY, ())
        return document(manuscript, coverage(font_folders()[:1]))["title_lines"]

    assert lines("港口的渡轮与仓库：从冬天到春天") == ["港口的渡轮与仓库：", "从冬天到春天"]
    assert lines("渡轮：冬天") == ["渡轮：冬天"]
    assert lines("港口的渡轮与仓库从冬天到春天又到夏天") == ["港口的渡轮与仓库从冬天到春天又到夏天"]


def test_what_has_crossed_stands_before_the_judgements() -> None:
    html = '<section class="sf-crossed"><h2 id="c">Crossed</h2><ul><li>Points</li></ul></section>'
    overview = Chapter(page("clips", PageKind.OVERVIEW, assembled=True), html)

    assert "Points" in str(parts(briefing(), overview)[0]["blocks"])
    assert parts(briefing())[0]["blocks"] == []
    (first, *_) = parts(replace(briefing(), judgements=()), overview)
    assert (first["title"], "Points" in str(first["blocks"])) == ("Overview", True)


def _open(number: int) -> Forecast:
    held = (Probability("2026-01-02", number / 10),)
    name = f"fc-{number}"
    return Forecast(name, f"Will {number} come?", "2026-01-01", "2026-12-31", probabilities=held)


def _plots(*forecasts: Forecast, language: str = "en") -> Node | None:
    own = replace(briefing(), forecasts=forecasts, language=language)
    return next((each for each in parts(own) if "glance" in str(each["title"])), None)


def test_open_forecasts_have_a_plot_whose_description_names_them() -> None:
    found = _plots(_open(3), _open(4))

    assert found is not None
    assert "1. Will 3 come? 30" in str(found["blocks"])
    assert "December" in str(found["blocks"])
    assert str(found["blocks"]).count("'b': 'chart'") == 1
    assert _plots(_open(3)) is None


def test_a_calibration_plot_needs_ten_resolved_forecasts() -> None:
    came = Resolution("2026-02-01", Outcome.YES)
    resolved = [replace(_open(1 + number % 8), resolution=came) for number in range(10)]
    found = _plots(*resolved)

    assert found is not None
    assert "What was said, and what came out" in str(found["blocks"])
    assert "Forecasts: 2; said 10 %, came out yes 100 %." in str(found["blocks"])
    assert _plots(*resolved[:9]) is None
