"""Whom of the long silent to say hello to first: one familiar, one senior, one seldom met.

Dormant ties gave more useful advice than those in use: Levin, Walter & Murnighan 2011, Organization Science 22(4),
923-939 (executives; the three years are theirs). Of the dormant ones the most useful were novel and of higher status,
while people prefer to write to those they know best: Walter, Levin & Murnighan 2015, Organization Science 26(5),
1447-1465. So three are named that differ, and the two limits on contacts are ours.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from nettui.domain.records import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nettui.domain.ids import Id

__all__ = ["FAMILIAR_CONTACTS", "SELDOM_CONTACTS", "Dormant", "Pick", "picks", "picks_first"]

FAMILIAR_CONTACTS = 4
"""From so many days with contact on somebody was often met."""
SELDOM_CONTACTS = 3
"""Up to so many days with contact somebody was seldom met."""


class Pick(StrEnum):
    """Why somebody is named before the other dormant ones, in the order in which they are named."""

    FAMILIAR = "familiar"
    """The most days with contact of all."""
    SENIOR = "senior"
    """The most senior of those whose level is known."""
    SELDOM = "seldom"
    """The fewest days with contact."""


class Dormant(NamedTuple):
    """One dormant person: for how many days silent, after how many days with contact."""

    person: Id
    days: int
    contacts: int
    level: Level | None


_SENIORITY = {Level.SENIOR: 0, Level.PEER: 1}
"""Who is earlier in their career or outside working life is nobody's senior."""


def picks(dormant: Iterable[Dormant]) -> dict[Id, Pick]:
    """Return the three picks, all different people, in the order of :class:`Pick`; fewer where nobody fits.

    The senior one is chosen first, for there are the fewest; a peer takes the place where no senior is known. Ties go
    to more days with contact (for the seldom met to fewer), then to the shorter silence, then to the lower id.
    """
    rest = list(dormant)
    found: dict[Pick, Id] = {}

    def choose(pick: Pick, fits: Callable[[Dormant], bool], order: Callable[[Dormant], tuple[int, ...]]) -> None:
        candidates = [each for each in rest if fits(each)]
        if candidates:
            best = min(candidates, key=lambda each: (*order(each), each.days, len(each.person), each.person))
            found[pick] = best.person
            rest.remove(best)

    choose(
        Pick.SENIOR, lambda d: d.level in _SENIORITY, lambda d: (_SENIORITY.get(d.level or Level.PEER, 9), -d.contacts)
    )
    choose(Pick.FAMILIAR, lambda d: d.contacts >= FAMILIAR_CONTACTS, lambda d: (-d.contacts,))
    choose(Pick.SELDOM, lambda d: d.contacts <= SELDOM_CONTACTS, lambda d: (d.contacts,))
    return {found[pick]: pick for pick in Pick if pick in found}


def picks_first(dormant: Sequence[Dormant]) -> list[tuple[Dormant, Pick | None]]:
    """Return all, the picks first with what they are picked for, then the others in their order."""
    chosen = picks(dormant)
    order = list(chosen)
    first = sorted((each for each in dormant if each.person in chosen), key=lambda each: order.index(each.person))
    return [(each, chosen.get(each.person)) for each in (*first, *(d for d in dormant if d.person not in chosen))]
