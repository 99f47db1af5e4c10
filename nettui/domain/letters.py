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
    """One recommendation: ``person`` wrote it for me where it was received, else I wrote it for them.

    ``id`` is that of the exchange. ``role`` is the work it speaks of, ``organisation`` the person's at that time.
    ``on`` is the day it was done, None where that is not known, and of a ``draft``.
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
    draft: bool = False
