"""What the tables of the sample network are written in, and the chooser that replaces chance.

The tables hold what a person would write down; everything around it (ids, times, addresses) follows from the keys by
:func:`pick`, so that the sample is the same on every machine and every version of Python.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nettui.domain.ids import Id

__all__ = ["FIRST_EVENING", "SAMPLE_TODAY", "Someone", "day_of", "evening", "id_at", "lines", "pick", "pick_one"]

SAMPLE_TODAY = date(2026, 11, 23)
"""The Monday on which the sample network is looked at."""

FIRST_EVENING = datetime(2023, 12, 1, 18, 0, tzinfo=UTC)
"""When the owner began the journal; what happened before was written down from memory in the days after."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Someone:
    """One line of a table of people.

    ``groups`` and ``also`` are words separated by blanks and commas, ``work`` holds ``organisation | title | since |
    until``, ``met`` is ``when | how | key of who introduced us``.
    """

    key: str
    name: str
    groups: str
    level: str = ""
    work: tuple[str, ...] = ()
    place: str = ""
    met: str = ""
    also: str = ""
    birthday: str = ""
    in_common: str = ""
    can_vouch: str = ""
    i_can_vouch: str = ""
    needs: tuple[str, ...] = ()
    tags: str = ""
    cadence: int | None = None
    archived: bool = False
    notes: str = ""


def pick(below: int, *key: object) -> int:
    """Return a number from 0 to ``below`` - 1 that depends on ``key`` alone."""
    text = "/".join(map(str, key)).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big") % below


def pick_one(choices: Sequence[_T], *key: object) -> _T:
    """Return the one of ``choices`` that ``key`` stands for."""
    return choices[pick(len(choices), *key)]


def id_at(at: datetime, *key: object) -> Id:
    """Return the id of a record made at ``at`` (see ``nettui.domain.ids``), its last six digits out of ``key``."""
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    return str(milliseconds * 1_000_000 + pick(1_000_000, *key))


def evening(day: date, *key: object) -> datetime:
    """Return when something of ``day`` was written down: that evening, but this morning for what is of today."""
    minute = pick(170, "evening", *key)
    if day >= SAMPLE_TODAY:
        return datetime(day.year, day.month, day.day, 7, tzinfo=UTC) + timedelta(minutes=minute // 3, seconds=minute)
    at = datetime(day.year, day.month, day.day, 17, tzinfo=UTC) + timedelta(minutes=minute, seconds=minute % 60)
    if at > FIRST_EVENING + timedelta(days=1):
        return at
    return max(at, FIRST_EVENING + timedelta(minutes=minute, seconds=pick(3600, "later", *key)))


def day_of(text: str) -> date:
    """Read a complete date of a table."""
    return date.fromisoformat(text.strip())


def lines(block: str) -> Iterator[list[str]]:
    """Yield the cells of each line of a table in text; blank lines and those that begin with ``--`` are skipped."""
    for line in block.splitlines():
        if line.strip() and not line.startswith("--"):
            yield [cell.strip() for cell in re.split(r"\s\|(?=\s|$)", line)]
