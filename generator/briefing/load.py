"""Reads `docs/briefings/<slug>/`: what the briefing is, its authored pages, its data files."""

import csv
import re
from dataclasses import dataclass, replace

from generator.briefing.comments import yaml_allowances
from generator.briefing.files import bad_metadata, text_file
from generator.briefing.glossary import SPANNED, entry_faults, in_language
from generator.briefing.profile import load_profile
from generator.briefing.yaml_fields import field_texts
from generator.errors import WorkspaceError
from generator.model.briefing import Briefing
from generator.model.diagnostic import Diagnostic
from generator.model.edition import NOTHING_REBUILT
from generator.model.page import PageKind, PageText
from generator.model.source import Table
from generator.model.span import Span, TextFile
from generator.schema import read_record
from generator.text.front_matter import front_matter
from generator.text.strict_yaml import YamlDocument, read_yaml
from generator.text.tables import read_table
from generator.workspace import Workspace

AUTHORED = (PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?", re.ASCII)
_SPANNED = SPANNED | {name: {"span": ""} for name in ("judgements", "forecasts", "corrections")}
_PROFILE = ("likelihood_words",)


@dataclass(frozen=True, slots=True)
class LoadedBriefing:
    """A briefing before its pages are parsed, and what is wrong with its files."""

    briefing: Briefing | None
    texts: tuple[PageText, ...] = ()
    """Its authored pages."""
    fields: tuple[PageText, ...] = ()
    """Its text fields and `cite:` lists, as small pages of their own."""
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[TextFile, ...] = ()


def is_slug(name: str) -> bool:
    """Whether `name` may name a briefing: lower case ASCII letters, digits and hyphens."""
    return bool(_SLUG.fullmatch(name))


def briefing_slugs(workspace: Workspace, docs_dir: str) -> tuple[str, ...]:
    """The folders of docs/briefings that hold a briefing.yml, sorted."""
    folder = f"{docs_dir}/briefings"
    paths = [path.removeprefix(f"{folder}/") for path in workspace.files(folder)]
    slugs = {path.split("/")[0] for path in paths if path.endswith("/briefing.yml")}
    return tuple(sorted(slug for slug in slugs if f"{slug}/briefing.yml" in paths))


def load_briefing(workspace: Workspace, docs_dir: str, slug: str, language: str) -> LoadedBriefing:
    """Read one briefing's folder. Faults become diagnostics; with a broken head, no briefing."""
    folder = f"{docs_dir}/briefings/{slug}"
    file, fault = text_file(workspace, f"{folder}/briefing.yml")
    if fault:
        return LoadedBriefing(None, diagnostics=(fault,), files=(file,))
    if not is_slug(slug):
        advice = "name it with lower case letters, digits and hyphens"
        wrong = bad_metadata("the folder's name is no slug", file.span(0, 1), advice)
        return LoadedBriefing(None, diagnostics=(wrong,), files=(file,))
    document = read_yaml(file)
    if document.faults:
        faults = tuple(bad_metadata(fault.message, fault.span) for fault in document.faults)
        return LoadedBriefing(None, diagnostics=faults, files=(file,))
    return _with_pages(workspace, folder, file, document, language)


def page_text(
    file: TextFile, kind: PageKind, path: str
) -> tuple[PageText, tuple[Diagnostic, ...], dict[str, str]]:
    """An authored page: its Markdown begins after the front matter, whose fields come last."""
    start, fields, faults = _front_matter(file)
    text = PageText(
        kind,
        path,
        file,
        start,
        title=fields.get("title", ""),
        standfirst=fields.get("standfirst", ""),
    )
    return text, faults, fields


def _with_pages(
    workspace: Workspace, folder: str, file: TextFile, document: YamlDocument, language: str
) -> LoadedBriefing:
    slug = folder.rsplit("/", 1)[-1]
    listed = document.at(("sources",))
    tables, table_faults = _tables(workspace, folder)
    spans = [document.span(("sources", i)) for i in range(len(listed or ()))]
    reserved = {
        "slug": slug,
        "file": file,
        "profile": None,
        "source_spans": tuple(span for span in spans if span),
        "pages": (),
        "field_pages": (),
        "used": (),
        "allowances": tuple(yaml_allowances(document, file)),
        "editions": (),
        "rebuilding": NOTHING_REBUILT,
        "tables": tables,
    }
    briefing, faults = read_record(Briefing, document, reserved=reserved, list_spans=_SPANNED)
    if briefing is not None:
        faults = tuple(entry_faults(briefing.actors, briefing.glossary, document))
    if briefing is None or faults:
        diagnostics = tuple(
            bad_metadata(one.message, one.span or file.span(0, 1), one.help) for one in faults
        )
        return LoadedBriefing(None, diagnostics=diagnostics, files=(file,))
    briefing = _in_language(briefing, document, language)
    found = load_profile(workspace, briefing.likelihood_words, document.span(_PROFILE))
    briefing = replace(briefing, profile=found.profile)
    texts, page_faults, page_files = _authored(workspace, folder, slug)
    return LoadedBriefing(
        briefing,
        texts,
        tuple(text for _, text in field_texts(document, file, slug)),
        (*page_faults, *table_faults, *found.diagnostics),
        (file, *page_files, *found.files),
    )


def _in_language(briefing: Briefing, document: YamlDocument, language: str) -> Briefing:
    """The briefing in the language that it names, else in that of the project."""
    written = document.value if isinstance(document.value, dict) else {}
    language = briefing.language if "language" in written else language
    return replace(
        briefing,
        language=language,
        actors=in_language(briefing.actors, language),
        glossary=in_language(briefing.glossary, language),
    )


def _authored(
    workspace: Workspace, folder: str, slug: str
) -> tuple[tuple[PageText, ...], tuple[Diagnostic, ...], tuple[TextFile, ...]]:
    texts: list[PageText] = []
    faults: list[Diagnostic] = []
    files: list[TextFile] = []
    for kind in AUTHORED:
        if not workspace.exists(f"{folder}/{kind}.md"):
            continue
        file, fault = text_file(workspace, f"{folder}/{kind}.md")
        text, page_faults, _ = page_text(file, kind, f"briefings/{slug}/{kind}")
        faults += [fault] if fault else page_faults
        texts.append(text)
        files.append(file)
    return tuple(texts), tuple(faults), tuple(files)


def _front_matter(file: TextFile) -> tuple[int, dict[str, str], tuple[Diagnostic, ...]]:
    matter = front_matter(file.text)
    if matter is None:
        return 0, {}, ()
    document = read_yaml(file, matter.start, matter.end)
    faults = tuple(bad_metadata(fault.message, fault.span) for fault in document.faults)
    value = document.value if isinstance(document.value, dict) else {}
    return matter.body, {key: item for key, item in value.items() if isinstance(item, str)}, faults


def _tables(workspace: Workspace, folder: str) -> tuple[tuple[Table, ...], tuple[Diagnostic, ...]]:
    tables: list[Table] = []
    faults: list[Diagnostic] = []
    for path in workspace.files(f"{folder}/data"):
        if not path.endswith(".csv"):
            continue
        try:
            tables.append(read_table(path, workspace.read(path)))
        except (WorkspaceError, UnicodeDecodeError, csv.Error, ValueError) as error:
            faults.append(bad_metadata(f"this data file cannot be read: {error}", Span(path, 0, 0)))
    return tuple(tables), tuple(faults)
