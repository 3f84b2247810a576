from hypothesis import given
from hypothesis import strategies as st

from generator.memo import HeldMemo, Memo, NoMemo, Task, digest, remembered

WORDS: Task[str] = Task("words", str, str)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_inputs_with_the_same_digest_are_the_same(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_work_is_done_once() -> None:
    memo, done = HeldMemo(), []

    def work() -> str:
        done.append(1)
        return "result"

    for _ in range(2):
        assert remembered(memo, WORDS, b"inputs", work) == "result"
    assert len(done) == 1


def test_what_came_of_nothing_is_asked_again() -> None:
    memo = HeldMemo()
    assert remembered(memo, WORDS, b"inputs", lambda: None) is None
    assert remembered(memo, WORDS, b"inputs", lambda: "now") == "now"


def test_tasks_do_not_share_results() -> None:
    memo = HeldMemo()
    memo.keep(WORDS, b"inputs", "words")
    assert memo.recall(Task("lines", str, str), b"inputs") is None


def test_what_was_used_longest_ago_is_let_go() -> None:
    memo = HeldMemo(most=2)
    memo.keep(WORDS, b"1", "one")
    memo.keep(WORDS, b"2", "two")
    assert memo.recall(WORDS, b"1") == "one"
    memo.keep(WORDS, b"3", "three")
    assert [memo.recall(WORDS, key) for key in (b"1", b"2", b"3")] == ["one", None, "three"]


def test_without_a_memo_nothing_is_kept() -> None:
    memo: Memo = NoMemo()
    memo.keep(WORDS, b"inputs", "words")
    memo.save()
    assert memo.recall(WORDS, b"inputs") is None
