from generator.text.locate.edits import Joint, Reading, readings


def edited(quotation: str) -> Reading:
    return readings(quotation)[-1]


def words(reading: Reading) -> list[str]:
    return [segment.folded.text.strip() for segment in reading.segments]


def test_a_plain_text_has_the_literal_reading_only() -> None:
    (only,) = readings("as it stands.")
    assert words(only) == ["as it stands."]
    assert only.joints == (Joint(), Joint())


def test_the_literal_reading_comes_first() -> None:
    first, second = readings("one […] two")
    assert words(first) == ["one […] two"]
    assert words(second) == ["one", "two"]


def test_every_form_of_ellipsis_parts_segments() -> None:
    for sign in ("[…]", "[...]", "[. . .]", "…", "...", ". . .", "……", "［…］"):
        reading = edited(f"one {sign} two")
        assert words(reading) == ["one", "two"], sign
        assert reading.joints == (Joint(), Joint(elides=True), Joint()), sign


def test_ellipses_at_the_ends_are_joints() -> None:
    reading = edited("… one two […]")
    assert words(reading) == ["one two"]
    assert [joint.elides for joint in reading.joints] == [True, True]


def test_one_letter_in_brackets_at_a_word_is_a_declared_case() -> None:
    reading = edited("so, [T]he rule")
    assert words(reading) == ["so, The rule"]
    assert reading.segments[0].declared == {2}
    assert not any(joint.is_edit for joint in reading.joints)


def test_one_letter_alone_in_brackets_is_an_insertion() -> None:
    assert edited("so [I] said").joints[1].brackets == ("I",)


def test_sic_leaves_no_trace() -> None:
    assert words(edited("the rulle [sic] holds")) == ["the rulle holds"]


def test_brackets_side_by_side_are_one_joint() -> None:
    assert edited("one [two] […] three").joints[1] == Joint(elides=True, brackets=("two",))


def test_brackets_at_letters_split_a_word() -> None:
    assert edited("walk[ed] home").joints[1].splits_word
    assert edited("he [un]likely wins").joints[1].splits_word
    assert not edited("he [is], now").joints[1].splits_word
    assert not edited("中国[政府]将").joints[1].splits_word


def test_long_brackets_are_text() -> None:
    assert len(readings(f"one [{'x' * 121}] two")) == 1
