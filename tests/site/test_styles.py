from generator.site.styles import lightened


def test_comments_are_not_published() -> None:
    assert lightened("/* a */\na{b:c} /* d\n e */\n/* f */\ng{h:i}\n") == "a{b:c}g{h:i}"


def test_line_breaks_between_rules_are_not_published() -> None:
    style = "a,\nb{\n  c:d;\n  e:f}\n\n@media print{\n  g\n  h{i:j}\n}\n"
    assert lightened(style) == "a,b{c:d;e:f}@media print{g\n  h{i:j}}"
    assert lightened("a{b:';\n c'}\n") == "a{b:';\n c'}"


def test_what_stands_in_quotation_marks_is_no_comment() -> None:
    rule = """a::before{content:"/* \\" */"}b::after{content:'/*"*/'}"""
    assert lightened(f"{rule}/* c */") == rule


def test_a_comment_that_is_never_closed_is_left_alone() -> None:
    assert lightened("a{b:c}/* d") == "a{b:c}/* d"
