"""Sharing few places among several lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    S = TypeVar("S", bound="Hashable")

__all__ = ["in_turn"]


def in_turn(sizes: Mapping[S, int], room: int) -> dict[S, int]:
    """Return how many of each list to take: one of each in turn, round by round, while there is ``room``."""
    shares = dict.fromkeys(sizes, 0)
    while room and any(shares[each] < sizes[each] for each in sizes):
        for each, size in sizes.items():
            if room and shares[each] < size:
                shares[each] += 1
                room -= 1
    return shares
