"""Headings of a chapter: its title taken out, no level skipped below it (PDF/UA-1, 7.4.2)."""

from generator.typesetting.legible import Json, Node


def titled(content: list[Node]) -> tuple[list[Json] | None, list[Node]]:
    """The chapter's own title, where it begins with a heading of the first level, and the rest."""
    for number, block in enumerate(content):
        if block["b"] == "h" and block["level"] == 1:
            run = block["c"]
            rest = [*content[:number], *content[number + 1 :]]
            if block["l"]:
                rest.insert(0, {"b": "anchor", "l": block["l"]})
            return (run if isinstance(run, list) else None), rest
        if block["b"] != "anchor":
            break
    return None, content


def levelled(content: list[Node]) -> list[Json]:
    """The blocks with levels from 2 downwards, each at most one below the last."""
    open_levels: list[int] = []
    done: list[Json] = []
    for block in content:
        if block["b"] != "h":
            done.append(block)
            continue
        level = block["level"] if isinstance(block["level"], int) else 2
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        done.append(block | {"level": len(open_levels) + 1})
    return done
