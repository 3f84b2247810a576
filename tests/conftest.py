"""What all tests share: long ones are left out unless asked for; no network but loopback."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

os.environ["STANDFIRST_CACHE"] = ""  # tests neither read nor fill the cache of whoever runs them


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the full-size cases too")


def pytest_configure(config: pytest.Config) -> None:
    """The gate draws the same examples each time; `--long` draws new ones."""
    settings.register_profile("gate", derandomize=True, deadline=None)
    settings.register_profile("long", deadline=None)
    settings.load_profile("long" if config.getoption("--long") else "gate")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    long_ones = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long_ones)
    items[:] = [item for item in items if item not in long_ones]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
