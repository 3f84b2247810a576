"""White space in runs of text, collapsed over marks as HTML does."""

from generator.typesetting.legible import Json


def tidied(nodes: list[Json]) -> list[Json]:
    """The run with single spaces between words, and none at its ends or after a line break."""
    kept, _ = _collapsed_run(nodes, open_space=True)
    return _trimmed(kept)


def _collapsed_run(nodes: list[Json], *, open_space: bool) -> tuple[list[Json], bool]:
    """White space collapsed; the flag says whether a space is not wanted next."""
    kept: list[Json] = []
    for node in nodes:
        if isinstance(node, str):
            node, open_space = _collapsed(node, open_space=open_space)
            kept += [node] if node else []
        elif isinstance(node, dict) and isinstance(node.get("c"), list) and node["k"] != "note":
            inside = node["c"]
            content, open_space = _collapsed_run(
                inside if isinstance(inside, list) else [], open_space=open_space
            )
            kept += [node | {"c": content}] if content else []
        else:
            is_break = isinstance(node, dict) and node.get("k") == "br"
            open_space = is_break or (
                open_space and isinstance(node, dict) and node.get("k") == "anchor"
            )
            kept.append(node)
    return kept, open_space


def _collapsed(text: str, *, open_space: bool) -> tuple[str, bool]:
    # Only the white space of HTML: a no-break space is a character.
    words = " ".join(part for part in _html_split(text))
    if open_space:
        words = words.removeprefix(" ")
    return words, words.endswith(" ") if words else open_space


def _html_split(text: str) -> list[str]:
    folded = text.translate(dict.fromkeys(map(ord, "\t\n\r\f"), " "))
    parts = folded.split(" ")
    inner = [part for part in parts[1:-1] if part]
    return [parts[0], *inner, parts[-1]] if len(parts) > 1 else parts


def _trimmed(nodes: list[Json]) -> list[Json]:
    """Without a space or line break at the end."""
    while nodes:
        last = nodes[-1]
        if isinstance(last, str):
            if last.rstrip(" "):
                return [*nodes[:-1], last.rstrip(" ")]
        elif isinstance(last, dict) and last.get("k") != "br":
            inside = last.get("c")
            if not isinstance(inside, list) or last.get("k") == "note":
                return nodes
            return [*nodes[:-1], last | {"c": _trimmed(inside)}]
        nodes = nodes[:-1]
    return nodes
