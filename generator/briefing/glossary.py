"""Reads actors and terms: `docs/glossary.yml`, and what is wrong with the entries anywhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.briefing.comments import yaml_allowances
from generator.briefing.files import bad_metadata, text_file
from generator.briefing.yaml_fields import field_texts
from generator.model.actor import SHARED, Actor, Entry, Glossary, Term, Wording
from generator.model.diagnostic import Diagnostic
from generator.model.page import PageText
from generator.model.span import TextFile
from generator.schema import SchemaFault, read_record
from generator.text.dates.curated import is_written_date
from generator.text.strict_yaml import Place, YamlDocument, read_yaml
from generator.text.urls import is_web_url
from generator.workspace import Workspace

SPANNED = {"actors": {"span": ""}, "glossary": {"span": ""}}
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,78}[A-Za-z0-9])?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_LABEL = re.compile(r"[^\W\d_][^/@#]{0,59}")
_One = TypeVar("_One", Actor, Term)


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """The shared actors and terms, and their text fields, which no briefing has yet."""

    glossary: Glossary
    document: YamlDocument
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def files(self) -> tuple[TextFile, ...]:
        """The file, if there is one."""
        return (self.glossary.file,) if self.glossary.file.text else ()

    def fields(self, entries: Iterable[Entry], slug: str = "") -> tuple[PageText, ...]:
        """The text fields of these entries of its own, as pages of the briefing."""
        file = self.glossary.file
        wanted = {entry.id for entry in entries}
        places = {
            place
            for place, entry in _placed(self.glossary.actors, self.glossary.glossary)
            if entry.id in wanted
        }
        path = f"{file.path}?{slug}" if slug else file.path
        return tuple(
            text
            for place, text in field_texts(self.document, file, slug, path)
            if place[:2] in places
        )


@dataclass(frozen=True, slots=True)
class _Written:
    """What docs/glossary.yml may hold."""

    actors: tuple[Actor, ...] = ()
    glossary: tuple[Term, ...] = ()


def load_glossary(workspace: Workspace, docs_dir: str, language: str) -> LoadedGlossary:
    """Read `docs/glossary.yml`, if there is one. With a faulty one there are no shared entries."""
    path = f"{docs_dir}/{SHARED}"
    if not workspace.exists(path):
        return LoadedGlossary(Glossary(TextFile(path, "")), YamlDocument(None))
    file, fault = text_file(workspace, path)
    if fault:
        return LoadedGlossary(Glossary(file), YamlDocument(None), (fault,))
    document = read_yaml(file)
    if document.faults:
        faults = tuple(bad_metadata(one.message, one.span) for one in document.faults)
        return LoadedGlossary(Glossary(file), document, faults)
    written, found = read_record(_Written, document, list_spans=SPANNED)
    if written:
        found = tuple(entry_faults(written.actors, written.glossary, document))
    faults = tuple(
        bad_metadata(one.message, one.span or file.span(0, 1), one.help) for one in found
    )
    if written is None or faults:
        return LoadedGlossary(Glossary(file), document, faults)
    actors = in_language(written.actors, language)
    terms = in_language(written.glossary, language)
    allowed = tuple(yaml_allowances(document, file))
    return LoadedGlossary(Glossary(file, actors, terms, allowed), document)


def in_language(entries: tuple[_One, ...], language: str) -> tuple[_One, ...]:
    """The entries with their texts in `language` where the author names none."""

    def said(wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
        return tuple(replace(one, language=one.language or language) for one in wordings)

    return tuple(
        replace(entry, names=said(entry.names), description=said(entry.description))
        for entry in entries
    )


def entry_faults(
    actors: tuple[Actor, ...], terms: tuple[Term, ...], document: YamlDocument
) -> Iterator[SchemaFault]:
    """What is wrong with the entries of one file beyond the types of their fields."""
    ids: set[str] = set()
    names: dict[str, str] = {}
    for place, entry in _placed(actors, terms):
        for below, message, advice in _faults(entry):
            yield SchemaFault(message, document.span((*place, *below)), advice)
        if entry.id in ids:
            message = f"two entries have the id `{_short(entry.id)}`"
            yield SchemaFault(message, document.span((*place, "id")), "give one of them another id")
        ids.add(entry.id)
        for name in dict.fromkeys(one.text for one in entry.names):
            if names.setdefault(name, entry.id) != entry.id:
                message = f"`{names[name]}` has the name `{_short(name)}` too"
                advice = "give one of them a longer name, or make one entry of both"
                yield SchemaFault(message, document.span((*place, "names")), advice)


def _placed(actors: tuple[Actor, ...], terms: tuple[Term, ...]) -> Iterator[tuple[Place, Entry]]:
    yield from ((("actors", index), entry) for index, entry in enumerate(actors))
    yield from ((("glossary", index), entry) for index, entry in enumerate(terms))


_Fault = tuple[Place, str, str]


def _faults(entry: Entry) -> Iterator[_Fault]:
    if not _ID.fullmatch(entry.id):
        message = f"`{_short(entry.id)}` is no id"
        yield ("id",), message, "write letters, digits and hyphens, as in `labelling-measures`"
    if not entry.names:
        yield ("names",), "an entry needs a name", "write `names: {en: …}`"
    yield from _wording_faults("names", entry.names)
    yield from _wording_faults("description", entry.description)
    yield from _cite_faults(("cite",), entry.cite)
    if isinstance(entry, Actor):
        yield from _actor_faults(entry)


def _wording_faults(field: str, wordings: tuple[Wording, ...]) -> Iterator[_Fault]:
    for one in wordings:
        if not one.text.strip():
            message = "a name has no letters" if field == "names" else "a description is empty"
            yield (field, one.language), message, "write it, or remove the language"
        if one.language and not _LANGUAGE.fullmatch(one.language):
            message = f"`{_short(one.language)}` is no language"
            yield (field, one.language), message, "write a code as in `en`, `zh` or `zh-Hant`"


def _actor_faults(actor: Actor) -> Iterator[_Fault]:
    labels = [link.label for link in actor.links]
    for label in sorted({label for label in labels if labels.count(label) > 1}):
        message = f"two links are called `{_short(label)}`"
        yield ("links", label), message, "give each a name of its own"
    for link in actor.links:
        if not is_web_url(link.url):
            message = f"`{_short(link.url)}` is no web address"
            yield ("links", link.label), message, "write it in full, with `https://`"
        yield from _label_faults("links", link.label, "official: https://…")
    for date in actor.dates:
        if not is_written_date(date.date):
            message = f"`{_short(date.date)}` is no date"
            yield ("dates", date.kind), message, "write `2026`, `2026-02` or `2026-02-09`"
        yield from _label_faults("dates", date.kind, "founded: 2012-03")
        yield from _cite_faults(("dates", date.kind, "cite"), date.cite)


def _label_faults(field: str, label: str, example: str) -> Iterator[_Fault]:
    if not _LABEL.fullmatch(label):
        what = f"`{_short(label)}` does not say" if label else "it is not said"
        yield (field, label), f"{what} what this is", f"write it as in `{example}`"


def _cite_faults(place: Place, cite: tuple[str, ...]) -> Iterator[_Fault]:
    for index, citation in enumerate(cite):
        if "@" not in citation:
            message = f"`{_short(citation)}` cites nothing"
            yield (*place, index), message, 'write the id of a source as in `"@id"`'


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
