"""The life of something that is worked out from whole tables: recalled or built, brought up to date, remembered.

At a hundred thousand records working it out takes seconds, recalling it milliseconds, and a change touches a few
records: so it is built once in the life of a file, in slices when the app does it between two keys.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from datetime import date
    from typing import Any, Self

    from nettui.domain.change import Edit, Table
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["SLICE", "Pace", "Remembered", "dict_in_slices"]

K = TypeVar("K")
V = TypeVar("V")

SLICE = 0.006
"""Seconds of work between two pauses."""
_CHUNK = 1000
_RENEW_AFTER = 64
"""So many edits since a value was remembered are enough to write it again, even in a session that only reads."""


class Pace:
    """Tells when a slice of work has been long enough."""

    def __init__(self, seconds: float = SLICE) -> None:
        self._seconds = seconds
        self._until = perf_counter() + seconds

    def due(self) -> bool:
        """Return whether to pause; the next slice begins with the next question after the pause."""
        return perf_counter() >= self._until

    def resume(self) -> None:
        """Begin a slice."""
        self._until = perf_counter() + self._seconds


def dict_in_slices(pairs: Iterable[tuple[K, V]]) -> Generator[None, None, dict[K, V]]:
    """Return ``dict(pairs)``, made in slices."""
    found: dict[K, V] = {}
    rest, pace = iter(pairs), Pace()
    while chunk := list(islice(rest, _CHUNK)):
        found.update(chunk)
        if pace.due():
            yield
            pace.resume()
    return found


class Remembered(ABC):
    """Something that follows from ``tables`` alone, and perhaps from the day, which it then notes itself.

    The index owns it: it hands over each change, and asks to remember when there is time.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    tables: ClassVar[tuple[Table, ...]]
    patience: ClassVar[int] = 16
    """After so many edits it is worth writing again; until then the next session applies them when it recalls it."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._loaded = False
        self._unsaved = 0
        self._changes = 0
        self._day: date | None = None

    @property
    def loaded(self) -> bool:
        """Whether it answers at once."""
        return self._loaded and self._day == self.index.today

    def require(self) -> Self:
        """Return this, ready to answer."""
        if not self.loaded:
            for _pause in self.loading():
                pass
        return self

    def loading(self) -> Iterator[None]:
        """Get ready in slices of a few milliseconds, with a pause after each. What changes meanwhile is heeded."""
        while not self.loaded:
            today = self.index.today
            if self._loaded and self._day is not None and self._turn(self._day, today):
                self._day = today
                continue
            self._loaded = False
            if (yield from self._recall(today)):
                continue
            changes = self._changes
            for _pause in self._build(today):
                yield
                if self._loaded or changes != self._changes:
                    break
            else:
                self._loaded, self._day = True, today
                self._write()

    def apply(self, edits: Sequence[Edit]) -> None:
        """Take over edits that the repository holds already."""
        own = [edit for edit in edits if edit.table in self.tables]
        if not own:
            return
        self._changes += 1
        if self._loaded:
            self._apply(own)
            self._unsaved += len(own)

    def reload(self) -> None:
        """Distrust what is known, after changes that nobody described."""
        self._changes += 1
        self._loaded = False

    def remember(self, patience: int = 1) -> bool:
        """Write it down after at least ``patience`` edits; return whether anything was written."""
        if not self._loaded or self._unsaved < patience:
            return False
        self.require()  # where midnight has passed, of the day it is
        self._write()
        return True

    def _write(self) -> None:
        self.index.repository.remember(self.name, self.version, self.tables, self._dump())
        self._unsaved = 0

    def _recall(self, today: date) -> Generator[None, None, bool]:
        """Recall it in slices; return whether that went well, or somebody else was faster."""
        changes = self._changes
        recalled = self.index.repository.recall(self.name, self.version, self.tables)
        if recalled is None:
            return False
        try:
            value = yield from self._unpack(recalled.value)
            if self._loaded or changes != self._changes:
                return True
            day = self._restore(value, today)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            return False  # another program's file: the key fits, the value does not
        if recalled.edits:
            self._apply(recalled.edits)
        if day is not None and day != today and not self._turn(day, today):
            return False
        self._loaded, self._day = True, today
        self._unsaved = len(recalled.edits)
        if self._unsaved > _RENEW_AFTER:
            self._write()
        return True

    def _unpack(self, value: Json) -> Generator[None, None, Any]:
        """Return what :meth:`_restore` takes, made of a remembered ``value`` in slices; nothing is taken into use."""
        yield
        return value

    def _turn(self, day: date, today: date) -> bool:  # noqa: ARG002 - for those that depend on the day
        """Bring what was true on ``day`` to ``today``; return False where it must be built anew."""
        return True

    @abstractmethod
    def _build(self, today: date) -> Iterator[None]:
        """Work it out, pausing often; the last step takes it into use."""

    @abstractmethod
    def _restore(self, value: Any, today: date) -> date | None:  # noqa: ANN401 - each its own
        """Take ``value`` into use and return the day of which it is true; None for any day."""

    @abstractmethod
    def _dump(self) -> Json:
        """Return what :meth:`_unpack` takes."""

    @abstractmethod
    def _apply(self, edits: Sequence[Edit]) -> None:
        """Bring it up to date; the repository holds the edits already. One may come that changed nothing."""
