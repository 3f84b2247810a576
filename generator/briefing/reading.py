"""What a page is read against: the library, the names that are no quotations, the language."""

from dataclasses import dataclass, field

from generator.model.source import Library, TextKind
from generator.text.locate import Body

_QUOTABLE = (TextKind.ARTICLE, TextKind.EXCERPT)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Hands out one prepared body per source, made when it is first asked for."""

    library: Library
    _made: dict[str, Body] = field(default_factory=dict, init=False, repr=False, compare=False)

    def get(self, source_id: str) -> Body | None:
        """The text of a source that can be quoted; None for abstracts, data and unknown ids."""
        source = self.library.get(source_id)
        if source is None or source.text not in _QUOTABLE:
            return None
        if source_id not in self._made:
            self._made[source_id] = Body(source_id, source.body)
        return self._made[source_id]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the pages of a briefing are read."""

    library: Library
    bodies: Bodies
    terms: tuple[str, ...] = ()
    language: str = "en"
    block_names: frozenset[str] = frozenset()

    @property
    def primary_language(self) -> str:
        """The language without script and region: `zh` for `zh-Hans-CN`."""
        return self.language.split("-")[0].lower()
