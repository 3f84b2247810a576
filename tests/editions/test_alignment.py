"""Laws of the pairing of paragraphs: nothing is lost, doubled, or told out of order."""

from hypothesis import given
from hypothesis import strategies as st

from generator.editions.alignment import aligned
from generator.editions.paragraphs import Paragraph
from generator.model.span import Span

_TOKENS = ("shares", "rose", "fell", "clips", "port", "字", "标签", "20")
_WORDS = st.lists(st.sampled_from(_TOKENS), max_size=6)


def _paragraph(words: list[str], number: int, name: str) -> Paragraph:
    return Paragraph(" ".join(words), Span("trend.md", number, number), name)


@st.composite
def _pages(draw: st.DrawFn) -> list[Paragraph]:
    texts = draw(st.lists(_WORDS, max_size=8))
    names = draw(st.lists(st.sampled_from(["", "", "a", "b"]), min_size=8, max_size=8))
    return [
        _paragraph(words, number, name if name not in names[:number] else "")
        for number, (words, name) in enumerate(zip(texts, names, strict=False))
    ]


@given(_pages(), _pages())
def test_every_paragraph_of_both_sides_is_told_once_and_the_new_ones_in_order(
    old: list[Paragraph], new: list[Paragraph]
) -> None:
    pairs = aligned(old, new)
    assert [after for _, after in pairs if after] == new
    assert sorted((before.span for before, _ in pairs if before)) == [each.span for each in old]


@given(_pages(), _pages())
def test_an_id_has_its_counterpart_and_no_other(old: list[Paragraph], new: list[Paragraph]) -> None:
    for before, after in aligned(old, new):
        if before and after:
            assert before.id == after.id
    both = {each.id for each in old if each.id} & {each.id for each in new}
    paired = {after.id for before, after in aligned(old, new) if before and after}
    assert both <= paired


@given(_pages())
def test_a_page_is_paired_with_itself(page: list[Paragraph]) -> None:
    assert list(aligned(page, page)) == [(each, each) for each in page]
