from pathlib import Path
from shutil import copy

from generator.fonts import coverage, font_folders


def test_the_bundled_fonts_have_latin_greek_cyrillic_and_chinese() -> None:
    fonts = coverage(font_folders()[:1])

    assert all(fonts.has(letter) for letter in "aéŁΩЖ中國のカ，。《")
    assert not any(fonts.has(letter) for letter in "\u0627\u05d0\uac00\U00020bb7😀\ue000")


def test_an_accent_joins_a_letter_of_its_own_font_only() -> None:
    fonts = coverage(font_folders()[:1])

    assert fonts.join("q", "\u0301")
    assert not fonts.join("中", "\u0301")


def test_a_font_that_a_project_adds_is_named() -> None:
    assert coverage(font_folders()[:1]).families == ()


def test_a_font_under_another_name_counts_as_added(tmp_path: Path) -> None:
    (source,) = font_folders()[0].glob("StandfirstSansSC*")
    added = copy(source, tmp_path / "added.ttf")
    data = Path(added).read_bytes()
    name, other = (
        "Standfirst Sans SC".encode("utf-16-be"),
        "Harbour Sans No. 1".encode("utf-16-be"),
    )
    Path(added).write_bytes(data.replace(name, other))

    assert coverage((tmp_path,)).families == ("Harbour Sans No. 1",)
    assert coverage((tmp_path,)).has("中")
