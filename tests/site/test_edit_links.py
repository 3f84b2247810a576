"""From the address at which a page is edited to that of its history."""

import pytest

from generator.site.edit_links import history_url

FILE = "docs/briefings/x/trend.md"


@pytest.mark.parametrize(
    ("edit", "history"),
    [
        ("https://github.com/d/r/edit/main/", "https://github.com/d/r/commits/main/"),
        ("https://github.com/d/r/blob/main/", "https://github.com/d/r/commits/main/"),
        ("https://gitlab.com/d/r/-/edit/main/", "https://gitlab.com/d/r/-/commits/main/"),
        ("https://gitlab.com/d/r/edit/main/", "https://gitlab.com/d/r/commits/main/"),
        (
            "https://bitbucket.org/d/r/src/default/",
            "https://bitbucket.org/d/r/history-node/default/",
        ),
        ("https://codeberg.org/d/r/_edit/main/", "https://codeberg.org/d/r/commits/branch/main/"),
        (
            "https://git.example/d/r/src/branch/main/",
            "https://git.example/d/r/commits/branch/main/",
        ),
        ("https://git.sr.ht/~d/r/tree/main/item/", "https://git.sr.ht/~d/r/log/main/item/"),
    ],
)
def test_each_host_has_its_own_address_for_history(edit: str, history: str) -> None:
    assert history_url(edit + FILE) == history + FILE


@pytest.mark.parametrize("edit", [None, "", "https://[", f"https://wiki.example/{FILE}"])
def test_where_the_host_is_unknown_there_is_no_history(edit: str | None) -> None:
    assert history_url(edit) == ""


def test_query_and_fragment_of_the_editor_do_not_come_along() -> None:
    edit = f"https://bitbucket.org/d/r/src/main/{FILE}?mode=edit&at=main#x"
    assert history_url(edit) == f"https://bitbucket.org/d/r/history-node/main/{FILE}"


def test_a_repository_may_be_called_what_hosts_call_their_pages() -> None:
    repo = "https://github.com/src/edit/"
    assert history_url(f"{repo}edit/main/{FILE}", repo) == f"{repo}commits/main/{FILE}"
    assert history_url(f"{repo}wiki/edit/{FILE}", repo) == ""
