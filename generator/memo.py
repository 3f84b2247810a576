"""Results of pure functions, so that work is done once.

A result is found again only by the digest of everything that went into it, so no run is ever told
something that a clean run would not find out. `HeldMemo` keeps results for as long as the process
lives; `generator.store` keeps them between runs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Generic, Protocol, TypeVar

Result = TypeVar("Result")
Json = Any  # what json.loads gives

_HELD = 50_000
"""Results held in memory, at most."""
DIGEST = 20
"""Bytes of a digest."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Result]):
    """A function worth remembering: its name, and its result as JSON and back.

    `read` may raise anything that JSON of the wrong shape makes it raise.
    """

    name: str
    write: Callable[[Result], Json]
    read: Callable[[Json], Result]


class Memo(Protocol):
    """Remembers results. Digests of inputs come from `digest`."""

    def recall(self, task: Task[Result], inputs: bytes) -> Result | None:
        """What the task gave for the inputs with this digest, or None."""

    def keep(self, task: Task[Result], inputs: bytes, result: Result) -> None:
        """Remember what the task gave."""

    def save(self) -> None:
        """Write down what is new, at the end of a run."""


def remembered(
    memo: Memo, task: Task[Result], inputs: bytes, work: Callable[[], Result | None]
) -> Result | None:
    """What the task gave for these inputs before, else what `work` gives now; None is not kept."""
    result = memo.recall(task, inputs)
    if result is None:
        result = work()
        if result is not None:
            memo.keep(task, inputs, result)
    return result


def digest(*parts: str | bytes) -> bytes:
    """The digest of inputs: each part counts with its length, so that none runs into the next."""
    sums = blake2b(digest_size=DIGEST)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        sums.update(b"%d:" % len(content))
        sums.update(content)
    return sums.digest()


class NoMemo:
    """Remembers nothing."""

    def recall(self, task: Task[Result], inputs: bytes) -> None:
        """Nothing."""

    def keep(self, task: Task[Result], inputs: bytes, result: Result) -> None:
        """Nothing is kept."""

    def save(self) -> None:
        """Nothing is written."""


@dataclass
class HeldMemo:
    """Holds results in memory, those used last, and hands on to `below` what it does not have."""

    below: Memo = field(default_factory=NoMemo)
    most: int = _HELD
    _held: dict[tuple[str, bytes], Any] = field(default_factory=dict)  # Any: results of all tasks

    def recall(self, task: Task[Result], inputs: bytes) -> Result | None:
        """What is held, else what is below."""
        key = (task.name, inputs)
        result: Result | None = self._held.pop(key, None)
        if result is None:
            result = self.below.recall(task, inputs)
        if result is not None:
            self._hold(key, result)
        return result

    def keep(self, task: Task[Result], inputs: bytes, result: Result) -> None:
        """Hold it, and hand it on."""
        self._hold((task.name, inputs), result)
        self.below.keep(task, inputs, result)

    def save(self) -> None:
        """Have what is below written down."""
        self.below.save()

    def _hold(self, key: tuple[str, bytes], result: object) -> None:
        self._held[key] = result
        if len(self._held) > self.most:
            del self._held[next(iter(self._held))]
