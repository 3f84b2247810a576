"""Laws of adding to YAML: the old content with the new entry, whatever its words are."""

from hypothesis import given
from hypothesis import strategies as st

from generator.insertion import Fields, Refused, with_item
from generator.model.span import TextFile
from generator.text.strict_yaml import read_yaml

_LAYOUTS = (
    "list:\n  - {a: 1}   # first\n# end\nnext: x\n",
    "list:\n- a: 1\n  b: >-\n    folded\n    text\n\nnext: x\n",
    "list: [{a: 1},]\nnext: x\n",
    "list: []\nnext: x\n",
    "list:   # none yet\nnext: x\n",
    "next: x\n",
)


@given(st.sampled_from(_LAYOUTS), st.text(max_size=40))
def test_any_words_come_back_as_they_were_given_or_are_refused(layout: str, words: str) -> None:
    file = TextFile("x.yml", layout)
    before = read_yaml(file)
    entry: Fields = {"date": "2026-03-09", "because": words}
    try:
        text, line = with_item(file, before, ("list",), entry)
    except Refused:
        return
    read = read_yaml(TextFile("x.yml", text)).value
    assert isinstance(read, dict)
    assert isinstance(read["list"], list)
    assert read["list"][-1] == entry
    assert read["next"] == "x"
    kept = [comment for comment in ("# first", "# end", "# none yet") if comment in layout]
    assert all(comment in text for comment in kept)
    assert 1 <= line <= len(text.splitlines())


def test_plain_words_are_never_refused() -> None:
    for layout in _LAYOUTS:
        file = TextFile("x.yml", layout)
        text, _ = with_item(file, read_yaml(file), ("list",), {"because": "Talks have begun"})
        assert text.count("Talks have begun") == 1
