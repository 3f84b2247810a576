"""What changed in the text of a page: a redline per paragraph, and the figures in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.alignment import aligned
from generator.editions.paragraphs import OWN_ID, Paragraph, paragraphs_of, with_figures
from generator.model.edition import Change, Subject
from generator.model.page import Page
from generator.model.span import Span
from generator.text.redline import Piece, compared


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that differs, None on the side that lacks it, and the pieces between the two."""

    before: Paragraph | None
    after: Paragraph | None
    pieces: tuple[Piece, ...]

    @property
    def either(self) -> Paragraph:
        """The later text where there is one."""
        paragraph = self.after or self.before
        assert paragraph is not None  # noqa: S101 (one side is there)
        return paragraph

    @property
    def span(self) -> Span:
        """Where the later text stands, else where the earlier one stood."""
        return self.either.span


@dataclass(frozen=True, slots=True)
class Redline:
    """What changed in one page. `kind` is that of the page, `path` its file."""

    kind: str
    path: str
    title: str
    passages: tuple[Passage, ...]


def page_redline(old: Page | None, new: Page | None, language: str) -> Redline | None:
    """The redline of a page, or None where its text is the same."""
    page = new or old
    if page is None:
        return None
    before = paragraphs_of(old) if old else ()
    after = paragraphs_of(new) if new else ()
    passages = tuple(
        Passage(
            with_figures(one, old, language) if one and old else None,
            with_figures(other, new, language) if other and new else None,
            compared(one.text if one else "", other.text if other else ""),
        )
        for one, other in aligned(before, after)
        if (one and one.text) != (other and other.text)
    )
    title = page.text.title
    return Redline(str(page.kind), page.text.file.path, title, passages) if passages else None


def prose_changes(redline: Redline) -> Iterator[Change]:
    """The page, then claims with ids, then numbers and quotations that were replaced."""
    yield Change(
        Subject.PAGE, redline.kind, "text", title=redline.title, count=len(redline.passages)
    )
    for passage in redline.passages:
        yield from _claim(passage, redline.kind)
        yield from _replaced(passage, redline.kind)


def _claim(passage: Passage, page: str) -> Iterator[Change]:
    before, after = passage.before, passage.after
    name = passage.either.id
    if name:
        field = "text" if before and after else ""
        yield Change(
            Subject.CLAIM,
            name,
            field,
            _plain(before) if before else None,
            _plain(after) if after else None,
            page=page,
        )


def _plain(paragraph: Paragraph) -> str:
    return " ".join(OWN_ID.sub("", paragraph.text).split())


def _replaced(passage: Passage, page: str) -> Iterator[Change]:
    """Only what one paragraph had and has otherwise: new text is new, and dropped text is gone."""
    before, after = passage.before, passage.after
    if before is None or after is None:
        return
    for subject, old, new in (
        (Subject.NUMBER, before.numbers, after.numbers),
        (Subject.QUOTATION, before.quotations, after.quotations),
    ):
        gone, come = _without(old, new), _without(new, old)
        if gone and come:
            yield Change(subject, after.place, str(subject), gone, come, page=page)


def _without(some: tuple[str, ...], others: tuple[str, ...]) -> str:
    """Those of `some` that `others` lack, in their order, as one text."""
    left = Counter(some) - Counter(others)
    return ", ".join(one for one in dict.fromkeys(some) if left[one])
