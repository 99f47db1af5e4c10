"""The long lists of the app: ids in their order at once, a row made when it is looked at.

The lists follow the index: after :meth:`nettui.services.index.Index.apply` (or ``reload``, or midnight) they answer for
the new state; ``revision`` tells whether what was drawn may be out of date. Nobody is decoded but those looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, overload

from nettui.services.facts.journal import JournalOrder
from nettui.services.facts.people import PeopleFacts, Sort
from nettui.services.views.journal import entry_row
from nettui.services.views.people import person_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from nettui.domain.circles import ComputedGroup
    from nettui.domain.ids import Id
    from nettui.services.index import Index
    from nettui.services.views.rows import EntryRow, PersonRow

__all__ = ["Day", "JournalList", "PeopleCounts", "PeopleList", "Scope", "Sort", "people_counts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Of whom the list is: everybody, a group, a computed group, or the archived. At most one is set."""

    group: Id | None = None
    computed: ComputedGroup | None = None
    archived: bool = False


class PeopleList(Sequence[str]):
    """The ids of people: those of ``scope`` who are in ``found`` (None is everybody), by ``sort``.

    ``reverse`` turns the order round; people without a value (no company, no contact, no due date) then come first.
    """

    def __init__(self, index: Index, *, sort: Sort = Sort.NAME, scope: Scope | None = None) -> None:
        self._index = index
        self._facts = index.shelf(PeopleFacts)
        self._sort = sort
        self._reverse = False
        self._scope = scope or Scope()
        self._found: Collection[Id] | None = None
        self._ids: list[Id] = []
        self._places: dict[Id, int] | None = None
        self._made_at: tuple[object, ...] | None = None

    @property
    def sort(self) -> Sort:
        """By what it is sorted."""
        return self._sort

    def show(self, *, sort: Sort | None = None, reverse: bool | None = None, scope: Scope | None = None) -> None:
        """Change order or scope; what is not given stays."""
        self._sort = self._sort if sort is None else sort
        self._reverse = self._reverse if reverse is None else reverse
        self._scope = self._scope if scope is None else scope
        self._made_at = None

    def narrow(self, found: Collection[Id] | None) -> None:
        """Show only people in ``found``, such as a :class:`~nettui.services.finding.people.PeopleFinder` gives."""
        self._found = found
        self._made_at = None

    @property
    def revision(self) -> int:
        """See :attr:`nettui.services.index.Index.revision`."""
        return self._index.revision

    def row(self, person_id: Id) -> PersonRow | None:
        """Return what the list shows of somebody; None for who is no longer there."""
        person = self._index.people.get(person_id)
        return None if person is None else person_row(self._index, person)

    def place(self, person_id: Id) -> int | None:
        """Return where somebody stands; None for who is not shown."""
        ids = self._present()
        if self._places is None:
            self._places = {each: number for number, each in enumerate(ids)}
        return self._places.get(person_id)

    def __len__(self) -> int:
        return len(self._present())

    @overload
    def __getitem__(self, at: int) -> Id: ...
    @overload
    def __getitem__(self, at: slice) -> list[Id]: ...
    def __getitem__(self, at: int | slice) -> Id | list[Id]:
        return self._present()[at]

    def _present(self) -> list[Id]:
        from nettui.i18n import language

        state = (self._index.revision, language())
        if self._made_at != state:
            self._ids = self._select()
            self._places = None
            self._made_at = state
        return self._ids

    def _select(self) -> list[Id]:
        order = self._facts.order(self._sort)
        rows, scope, found = self._facts.rows, self._scope, self._found
        if found is not None:  # mostly a few: what follows looks only at those
            inside = found if isinstance(found, set | frozenset | dict) else set(found)
            order = [i for i in order if i in inside]
        if scope.computed is not None:
            wanted = (scope.computed.kind, scope.computed.organisation)
            members = {
                person
                for group in self._index.computed_groups()
                if (group.kind, group.organisation) == wanted
                for person in group.people
            }
            ids = [i for i in order if i in members]
        elif scope.group is not None:
            ids = [i for i in order if scope.group in rows[i].groups and not rows[i].archived]
        else:
            ids = [i for i in order if rows[i].archived is scope.archived]
        if self._reverse:
            ids.reverse()
        return ids


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleCounts:
    """How many people there are: in all, in each group (none is 0), in each computed group, and archived apart."""

    everybody: int
    groups: dict[Id, int]
    computed: tuple[tuple[ComputedGroup, int], ...]
    archived: int


def people_counts(index: Index) -> PeopleCounts:
    """Return how many people there are; archived ones count only as archived."""
    rows = index.shelf(PeopleFacts).require().rows
    inside: Counter[tuple[Id, ...]] = Counter(row.groups for row in rows.values() if not row.archived)
    groups = dict.fromkeys(index.groups, 0)
    for own, count in inside.items():
        for group in dict.fromkeys(own):
            if group in groups:
                groups[group] += count
    everybody = inside.total()
    return PeopleCounts(
        everybody=everybody,
        groups=groups,
        computed=tuple((group, len(group.people)) for group in index.computed_groups()),
        archived=len(rows) - everybody,
    )


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the journal: its first line, and how many entries it has."""

    day: date
    first: int
    count: int


class JournalList(Sequence[str]):
    """The ids of the journal, newest first; all of them, or those that were found."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._order = index.shelf(JournalOrder)
        self._found: tuple[list[Id], list[str]] | None = None

    def narrow(self, places: Iterable[int] | None) -> None:
        """Show only the entries at ``places`` of the whole journal, ascending; None shows all."""
        self._found = None
        if places is not None:
            self._found = ([], [])
            self.extend(places)

    def extend(self, places: Iterable[int]) -> None:
        """Add further entries behind, as a search in slices finds them."""
        if self._found is None:
            self._found = ([], [])
        ids, days = self._whole()
        for place in places:
            self._found[0].append(ids[place])
            self._found[1].append(days[place])

    @property
    def revision(self) -> int:
        """See :attr:`nettui.services.index.Index.revision`. What was found is not looked for again by itself."""
        return self._index.revision

    def row(self, entry_id: Id) -> EntryRow | None:
        """Return what the list shows of an entry; None for one that is no longer there."""
        entry = self._index.entries.get(entry_id)
        return None if entry is None else entry_row(self._index, entry)

    def day(self, at: int) -> date:
        """Return the day of the entry on line ``at``."""
        return date.fromisoformat(self._shown()[1][at])

    def days(self) -> list[Day]:
        """Return the days with entries, newest first."""
        found, first = [], 0
        for day, group in groupby(self._shown()[1]):
            count = sum(1 for _each in group)
            found.append(Day(date.fromisoformat(day), first, count))
            first += count
        return found

    def place(self, entry_id: Id) -> int | None:
        """Return the line of an entry; None for one that is not shown."""
        ids = self._shown()[0]
        if self._found is None:
            entry = self._index.entries.get(entry_id)
            at = self._order.find(entry) if entry is not None else len(ids)
            return at if at < len(ids) and ids[at] == entry_id else None
        try:
            return ids.index(entry_id)
        except ValueError:
            return None

    def __len__(self) -> int:
        return len(self._shown()[0])

    @overload
    def __getitem__(self, at: int) -> Id: ...
    @overload
    def __getitem__(self, at: slice) -> list[Id]: ...
    def __getitem__(self, at: int | slice) -> Id | list[Id]:
        ids = self._shown()[0]
        return list(ids[at]) if isinstance(at, slice) else ids[at]

    def _shown(self) -> tuple[Sequence[Id], Sequence[str]]:
        return self._found if self._found is not None else self._whole()

    def _whole(self) -> tuple[Sequence[Id], Sequence[str]]:
        order = self._order.require()
        return order.ids, order.days
