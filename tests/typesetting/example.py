"""A briefing on invented articles, as records and as the content HTML of its pages."""

from collections.abc import Mapping

from generator.charts.scene import Dot, Line, Rect, Scene, Words
from generator.exporters import Content, Published
from generator.model.briefing import (
    Briefing,
    Confidence,
    Correction,
    CorrectionKind,
    Judgement,
    Marking,
    Status,
)
from generator.model.build import Build
from generator.model.forecast import Forecast, Outcome, Probability, Resolution
from generator.model.page import Page, PageKind, PageText
from generator.model.source import Credibility, Library, Reliability, Source
from generator.model.span import TextFile
from generator.plugins import template_folder

FILE = TextFile("docs/briefings/clips/briefing.yml", "")
SCENE = Scene(
    height=120,
    marks=(
        Line(0, 90, 1, 90, "axis"),
        Line(0, 40, 0.5, 40, "d1", 3, dash=True),
        Rect(0.1, 60, 0.2, 30, "d2", edge="axis"),
        Dot(0.5, 40, 5, "d1", hollow=True),
        Words(1, 44, "Harbour Clips", "d1", dx=10, bold=True),
        Words(0, 110, "March", "muted", "middle"),
    ),
    title="Users of Harbour Clips",
    description="Rises from 115 to 172 million.",
    left=30,
    right=110,
)
HARBOUR = Source(
    "harbour-1",
    FILE,
    "",
    0,
    title="Video clips lift media shares",
    authors=("Lin Example",),
    publisher="Harbour Times",
    published="2026-02-09",
    accessed="2026-02-14",
    url="https://harbour.example/video-clips",
    origin="harbour-1",
    reliability=Reliability.B,
    credibility=Credibility.PROBABLY_TRUE,
    grade_reason="Agency copy with named sources",
)
DOCK = Source(
    "dock-2",
    FILE,
    "",
    0,
    title="港湾短片一夜爆红",
    language="zh-CN",
    origin="harbour-1",
    reliability=Reliability.D,
)
LABELS = Judgement(
    "kj-labels",
    "Label rules already in force will bind first.",
    "likely",
    Confidence.MODERATE,
    "One regulator action names the platforms.",
    assumptions=("The rules stay.",),
)
LAWSUIT = Forecast(
    "fc-lawsuit",
    "Will a studio sue by 31 December 2026?",
    "2026-03-02",
    "2026-12-31",
    criteria="A complaint is filed.",
    probabilities=(
        Probability("2026-03-02", 0.45, "Letters were sent"),
        Probability("2026-05-01", 0.3),
    ),
)
NAMED = Forecast(
    "fc-named",
    "Will the regulator name an app?",
    "2026-02-15",
    "2026-07-31",
    probabilities=(Probability("2026-02-15", 0.6),),
    resolution=Resolution("2026-06-02", Outcome.YES),
)
SHARES = Correction(
    "c1",
    "2026-03-05",
    CorrectionKind.CORRECTION,
    edition=1,
    wrong="Shares rose by a quarter.",
    right="Shares rose by a fifth.",
    why="The agency copy was misread.",
)


def page(slug: str, kind: PageKind, *, title: str = "", assembled: bool = False) -> Page:
    path = f"briefings/{slug}"
    path += "" if kind is PageKind.OVERVIEW else f"/{kind}"
    return Page(PageText(kind, path, FILE, title=title, assembled=assembled))


def pages(slug: str) -> tuple[Page, ...]:
    return (
        page(slug, PageKind.OVERVIEW, assembled=True),
        page(slug, PageKind.TREND),
        page(slug, PageKind.CONTEXT, title="What came before"),
        page(slug, PageKind.OUTLOOK),
        page(slug, PageKind.SOURCES, assembled=True),
    )


def briefing(slug: str = "clips") -> Briefing:
    return Briefing(
        slug,
        FILE,
        "Video clips go viral",
        "A weekend test went to first place in two months.",
        ("Harbour Desk",),
        "desk@harbour.example",
        "2026-03-02",
        "2026-03-09",
        status=Status.PUBLISHED,
        marking=Marking.AMBER_STRICT,
        judgements=(LABELS,),
        forecasts=(LAWSUIT, NAMED),
        corrections=(SHARES,),
        pages=pages(slug),
        used=("harbour-1", "dock-2"),
    )


def published(
    briefings: tuple[Briefing, ...] | None = None,
    contents: Mapping[str, str] | None = None,
    sources: tuple[Source, ...] = (HARBOUR, DOCK),
) -> Published:
    """A build as exporters get it; `contents` is HTML by page path."""
    build = Build(
        site_name="Harbour desk",
        site_url="https://harbour.example/",
        language="en",
        library=Library(sources),
        briefings=briefings or (briefing(),),
        free_pages=(),
        diagnostics=(),
        allowed=(),
        files={},
    )
    content = {path: Content(html, (SCENE,)) for path, html in (contents or {}).items()}
    return Published(
        build, content, lambda name: (template_folder() / name).read_bytes(), 1_773_014_400
    )


def mark(number: int, source_id: str, locator: str = "") -> str:
    """A citation as pages have it."""
    where = f'<span class="sf-loc">{locator}</span>' if locator else ""
    return (
        f'<span class="sf-cite"><a href="../../../sources/{source_id}/" data-source="{source_id}"'
        f' aria-label="Source {number}">{number}</a>{where}</span>'
    )
