"""How people spread over categories, and how varied that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.organisations import is_organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.ids import Id

__all__ = ["ENOUGH", "Variety", "effective_number", "variety"]

ENOUGH = 5
"""With fewer known people a figure says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """How people spread over categories: ``members`` by the category's name as most often written, largest first.

    ``effective`` is 1/Σp²; ``share`` is that of ``largest``. All three are 0 and empty when nothing is known.
    """

    members: Mapping[str, tuple[Id, ...]]
    effective: float
    largest: str
    share: float
    known: int
    unknown: int
    enough: bool

    @property
    def count(self) -> int:
        """How many categories occur."""
        return len(self.members)


def effective_number(sizes: Iterable[float]) -> float:
    """Return 1/Σp² of the shares of ``sizes``: as many equal categories would be as varied. 0.0 for nothing.

    The Hill number of order 2 (Hill 1973, Ecology 54(2), 427-432; Jost 2006, Oikos 113(2), 363-375), the inverse of
    Simpson's index. Between 1 and the number of categories. Caveat: it sees sizes only, not how alike categories are.
    """
    known = [size for size in sizes if size > 0]
    whole = sum(known)
    return 1 / sum((size / whole) ** 2 for size in known) if known else 0.0


def variety(categories: Iterable[tuple[Id, str, str]]) -> Variety:
    """Return how people spread over categories, each given as the person, the name, and the key that makes it one."""
    members: dict[str, list[Id]] = {}
    spellings: dict[str, dict[str, int]] = {}
    unknown = 0
    for person, name, folded in categories:
        own = members.get(folded)
        if own is None:
            if not is_organisation(folded):
                unknown += 1
                continue
            own, spellings[folded] = members.setdefault(folded, []), {}
        own.append(person)
        written = spellings[folded]
        written[name] = written.get(name, 0) + 1
    ordered = sorted(members, key=lambda k: (-len(members[k]), k))
    named = _names(ordered, spellings)
    known = sum(len(ids) for ids in members.values())
    return Variety(
        members={named[k]: tuple(members[k]) for k in ordered},
        effective=effective_number(len(ids) for ids in members.values()),
        largest=named[ordered[0]] if ordered else "",
        share=len(members[ordered[0]]) / known if ordered else 0.0,
        known=known,
        unknown=unknown,
        enough=known >= ENOUGH,
    )


def _names(keys: list[str], spellings: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return for each key its most frequent spelling; where two keys would show alike, the key itself."""
    names: dict[str, str] = {}
    for key in keys:
        best = min(spellings[key].items(), key=lambda item: (-item[1], item[0]))[0]
        names[key] = best if best not in names.values() else key
    return names
