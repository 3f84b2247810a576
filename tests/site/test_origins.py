from generator.model.source import Reliability, Source
from generator.model.span import TextFile
from generator.site.origins import Column, origin_columns, origin_map


def source(name: str, origin: str = "", reliability: str = "B") -> Source:
    return Source(
        id=name,
        file=TextFile(f"sources/{name}.md", ""),
        body="",
        body_start=0,
        title=name,
        origin=origin or name,
        reliability=Reliability(reliability),
    )


def test_copies_of_one_report_are_one_column() -> None:
    columns = origin_columns((source("a"), source("b", origin="a"), source("c")))
    assert columns == (Column("B", 2), Column("B", 1))


def test_a_column_has_the_best_grade_of_its_sources() -> None:
    columns = origin_columns((source("a", reliability="D"), source("b", "a", "A")))
    assert columns == (Column("A", 2),)


def test_columns_stand_by_grade_then_by_copies() -> None:
    columns = origin_columns(
        (source("c", reliability="C"), source("b"), source("d"), source("e", origin="d"))
    )
    assert columns == (Column("B", 2), Column("B", 1), Column("C", 1))


def test_every_source_is_one_square_and_one_of_each_origin_is_no_copy() -> None:
    sources = (source("a"), source("b", origin="a"), source("c", reliability="F"))
    drawn = origin_map(sources)
    assert len(drawn.squares) == len(sources)
    assert [square.is_copy for square in drawn.squares] == [False, True, False]


def test_an_unknown_grade_has_a_tone_of_its_own() -> None:
    assert [square.tone for square in origin_map((source("a", reliability="F"),)).squares] == [0]


def test_squares_stay_inside_the_drawing_and_apart() -> None:
    many = tuple(source(f"s{n}", reliability="ABC"[n % 3]) for n in range(100))
    copies = tuple(source(f"c{n}", origin="s0", reliability="A") for n in range(5))
    drawn = origin_map(many + copies)
    places = {(square.x, square.y) for square in drawn.squares}
    assert len(places) == len(drawn.squares)
    assert all(0 <= x <= drawn.width - drawn.side for x, _ in places)
    assert all(0 <= y <= drawn.height - drawn.side for _, y in places)
    assert drawn.width < 330


def test_a_grade_that_needs_two_shelves_is_lettered_once() -> None:
    drawn = origin_map(tuple(source(f"s{n}") for n in range(30)))
    assert [letter.text for letter in drawn.letters] == ["B"]


def test_a_briefing_without_sources_has_no_columns() -> None:
    assert origin_map(()).columns == ()
