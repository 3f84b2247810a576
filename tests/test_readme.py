"""What the README tells a stranger to type works, and prints what it shows."""

import re
from pathlib import Path

from generator.starter import new_project
from tests.transcripts import Step, play

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
OWN_PROJECT = README.partition("## Your own project\n")[2].partition("\n## ")[0]
NOT_PLAYED = ("export PATH=", "standfirst serve")
"""The tests have set the path already; a preview ends when somebody ends it."""


def test_the_lines_of_the_readme_can_be_pasted(tmp_path: Path) -> None:
    lines = re.findall(r"^\$ (.+)", OWN_PROJECT, re.MULTILINE)
    typed = [line for line in lines if not line.startswith(NOT_PLAYED)]
    assert len(typed) == len(lines) - len(NOT_PLAYED)
    config = "[user]\nname = Desk\nemail = desk@harbour.example\n"
    script = "\n".join(("set -e", 'export HOME="$PWD"', *typed, "git tag"))
    here = tmp_path / "standfirst"
    here.mkdir()
    (here / ".gitconfig").write_text(config, encoding="utf-8")
    printed = play(Step(script, "", 1), here)
    assert printed.splitlines().count("ferry-clips/v1") == 2, printed
    assert "docs/briefings/pier/briefing.yml" in printed
    assert (tmp_path / "desk/site/briefings/ferry-clips/ferry-clips.pdf").is_file()


def test_the_error_in_the_readme_is_what_check_prints(tmp_path: Path) -> None:
    new_project(tmp_path)
    page = tmp_path / "docs/briefings/ferry-clips/trend.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("2.4 million", "2.5 million", 1), encoding="utf-8")
    shown = re.search(r"^```\n(error.*?)^```", OWN_PROJECT, re.DOTALL | re.MULTILINE)
    assert shown
    assert shown[1] in play(Step("standfirst check", "", 1), tmp_path)
