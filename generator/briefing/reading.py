"""What a page is read against: the library, the names that are no quotations, the language."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.codec import Home, codec_of
from generator.memo import Memo, NoMemo, Task, digest, remembered
from generator.model.passage import Match
from generator.model.source import Library, Source, TextKind
from generator.model.span import TextFile
from generator.text.naming.finder import NameFinder

if TYPE_CHECKING:
    from generator.text.locate.ladder import Body

_QUOTABLE = (TextKind.ARTICLE, TextKind.EXCERPT)
_NOWHERE = Home(TextFile("", ""))  # a match has no spans
_LOCATE: Task[Match] = Task(
    "locate",
    lambda match: codec_of(Match).write(match, _NOWHERE),
    lambda value: codec_of(Match).read(value, _NOWHERE),
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Hands out one prepared body per source, made when it is first asked for."""

    library: Library
    memo: Memo = field(default_factory=NoMemo, repr=False, compare=False)
    pages: dict[str, bytes] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The digest of all that a page was parsed from, by the path of its text."""
    _made: "dict[str, Body]" = field(default_factory=dict, init=False, repr=False, compare=False)
    _digests: dict[str, bytes] = field(default_factory=dict, init=False, repr=False, compare=False)

    def get(self, source_id: str) -> "Body | None":
        """The text of a source that can be quoted; None for abstracts, data and unknown ids."""
        source = self.library.get(source_id)
        return self.whole(source) if source and source.text in _QUOTABLE else None

    def whole(self, source: Source) -> "Body":
        """The text of a source of the library, whatever it is."""
        from generator.text.locate.ladder import (
            Body,  # 60 ms, not needed where all pages are recalled
        )

        if source.id not in self._made:
            self._made[source.id] = Body(source.id, source.body)
        return self._made[source.id]

    def locate(
        self, quotation: str, body: "Body", *, within: tuple[int, int] | None = None
    ) -> Match:
        """Where the words stand. Words found as they are written are not worth remembering."""
        from generator.text.locate.ladder import locate

        if quotation.strip() in body.text:
            return locate(quotation, body, within=within)
        inputs = digest(body.source_id, quotation, repr(within), self.digest(body.source_id))
        found = remembered(
            self.memo, _LOCATE, inputs, lambda: locate(quotation, body, within=within)
        )
        return found or locate(quotation, body, within=within)

    def digest(self, source_id: str) -> bytes:
        """The digest of all that is known of a source; that of nothing for an unknown id."""
        if source_id not in self._digests:
            source = self.library.get(source_id)
            known = (source.file.path, source.file.text, source.language) if source else ()
            self._digests[source_id] = digest(*known)
        return self._digests[source_id]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the pages of a briefing are read."""

    library: Library
    bodies: Bodies
    terms: tuple[str, ...] = ()
    language: str = "en"
    block_names: frozenset[str] = frozenset()
    names: NameFinder = field(default_factory=NameFinder)
    """Finds the names of actors and terms."""
    asked: set[str] = field(default_factory=set, repr=False, compare=False)
    """The ids that `source` and `body` were asked for: what a parsed page depends on."""

    @property
    def primary_language(self) -> str:
        """The language without script and region: `zh` for `zh-Hans-CN`."""
        return self.language.split("-")[0].lower()

    def source(self, source_id: str) -> Source | None:
        """The source with this id, or None."""
        self.asked.add(source_id)
        return self.library.get(source_id)

    def body(self, source_id: str) -> "Body | None":
        """The text of a source that can be quoted, or None."""
        self.asked.add(source_id)
        return self.bodies.get(source_id)
