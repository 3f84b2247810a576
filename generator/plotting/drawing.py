"""The scenes of a chart: one, or one for each value of its `facet` column."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.charts.bar import Bar, BarData, bar_scene
from generator.charts.course import CourseData, Point, Series, course_axis
from generator.charts.dot_range import Place, Range, RangeData, range_axis, range_scene
from generator.charts.facets import aligned, bars_on_one_scale, on_one_scale
from generator.charts.line import line_scene
from generator.charts.scales import Axis
from generator.charts.scene import Scene
from generator.charts.share import share_scene
from generator.charts.step import step_scene
from generator.plotting.options import ChartOptions
from generator.plotting.units import with_unit
from generator.text.dates.curated import written
from generator.text.dates.short import short_date
from generator.text.figures import Report, figure, finest, has_dates, place, value

_COURSES: dict[str, Callable[[CourseData], Scene]] = {"step": step_scene, "line": line_scene}


@dataclass(frozen=True, slots=True)
class Drawing:
    """The panels of a chart, each with its name; a chart that stands alone has none.

    `axis` is the scale of its numbers, None where the bars begin at zero and carry their figures.
    """

    panels: tuple[tuple[str, Scene], ...]
    axis: Axis | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is drawn, in which language, and the order of the series."""

    options: ChartOptions
    title: str
    language: str
    series: tuple[str, ...]
    name_of: Callable[[str], str]


def drawing(
    options: ChartOptions,
    found: Sequence[Report],
    title: str,
    language: str,
    name_of: Callable[[str], str] = str,
) -> Drawing:
    """The chart of the reports, which have no faults; `title` is plain text.

    `name_of` says who publishes the source of a report.
    """
    asked = _Asked(options, title, language, series_in_order(options, found), name_of)
    if options.mark == "dot-range":
        ranges = _range_data(asked, found)
        return Drawing((("", range_scene(ranges)),), range_axis(ranges))
    parts = [
        (name, [each for each in found if each.facet == name])
        for name in dict.fromkeys(each.facet for each in found)
    ]
    names = [name for name, _ in parts]
    titled = [(f"{title}: {name}" if name else title, part) for name, part in parts]
    if options.mark == "bar":
        bars = bars_on_one_scale([_bar_data(asked, *each) for each in titled])
        scenes = [_bars(asked, data) for data in bars]
        return Drawing(tuple(zip(names, aligned(scenes), strict=True)))
    courses = [_course_data(asked, *each) for each in titled]
    courses = on_one_scale(courses) if len(courses) > 1 else courses
    scenes = [_COURSES[options.mark](data) for data in courses]
    return Drawing(tuple(zip(names, aligned(scenes), strict=True)), course_axis(courses[0]))


def ordered(options: ChartOptions, found: Iterable[Report]) -> list[Report]:
    """The reports that have a figure: by x in a course, else as the file has them."""
    drawn = [each for each in found if each.figures]
    if not options.is_course:
        return drawn
    where = place(dates=has_dates(drawn))
    return sorted(drawn, key=lambda report: where(report.x))


def shown_x(found: Sequence[Report], language: str) -> Callable[[str], str]:
    """How a cell of x is printed: a date in words, a number, or a category as it is."""
    if has_dates(found):
        return partial(written, language=language)
    return _figure_or_text


def series_in_order(options: ChartOptions, found: Sequence[Report]) -> tuple[str, ...]:
    """The series in the order of `only`; else of the file for bars, for lines of their last values,
    the highest first.
    """
    names = dict.fromkeys(each.series for each in found)
    if options.only or not options.is_course:
        return options.only or tuple(names)
    last = {each.series: value(each.y) for each in found}
    return tuple(sorted(names, key=lambda name: (-last[name], name)))


def _figure_or_text(cell: str) -> str:
    try:
        return figure(cell)
    except ArithmeticError:  # a category, which Decimal does not read
        return cell


def _course_data(asked: _Asked, title: str, found: Sequence[Report]) -> CourseData:
    dates = has_dates(found)
    where, shown = place(dates=dates), shown_x(found, asked.language)
    points: dict[str, list[Point]] = {}
    for each in found:
        unit = with_unit(each.y, asked.options.unit, asked.language)
        when, source = shown(each.x), asked.name_of(each.source) if each.source else ""
        point = Point(where(each.x), value(each.y), when, figure(each.y), unit, source)
        points.setdefault(each.series, []).append(point)
    return CourseData(
        title=title,
        series=tuple(Series(name, tuple(points[name])) for name in asked.series if name in points),
        finest=finest(each.x for each in found) if dates else "",
        from_zero=asked.options.from_zero,
        date_label=partial(_date_label, asked.language),
        language=asked.language,
    )


def _date_label(language: str, date: str, year: bool) -> str:  # noqa: FBT001 - a chart's callback
    return short_date(date, language, year=year)


def _bar_data(asked: _Asked, title: str, found: Sequence[Report]) -> BarData:
    """Bars by category; those of several series under the name of theirs."""
    shown = shown_x(found, asked.language)
    if len(asked.series) < 2 and asked.options.arrange != "share":
        bars = tuple(
            Bar(shown(each.x), value(each.y), with_unit(each.y, asked.options.unit, asked.language))
            for each in found
        )
        return BarData(title, (("", bars),), asked.language)
    groups: dict[str, list[Bar]] = {}
    for each in sorted(found, key=lambda each: asked.series.index(each.series)):
        index = asked.series.index(each.series)
        bar = Bar(
            each.series, value(each.y), with_unit(each.y, asked.options.unit, asked.language), index
        )
        groups.setdefault(each.x, []).append(bar)
    in_order = dict.fromkeys(each.x for each in found)
    return BarData(title, tuple((shown(x), tuple(groups[x])) for x in in_order), asked.language)


def _bars(asked: _Asked, data: BarData) -> Scene:
    return share_scene(data, asked.series) if asked.options.arrange == "share" else bar_scene(data)


def _range_data(asked: _Asked, found: Sequence[Report]) -> RangeData:
    shown = shown_x(found, asked.language)

    def at(cell: str) -> Place | None:
        return (
            Place(value(cell), with_unit(cell, asked.options.unit, asked.language))
            if cell
            else None
        )

    ranges = tuple(Range(shown(each.x), at(each.low), at(each.high), at(each.y)) for each in found)
    return RangeData(asked.title, ranges, asked.options.from_zero, asked.language)
