"""Sets one PDF from pickled content, as a process of its own: `one_pdf.py CONTENT PDF`.

It imports no more of the bench than it needs, for its start is timed too.
"""

import pickle
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.exporters import Published  # noqa: E402 (the path comes first)


def published_from(pickled: bytes) -> Published:
    """The content as exporters get it, with our own templates."""
    build, contents, timestamp, made = pickle.loads(pickled)  # noqa: S301 (our own)
    folder = ROOT / "templates"
    return Published(
        build, contents, lambda name: (folder / name).read_bytes(), timestamp, made=made
    )


def main(content: str, target: str) -> None:
    from generator.exporters.pdf import EXPORT

    (asset,) = EXPORT(published_from(Path(content).read_bytes()))
    Path(target).write_bytes(asset.content)


if __name__ == "__main__":
    main(*sys.argv[1:])
