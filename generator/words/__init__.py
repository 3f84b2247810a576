"""The words that readers see beside the author's own: one file for each language.

`words_for("site", "zh-Hans")` gives the Chinese words of the site's frame and blocks; languages
without a file get the English ones. The theme, the blocks, the charts and the PDF all read them
here, so that a thing has one name wherever it is shown.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "zh")
"""The languages that have a file."""


class Words(Mapping[str, str]):
    """The words of one part of the product in one language, by key."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = dict(entries)

    def __getitem__(self, key: str) -> str:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def say(self, key: str, **values: object) -> str:
        """The words with the values in their places; those for the number `n` where they differ."""
        ending = {0: "_none", 1: "_one"}.get(n if isinstance(n := values.get("n"), int) else -1, "")
        text = self._entries.get(f"{key}{ending}") or self._entries[key]
        shown = {name: f"{v:,}" if isinstance(v, int) else v for name, v in values.items()}
        return text.format(**shown)


@cache
def words_for(part: str, language: str) -> Words:
    """The words of `part` (`site`, `charts`, `pdf`) in a language, given as a BCP 47 tag."""
    entries = _file(_known(language))[part]
    return Words({key: text for key, text in entries.items() if isinstance(text, str)})


def site_words() -> dict[str, dict[str, str]]:
    """The words of the site in every language, for the theme's templates."""
    return {language: dict(words_for("site", language)) for language in LANGUAGES}


def own_name(language: str) -> str:
    """What a language is called in itself: `中文`; its tag where we do not know."""
    names = _file("own_names")
    return str(names.get(language) or names.get(language.split("-")[0]) or language)


def _known(language: str) -> str:
    primary = language.lower().split("-")[0]
    return primary if primary in LANGUAGES else LANGUAGES[0]


@cache
def _file(name: str) -> dict[str, Any]:  # Any: tables of words, of lists of words, and words
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
