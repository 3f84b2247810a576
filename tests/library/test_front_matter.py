from hypothesis import given
from hypothesis import strategies as st

from generator.library.front_matter import write_source
from generator.model.span import TextFile
from generator.text.front_matter import front_matter
from generator.text.strict_yaml import Value, read_yaml

HOSTILE = [
    "---",
    "...",
    "a: b",
    "- a",
    "# no comment",
    "x # y",
    '"',
    "'",
    "\\",
    "&anchor",
    "*alias",
    "!tag",
    "{a: b}",
    "[a]",
    "%YAML 1.1",
    "null",
    "~",
    "no",
    "1.10",
    "12:30",
    "",
    " ",
    "a\n---\nb",
    "\u2028",
    "\x00",
    "\ufeff",
    "<script>",
    "trailing:",
    "é",
    "视频：热",
    "🙂",
    "a" * 2000,
]
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join),
)
names = st.one_of(st.sampled_from(["title", "url", "notes"]), st.text("abc:-# {}é", max_size=8))
values: st.SearchStrategy[Value] = st.recursive(
    st.none() | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(names.filter(lambda name: len(name) < 100), inner, max_size=3)
    ),
    max_leaves=6,
)


def fields_of(text: str) -> Value:
    matter = front_matter(text)
    assert matter is not None
    document = read_yaml(TextFile("sources/a.md", text), matter.start, matter.end)
    assert document.faults == ()
    return document.value


def body_of(text: str) -> str:
    matter = front_matter(text)
    assert matter is not None
    return text[matter.body :].strip()


@given(st.dictionaries(names, values.filter(lambda value: value is not None), min_size=1))
def test_every_field_is_read_back_exactly(fields: dict[str, Value]) -> None:
    assert fields_of(write_source(fields, "Body.")) == fields


@given(texts)
def test_no_title_can_end_the_front_matter(title: str) -> None:
    assert body_of(write_source({"title": title}, "Body.")) == "Body."


def test_fields_stand_in_the_order_of_the_handbook() -> None:
    text = write_source({"url": "https://a.example/", "tags": ["x"], "title": "T"}, "B")
    assert text == "---\ntitle: T\nurl: https://a.example/\ntags: [x]\n---\n\nB\n"


def test_plain_words_are_not_quoted() -> None:
    fields: dict[str, Value] = {"title": "Video clips lift media shares", "published": "2026-02-09"}
    assert '"' not in write_source(fields, "B")


def test_words_that_other_readers_take_for_numbers_or_booleans_are_quoted() -> None:
    assert 'title: "no"\n' in write_source({"title": "no"}, "B")
    assert 'title: "1.10"\n' in write_source({"title": "1.10"}, "B")


def test_notes_are_written_a_line_a_field() -> None:
    text = write_source({"notes": [{"section": "trend", "says": "Shares rose."}]}, "B")
    assert "notes:\n  - section: trend\n    says: Shares rose.\n" in text


def test_fields_without_a_value_are_left_out() -> None:
    assert "publisher" not in write_source({"title": "T", "publisher": None}, "B")


def test_half_a_character_does_not_stop_the_writing() -> None:
    assert fields_of(write_source({"title": "a\ud800b"}, "B")) == {"title": "a\ufffdb"}
