from generator.text.page_code import without_code
from generator.text.page_images import PageImage, page_images


def images(text: str) -> list[tuple[str, str | None]]:
    return [(image.address, image.alt) for image in page_images(text)]


def test_images_are_found_in_markdown_by_reference_and_in_html() -> None:
    text = (
        '![A](a.png "T") ![B](<b c.png>) ![C][one] ![two][]\n'
        "<IMG alt='D' src=d.png>\n\n[ONE]: c.png\n[two]: <e.png>\n"
    )

    assert images(text) == [
        ("a.png", "A"),
        ("b c.png", "B"),
        ("c.png", "C"),
        ("e.png", "two"),
        ("d.png", "D"),
    ]


def test_an_html_image_without_alt_differs_from_one_with_an_empty_alt() -> None:
    assert images("<img src='a.png'><img src='b.png' alt=''>") == [("a.png", None), ("b.png", "")]


def test_code_and_comments_hold_no_images() -> None:
    text = "`![a](a.png)`\n\n```\n![b](b.png)\n```\n\n<!-- ![c](c.png) -->\n\n~~~ md\n![d](d.png)\n"

    assert images(text) == []


def test_places_are_those_of_the_text() -> None:
    text = "---\nx: ![a](a.png)\n---\n`code` ![b](b.png)"

    assert list(page_images(text, 23)) == [PageImage(30, 41, "b.png", "b")]
    assert text[30:] == "![b](b.png)"


def test_blanking_code_keeps_the_length_and_the_lines() -> None:
    text = "a `b` ``c ` d`` e\n```\nf\n```\ng <!-- h\ni --> j"

    blanked = without_code(text)

    assert len(blanked) == len(text)
    assert [line.split() for line in blanked.split("\n")] == [["a", "e"], [], [], [], ["g"], ["j"]]
