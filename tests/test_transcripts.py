import shutil
from pathlib import Path

import pytest

from generator.commands import commands
from tests.transcripts import agrees, play, steps

PROJECTS = Path(__file__).parent / "projects"
TRANSCRIPTS = sorted(PROJECTS.glob("*/*.transcript"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_session_prints_what_is_written_down(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(path.parent, folder, ignore=shutil.ignore_patterns("*.transcript"))
    for step in steps(path.read_text(encoding="utf-8")):
        printed = play(step, folder)
        assert agrees(step.expected, printed), (
            f"{path.name}:{step.line}: $ {step.command}\n--- written down\n{step.expected}"
            f"--- printed\n{printed}"
        )


def test_every_command_is_in_a_transcript() -> None:
    typed = "\n".join(path.read_text(encoding="utf-8") for path in TRANSCRIPTS)
    missing = [name for name in commands() if f"standfirst {name}" not in typed]
    assert missing == ["serve"], "serve is tested in a browser, all others here"


def test_an_ellipsis_stands_for_lines_and_characters() -> None:
    assert agrees("a\n...\nd\n", "a\nb\nc\nd\n")
    assert agrees("a … x...z\n", "a … xyz\n")
    assert not agrees("a\n...\nd\n", "a\nb\nc\n")
