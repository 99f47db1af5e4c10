"""Rows that are made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Rows"]

K = TypeVar("K")
R = TypeVar("R")


class Rows(Sequence[R], Generic[K, R]):
    """The rows that ``make`` makes of ``keys``; equal to any sequence of equal rows.

    Valid until the next change: a key may then lead nowhere.
    """

    __slots__ = ("_make", "keys")

    def __init__(self, keys: Sequence[K], make: Callable[[K], R]) -> None:
        self.keys = keys
        self._make = make

    def only(self, test: Callable[[K], bool]) -> Rows[K, R]:
        """Return those whose key passes ``test``; no row is made for it."""
        return Rows([key for key in self.keys if test(key)], self._make)

    def beginning_with(self, number: int) -> Rows[K, R]:
        """Return the same with the key ``number`` first."""
        keys = list(self.keys)
        return Rows([*keys[number : number + 1], *keys[:number], *keys[number + 1 :]], self._make)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> list[R]: ...
    def __getitem__(self, at: int | slice) -> R | list[R]:
        if isinstance(at, slice):
            return [self._make(key) for key in self.keys[at]]
        return self._make(self.keys[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
