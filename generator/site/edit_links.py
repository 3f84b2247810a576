"""The history of a file at its host, out of the address at which it is edited there.

MkDocs makes that address of `repo_url` and `edit_uri`; each host has one more page for the history
of the same file, whose address differs in a word or two.
"""

import re
from urllib.parse import urlsplit

_WAYS = (
    # GitLab: /-/edit/main/docs/x.md.
    (r"/-/(?:edit|blob|raw|blame)/", "/-/commits/"),
    # Gitea and Forgejo: /_edit/main/docs/x.md, /src/branch/main/docs/x.md.
    (r"/_edit/", "/commits/branch/"),
    (r"/src/(branch|commit|tag)/", r"/commits/\1/"),
    # Bitbucket: /src/main/docs/x.md.
    (r"/src/", "/history-node/"),
    # SourceHut: /tree/main/item/docs/x.md.
    (r"/tree/([^/]+)/item/", r"/log/\1/item/"),
    # GitHub, and GitLab in older versions: /edit/main/docs/x.md.
    (r"/(?:edit|blob|raw|blame|tree)/", "/commits/"),
)


def history_url(edit_url: str | None, repo_url: str | None = "") -> str:
    """The address of the file's history; empty where the host is of no kind that we know.

    A word such as `edit` counts in what follows the repository's own address, not in its name.
    """
    try:
        parts = urlsplit(edit_url or "")
        own = urlsplit(repo_url or "").path.rstrip("/")
    except ValueError:
        return ""
    own = own if parts.path.startswith(f"{own}/") else ""
    rest = parts.path.removeprefix(own)
    for pattern, replacement in _WAYS:
        found = re.search(pattern, rest)
        if found and (not own or found.start() == 0):
            path = f"{own}{rest[: found.start()]}{found.expand(replacement)}{rest[found.end() :]}"
            return parts._replace(path=path, query="", fragment="").geturl()
    return ""
