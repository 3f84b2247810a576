"""The handbook's page of commands, out of the commands themselves, so that it cannot drift."""

from generator.commands import Command, commands, sentence


def commands_reference() -> str:
    """The handbook's page of commands, in Markdown."""
    parts = [_REFERENCE_HEAD, *(_described(name, command) for name, command in commands().items())]
    return "\n".join(parts)


_REFERENCE_HEAD = """# Commands

Results go to standard output, talk to standard error. Every command has `--help`.

Exit status: 0 clean, 1 error-level diagnostics (for `add`: the article is there already), 2 the
machine failed (bad arguments, an unreadable file, no space), 3 both, 130 interrupted. Only `check`,
`build` and `pdf` stop on error-level diagnostics.
"""


def _described(name: str, command: Command) -> str:
    lines = [f"## {name} {{#{name}}}", "", f"{sentence(command.says)}", ""]
    lines += ["```console", f"$ {command.example}", "```", ""]
    if command.arguments:
        lines += ["| argument | what it is |", "|---|---|"]
        lines += [f"| `{argument.name}` | {argument.says} |" for argument in command.arguments]
        lines.append("")
    return "\n".join(lines)
