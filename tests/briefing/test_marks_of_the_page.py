from tests.read_page import read


def test_an_allowance_counts_for_the_block_after_it():
    text = (
        "<!-- standfirst: allow uncited-quotation because it is a motto -->\n"
        'They say "up".\n\nAnd "down".\n'
    )
    (allowance,) = (found := read(text)).page.allowances
    assert (allowance.code, allowance.reason) == ("uncited-quotation", "it is a motto")
    assert found.at(allowance.span) == text.split("\n")[0]
    assert found.at(allowance.scope) == 'They say "up".'


def test_allowances_may_stand_one_on_the_other():
    comment = "<!-- standfirst: allow {} because so -->\n"
    found = read(
        comment.format("one") + comment.format("two") + "| a | b |\n|---|---|\n| c | d |\n"
    )
    scopes = [found.at(allowance.scope) for allowance in found.page.allowances]
    assert scopes == ["| a | b |\n|---|---|\n| c | d |"] * 2


def test_an_allowance_inside_a_box_counts_for_its_paragraph():
    text = '!!! note\n    <!-- standfirst: allow x because y -->\n    Said "up".\n\n    More.\n'
    found = read(text)
    assert found.at(found.page.allowances[0].scope).strip() == 'Said "up".'


def test_an_allowance_without_reason_is_kept_for_a_check_to_see():
    found = read("<!-- standfirst: allow x -->\ntext")
    assert [(it.code, it.reason) for it in found.page.allowances] == [("x", "")]


def test_an_allowance_in_code_is_none():
    assert read("`<!-- standfirst: allow x because y -->` text").page.allowances == ()


def test_proposals_are_found():
    text = '- It "rose" [@harbour]. <!-- standfirst: proposed -->\n- More. <!-- other -->\n'
    found = read(text)
    assert found.all_at(found.page.proposals) == ["<!-- standfirst: proposed -->"]
    assert found.sentences == ['It "rose" [@harbour].', "More."]


def test_includes_are_found_even_in_fenced_code():
    text = (
        "text\n--8<-- file.md\n\n```\n--8<-- other.md\n```\n\nBut `--8<--` here, ;--8<-- there.\n"
    )
    found = read(text)
    assert found.all_at(found.page.includes) == ["--8<--", "--8<--"]


def test_a_known_block_has_its_yaml():
    text = "text\n\n```chart\ndata: '@arena'\n```\n\n```python\nx = '[@quay]'\n```\n"
    (block,) = (found := read(text)).page.blocks
    assert block.name == "chart"
    assert found.at(block.span) == "```chart\ndata: '@arena'\n```"
    assert block.body.text[block.body_start : block.body_end] == "data: '@arena'\n"
    assert found.cited == ["arena"]


def test_a_block_in_containers_can_be_read():
    text = "> !!! note\n>     ```chart\n>     title: One\n>     x: date\n>     ```\n"
    (block,) = read(text).page.blocks
    body = block.body.text[block.body_start : block.body_end]
    assert [line.strip() for line in body.splitlines()] == ["title: One", "x: date"]
    assert len({len(line) - len(line.lstrip()) for line in body.splitlines()}) == 1


def test_a_block_in_indented_code_is_none():
    assert read("text\n\n    ```chart\n    data: '@arena'\n    ```\n").page.blocks == ()


def test_texts_of_a_block_are_read_like_paragraphs():
    text = (
        "```timeline\nevents:\n"
        '  - says: Shares "rose 20 percent" [@harbour].\n'
        '    note: "The regulator \\"did not approve\\" it [@harbour]."\n'
        "  - says: >-\n      It was\n      “approve the rule”\n      [@harbour, ¶2]\n"
        "    cite: ['@quay', '@harbour, ¶2']\n    mark: step\n```\n"
    )
    found = read(text)
    assert found.quotations == ["rose 20 percent", "did not approve", "approve the rule"]
    assert all(match.is_found for match in found.matches)
    assert found.cited == ["harbour", "harbour", "harbour", "quay", "harbour"]
    assert found.locators == [("paragraph", "¶2"), ("paragraph", "¶2")]
    assert "step" not in found.sentences


def test_a_block_that_is_no_yaml_is_kept_without_texts():
    found = read("```chart\n{: [\n```\n")
    assert len(found.page.blocks) == 1
    assert found.page.groups == ()
