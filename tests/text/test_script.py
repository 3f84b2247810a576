import pytest

from generator.text.script import language_of


@pytest.mark.parametrize(
    ("text", "desk", "language"),
    [
        ("The report is undated.", "en", "en"),
        ("这份报告没有日期。", "en", "zh"),
        ("这份报告没有日期。", "zh-Hans", "zh-Hans"),
        ("Der Bericht ist undatiert.", "de", "de"),
        ("", "en", "en"),
    ],
)
def test_the_language_of_a_note_is_told_by_its_characters(
    text: str, desk: str, language: str
) -> None:
    assert language_of(text, desk) == language


def test_a_note_in_latin_letters_on_a_chinese_desk_has_no_known_language() -> None:
    assert language_of("The report is undated.", "zh-Hans") == ""


def test_names_in_the_other_script_do_not_decide() -> None:
    assert language_of("ByteDance (字节跳动) opened a limited test", "en") == "en"
    assert language_of("字节跳动在2月开始Seedance 2.0的有限测试", "en") == "zh"
