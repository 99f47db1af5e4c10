"""A recommendation as it leaves the file: what a format needs to write it down, and no links to follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Direction

__all__ = ["Letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One recommendation. ``role`` and ``organisation`` are those of its time; ``on`` is when it was done, else None.

    ``id`` is that of the exchange; ``person`` wrote it for me where it was received, else I wrote it for them.
    """

    id: str
    direction: Direction
    person: str
    role: str = ""
    organisation: str = ""
    subject: str = ""
    on: PartialDate | None = None
    where: str = ""
    url: str = ""
    text: str = ""
