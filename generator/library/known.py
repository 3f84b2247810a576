"""What the library has already: ids, addresses, bytes and texts, to find an article again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from generator.errors import WorkspaceError
from generator.library.hashes import body_sha256
from generator.library.load import FOLDER
from generator.model.span import TextFile
from generator.text.front_matter import front_matter
from generator.text.strict_yaml import Value, read_yaml
from generator.text.urls import normalised_url
from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Traits:
    """What an article is known by; empty where it is not known."""

    url: str = ""
    sha256: str = ""
    text_sha256: str = ""

    def named(self) -> Iterable[tuple[str, str]]:
        """Each trait with its name in words."""
        pairs = (
            ("address", normalised_url(self.url)),
            ("bytes", self.sha256),
            ("text", self.text_sha256),
        )
        return [(name, value) for name, value in pairs if value]


@dataclass(slots=True)
class KnownSources:
    """The sources of a library while articles are added to it."""

    ids: dict[str, str] = field(default_factory=dict)
    """Ids by their case-folded form."""
    _by_trait: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """Those of the project. A source file that cannot be read counts by its id alone."""
        known = cls()
        for path in workspace.files(FOLDER):
            name = path.removeprefix(f"{FOLDER}/").removesuffix(".md")
            if path.endswith(".md") and "/" not in name:
                for traits in _traits(workspace, path):
                    known.add(name, traits)
        return known

    def add(self, source_id: str, traits: Traits) -> None:
        """Remember an article."""
        self.ids[source_id.casefold()] = source_id
        for trait in traits.named():
            self._by_trait.setdefault(trait, source_id)

    def find(self, traits: Traits) -> tuple[str, str] | None:
        """The id of the source with one of these traits, and the trait's name; None without."""
        for trait in traits.named():
            if trait in self._by_trait:
                return self._by_trait[trait], trait[0]
        return None


def _traits(workspace: Workspace, path: str) -> list[Traits]:
    """A source's traits as captured, and by its body as it now stands."""
    try:
        file = TextFile(path, workspace.read(path).decode())
    except (WorkspaceError, UnicodeDecodeError):
        return [Traits()]
    matter = front_matter(file.text)
    if matter is None:
        return [Traits()]
    value = read_yaml(file, matter.start, matter.end).value
    fields = value if isinstance(value, dict) else {}
    written = fields.get("snapshot")
    snapshot = written if isinstance(written, dict) else {}
    body = file.text[matter.body :].strip()
    return [
        Traits(
            _text(fields.get("url")),
            _text(snapshot.get("sha256")),
            _text(snapshot.get("text_sha256")),
        ),
        Traits(text_sha256=body_sha256(body) if body else ""),
    ]


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
