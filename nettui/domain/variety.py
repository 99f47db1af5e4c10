"""How people spread over categories, and how varied that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.organisations import is_organisation
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from nettui.domain.ids import Id

__all__ = ["ENOUGH", "GroupVariety", "Variety", "effective_number", "group_variety", "industry_key", "variety"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupVariety:
    """How people spread over groups: ``weights`` by group, largest first, in people; they add up to ``known``.

    ``effective`` is 1/Σp² of the weights; ``share`` is that of ``largest``; ``unknown`` are those in no group.
    """

    weights: Mapping[Id, float]
    effective: float
    largest: Id | None
    share: float
    known: int
    unknown: int
    enough: bool

    @property
    def count(self) -> int:
        """In how many groups there is anybody."""
        return len(self.weights)


def industry_key(name: str) -> str:
    """Return the key under which two spellings of an industry count as one."""
    return fold_name(name.replace(",", " "))


def group_variety(memberships: Iterable[tuple[Id, ...]], groups: Container[Id]) -> GroupVariety:
    """Return how people spread over ``groups``, given the groups of each; see :func:`effective_number`.

    Somebody in k groups counts 1/k in each, so that everybody weighs the same. Caveat: a group is what the user made of
    it; two that overlap much still count as two.
    """
    weights: dict[Id, float] = {}
    known = unknown = 0
    for own in memberships:
        within = [group for group in dict.fromkeys(own) if group in groups]
        if not within:
            unknown += 1
            continue
        known += 1
        for group in within:
            weights[group] = weights.get(group, 0.0) + 1 / len(within)
    ordered = sorted(weights.items(), key=lambda item: (-item[1], len(item[0]), item[0]))
    return GroupVariety(
        weights=dict(ordered),
        effective=effective_number(weights.values()),
        largest=ordered[0][0] if ordered else None,
        share=ordered[0][1] / known if ordered else 0.0,
        known=known,
        unknown=unknown,
        enough=known >= ENOUGH,
    )


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
