from generator.site.styles import without_comments


def test_comments_are_not_published() -> None:
    assert without_comments("/* a */\na{b:c} /* d\n e */\n/* f */\ng{h:i}\n") == "a{b:c}g{h:i}\n"


def test_what_stands_in_quotation_marks_is_no_comment() -> None:
    rule = """a::before{content:"/* \\" */"}b::after{content:'/*"*/'}"""
    assert without_comments(f"{rule}/* c */") == rule


def test_a_comment_that_is_never_closed_is_left_alone() -> None:
    assert without_comments("a{b:c}/* d") == "a{b:c}/* d"
