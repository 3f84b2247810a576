"""Reference lists: each format has a small strict reader here, which gives the texts back."""

import json
import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exporters.biblatex import entry
from generator.exporters.csl_json import TYPES, csl_item
from generator.exporters.ris import reference
from generator.text.plain import one_line
from tests.block_page import source
from tests.exporters.desk import FENCED, HOSTILE, desk_build, exported

COMMANDS = {
    "textbackslash{}": "\\",
    "textbraceleft{}": "{",
    "textbraceright{}": "}",
    "textasciicircum{}": "^",
    "textasciitilde{}": "~",
}
CSL_TEXTS = {"id", "type", "title", "container-title", "publisher", "URL", "language", "keyword"}
CSL_TEXTS |= {"archive", "archive_location", "note"}
NAME_KEYS = {"family", "given", "non-dropping-particle", "literal"}


def read_bib(text: str) -> list[dict[str, str]]:
    """The entries of a .bib file; every brace must have its partner."""
    entries = []
    at = 0
    while at < len(text):
        head = re.compile(r"@([a-z]+)\{([\w.-]+),\n").match(text, at)
        assert head, text[at : at + 40]
        found = {"kind": head[1], "key": head[2]}
        at = head.end()
        while field := re.compile(r"  ([a-z]+) = \{").match(text, at):
            end = closing_brace(text, field.end())
            found[field[1]] = text[field.end() : end]
            assert text[end : end + 3] == "},\n"
            at = end + 3
        assert text[at : at + 2] == "}\n"
        at += 2 + text[at + 2 :].startswith("\n")
        entries.append(found)
    return entries


def closing_brace(text: str, at: int) -> int:
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at - 1


def printed(tex: str) -> str:
    """What TeX prints for escaped text; nothing active may be left bare."""
    names = "|".join(re.escape(name) for name in COMMANDS)
    assert not re.search(r"[\\{}^~#$%&_]", re.sub(rf"\\(?:{names}|[#$%&_])", "", tex)), tex
    return re.sub(rf"\\({names}|.)", lambda match: COMMANDS.get(match[1], match[1]), tex)


def read_ris(text: str) -> list[list[tuple[str, str]]]:
    """The references of a .ris file, each a list of tags with values."""
    assert text.endswith("ER  - \r\n\r\n")
    references = []
    for block in text.removesuffix("\r\n\r\n").split("\r\n\r\n"):
        lines = [
            re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line) for line in block.split("\r\n")
        ]
        assert all(lines), block
        tags = [(line[1], line[2]) for line in lines if line]
        assert tags[0][0] == "TY"
        assert [tag for tag, _ in tags].count("ER") == 1
        assert tags[-1] == ("ER", "")
        references.append(tags[:-1])
    return references


def check_csl(item: Mapping[str, object]) -> None:
    """What the schema for CSL data asks of the fields that we write."""
    assert item["type"] in TYPES
    for key, value in item.items():
        if key == "author":
            assert isinstance(value, list)
            assert value
            for name in value:
                assert set(name) <= NAME_KEYS
                assert all(isinstance(part, str) and part for part in name.values())
        elif key in ("issued", "accessed"):
            assert isinstance(value, dict)
            ((name, ranges),) = value.items()
            assert name == "date-parts"
            assert len(ranges) == 1
            assert 1 <= len(ranges[0]) <= 3
            assert all(isinstance(part, int) for part in ranges[0])
        elif key == "custom":
            assert isinstance(value, dict)
        else:
            assert key in CSL_TEXTS
            assert isinstance(value, str)
            assert value


@pytest.mark.parametrize("text", [HOSTILE, FENCED, "码头上的短片 100 % & more"])
def test_a_hostile_title_comes_back_letter_for_letter(text: str) -> None:
    hostile = source("a.b-c", title=text, publisher=text, tags=(text,), authors=(text,))
    (bib,) = read_bib(entry(hostile))
    assert printed(bib["title"][1:-1]) == one_line(text)
    (ris,) = read_ris(reference(hostile))
    assert ("TI", one_line(text)) in ris
    item = csl_item(hostile)
    check_csl(item)
    assert item["title"] == one_line(text)


@given(st.text(min_size=1, max_size=60), st.text(max_size=20))
def test_any_text_makes_one_entry_that_can_be_read(title: str, author: str) -> None:
    any_source = source("a", title=title, publisher=title, tags=(title,), authors=(author,))
    (bib,) = read_bib(entry(any_source))
    assert printed(bib["title"][1:-1]) == one_line(title)
    (ris,) = read_ris(reference(any_source))
    assert dict(ris).get("TI", "") == one_line(title)
    check_csl(csl_item(any_source) | {"title": one_line(title) or "x"})


@pytest.mark.parametrize(
    ("kind", "bib", "outlet", "ris", "ris_outlet", "csl_outlet"),
    [
        ("article-newspaper", "article", "journaltitle", "NEWS", "T2", "container-title"),
        ("webpage", "online", "organization", "ELEC", "T2", "container-title"),
        ("report", "report", "institution", "RPRT", "PB", "publisher"),
        ("dataset", "dataset", "publisher", "DATA", "PB", "publisher"),
        ("legislation", "misc", "organization", "STAT", "PB", "publisher"),
        ("something", "misc", "organization", "GEN", "PB", "publisher"),
    ],
)
def test_each_type_has_its_nearest_in_every_format(
    kind: str, bib: str, outlet: str, ris: str, ris_outlet: str, csl_outlet: str
) -> None:
    one = source("a", type=kind, publisher="Harbour Times")
    (read,) = read_bib(entry(one))
    assert (read["kind"], read[outlet]) == (bib, "Harbour Times")
    (tags,) = read_ris(reference(one))
    assert tags[0] == ("TY", ris)
    assert (ris_outlet, "Harbour Times") in tags
    item = csl_item(one)
    assert item["type"] == (kind if kind in TYPES else "document")
    assert item[csl_outlet] == "Harbour Times"


def test_names_are_written_as_each_format_wants_them() -> None:
    one = source("a", authors=("陈大文", "新华社", "Jan van Dam", "Rock and Sea, Inc."))
    (bib,) = read_bib(entry(one))
    assert bib["author"] == "陈, 大文 and {新华社} and van Dam, Jan and {Rock and Sea}, Inc."
    (ris,) = read_ris(reference(one))
    assert [value for tag, value in ris if tag == "AU"][:3] == [
        "陈, 大文",
        "新华社",
        "van Dam, Jan",
    ]
    assert csl_item(one)["author"] == [
        {"family": "陈", "given": "大文"},
        {"literal": "新华社"},
        {"family": "Dam", "given": "Jan", "non-dropping-particle": "van"},
        {"family": "Rock and Sea", "given": "Inc."},
    ]


def test_a_date_is_given_as_far_as_it_is_known() -> None:
    one = source("a", published="2026-02", accessed="2026-02-14")
    (bib,) = read_bib(entry(one))
    assert (bib["date"], bib["urldate"]) == ("2026-02", "2026-02-14")
    tags = dict(read_ris(reference(one))[0])
    assert (tags["PY"], tags["DA"], tags["Y2"]) == ("2026", "2026/02", "2026/02/14")
    assert csl_item(one)["issued"] == {"date-parts": [[2026, 2]]}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/}\n@x{", "file:///etc"])
def test_what_is_no_web_address_is_left_out(url: str) -> None:
    one = source("a", url=url, archive_url=url)
    assert "url" not in read_bib(entry(one))[0]
    assert not {"UR", "N1"} & set(dict(read_ris(reference(one))[0]))
    assert not {"URL", "archive"} & set(csl_item(one))


def test_an_archived_copy_is_where_styles_and_programs_find_it() -> None:
    item = csl_item(source("a", archive_url="https://archive.example/1"))
    assert (item["archive"], item["archive_location"]) == (
        "archive.example",
        "https://archive.example/1",
    )
    assert item["custom"] == {
        "grade": "F6",
        "origin": "a",
        "archive": [{"url": "https://archive.example/1"}],
    }


def test_every_briefing_has_its_lists_in_the_order_of_its_numbers() -> None:
    build = desk_build()
    items = json.loads(exported(build, "csl-json")["briefings/clips/sources.csl.json"])
    bib = read_bib(exported(build, "biblatex")["briefings/clips/sources.bib"])
    ris = read_ris(exported(build, "ris")["briefings/clips/sources.ris"])
    used = list(build.briefings[0].used)
    assert [item["id"] for item in items] == used
    assert [one["key"] for one in bib] == used
    assert [dict(one)["ID"] for one in ris] == used
    for item in items:
        check_csl(item)
