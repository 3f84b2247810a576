"""A signed site, for whoever wants to spoil a copy of it."""

import shutil
from pathlib import Path

import pytest

from tests.publishing.harbour import harbour, run
from tests.publishing.keys import new_key


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key, a project and its signed site."""
    folder = tmp_path_factory.mktemp("signed")
    project = harbour(folder / "harbour")
    key = ["--sign", str(new_key(folder / "key"))] if shutil.which("ssh-keygen") else []
    assert run(project, "build", *key).returncode == 0
    return folder


@pytest.fixture
def site(folder: Path, tmp_path: Path) -> Path:
    """The site of that project, to be spoilt."""
    return Path(shutil.copytree(folder / "harbour/site", tmp_path / "site"))
