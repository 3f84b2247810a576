"""The built wheel, installed in an environment of its own, works from another folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(*command: str | Path, folder: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `standfirst` of an environment that holds the wheel and, by a path file, only what the
    lock names: the packages of this environment without our checkout.
    """
    folder = tmp_path_factory.mktemp("wheel")
    build = "import hatchling.build as b; print(b.build_wheel('{}'))".format(folder / "dist")
    (folder / "dist").mkdir()
    name = run(sys.executable, "-c", build, folder=ROOT).splitlines()[-1]
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv/bin/python"
    site = Path(
        run(python, "-c", "import site; print(site.getsitepackages()[0])", folder=folder).strip()
    )
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--disable-pip-version-check",
        "--target",
        site,
        folder / "dist" / name,
        folder=folder,
    )
    here = Path(
        run(
            sys.executable, "-c", "import site; print(site.getsitepackages()[0])", folder=folder
        ).strip()
    )
    for package in here.iterdir():
        if not package.name.startswith(("standfirst", "_editable", "__editable", "_standfirst")):
            target = site / package.name
            if not target.exists():
                target.symlink_to(package)
    script = folder / "venv/bin/standfirst"
    script.write_text(f"#!{python}\nimport sys\nfrom generator.cli import main\nsys.exit(main())\n")
    script.chmod(0o755)
    return script


def test_the_wheel_makes_checks_and_builds_a_project(installed: Path, tmp_path: Path) -> None:
    origin = run(
        installed.parent / "python",
        "-c",
        "import generator; print(generator.__file__)",
        folder=tmp_path,
    )
    assert str(ROOT) not in origin
    run(installed, "new", "desk", folder=tmp_path)
    assert "no errors, no warnings" in run(installed, "check", folder=tmp_path / "desk")
    run(installed, "build", folder=tmp_path / "desk")
    site = tmp_path / "desk/site"
    assert (site / "index.html").is_file()
    assert list(site.rglob("*.pdf"))
    assert list(site.rglob("evidence.json"))
