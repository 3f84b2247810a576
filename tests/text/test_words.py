import pytest

from generator.text.words import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Shares rose 1.5 percent.", 4),
        ("a well-known company’s shares — twice", 5),
        ("发布办法，自9月1日起", 10),
        ("ソラ model", 3),
    ],
)
def test_words_and_han_characters_are_counted(text: str, words: int) -> None:
    assert word_count(text) == words
