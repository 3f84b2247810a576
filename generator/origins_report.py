"""What `standfirst origins` prints, and what it does when a curator has decided."""

from collections.abc import Iterator

from generator.errors import UsageError
from generator.library.front_matter import field_line
from generator.library.load import FOLDER, is_source_id
from generator.library.origin_line import with_origin
from generator.model.source import Library
from generator.origin_proposals import Proposal, origin_proposals
from generator.text.plain import one_line
from generator.workspace import LocalWorkspace


def origins_report(library: Library) -> str:
    """The proposals for the terminal, and a line of figures below."""
    proposals = origin_proposals(library)
    blocks = ["\n".join(_lines(proposal)) + "\n" for proposal in proposals]
    sources = len(library.sources)
    origins = len({source.origin for source in library.sources})
    open_ = sum(1 for proposal in proposals if proposal.origin)
    figures = f"{sources} sources, {origins} origins, {open_} to confirm\n"
    return "\n".join([*blocks, figures])


def accept(workspace: LocalWorkspace, source_id: str, origin: str) -> str:
    """Write the origin of a source into its file, and give the path.

    Raises UsageError, with the line to paste, where one line cannot say it.
    """
    path = f"{FOLDER}/{source_id}.md"
    if not is_source_id(source_id) or not workspace.exists(path):
        raise UsageError(f"{one_line(source_id)[:100]}: the library has no source of this name")
    if not origin or one_line(origin) != origin:
        raise UsageError(f"{source_id}: an origin is an id, or a name on one line")
    line = field_line("origin", origin).rstrip()
    before = workspace.read(path)
    try:
        text = with_origin(before.decode(), origin)
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; save it again as UTF-8") from error
    if text is None:
        raise UsageError(f"{path}: its front matter cannot be edited safely; write: {line}")
    workspace.replace(path, text.encode())
    return path


def _lines(proposal: Proposal) -> Iterator[str]:
    source = proposal.source
    yield f"{source.id}: " + ("its own origin" if source.origin == source.id else source.origin)
    for mention in proposal.mentions:
        place = f"¶{mention.paragraph}" if mention.paragraph else "heading"
        yield f"  {place} “{mention.words}”: {mention.origin}"
    for likeness in proposal.likenesses:
        kind = "the same text" if likeness.is_copy else "one quotes the other"
        yield (
            f"  like {likeness.other_id}: {likeness.share:.0%} of it is there, "
            f"{likeness.share_of_other:.0%} of that is here; {kind}"
        )
    if proposal.origin:
        yield f"  to confirm, write: {field_line('origin', proposal.origin).rstrip()}"
