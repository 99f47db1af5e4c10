"""What people need: in communal circles instead of a balance, and of everybody beside what I can offer.

In communal relations people mind each other's needs and keep no account: Clark & Mills 1979, Journal of Personality and
Social Psychology 37(1), 12-24; that they keep track of needs: Clark, Mills & Powell 1986, the same 51(2), 333-338.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.services.facts.needs import Needs
from nettui.services.views.order import name_key
from nettui.services.views.refs import group_ref
from nettui.services.views.rows import Ref

if TYPE_CHECKING:
    from nettui.domain.ids import Id
    from nettui.services.index import Index
    from nettui.services.views.rows import GroupRef

__all__ = ["GroupNeeds", "NeedRow", "NeedsView", "needs"]


@dataclass(frozen=True, slots=True)
class NeedRow:
    """Somebody and what would help them."""

    person: Ref
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupNeeds:
    """A communal group, and those in it who need something, by name; there may be nobody."""

    group: GroupRef
    rows: tuple[NeedRow, ...]


@dataclass(frozen=True, slots=True)
class NeedsView:
    """``everybody`` who needs something, by name, and of them those in each communal group. Nobody archived."""

    everybody: tuple[NeedRow, ...]
    communal: tuple[GroupNeeds, ...]


def needs(index: Index) -> NeedsView:
    """Return who noted which need. No person is decoded: see :class:`nettui.services.facts.needs.Needs`."""
    found = index.shelf(Needs).require().rows
    order: list[Id] = sorted(found, key=lambda i: (name_key(found[i].name), len(i), i))
    rows = {i: NeedRow(Ref(i, found[i].name), found[i].needs) for i in order}
    return NeedsView(
        everybody=tuple(rows.values()),
        communal=tuple(
            GroupNeeds(group_ref(group), tuple(rows[i] for i in order if group.id in found[i].groups))
            for group in index.groups.values()
            if group.communal
        ),
    )
