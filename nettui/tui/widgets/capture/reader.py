"""Reading the line at every key: the parser with everything it needs kept at hand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import Entry, Person
from nettui.services.capture.index import NameIndex, NetworkPeople, extended
from nettui.services.capture.parse import parse
from nettui.services.capture.understood import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.services.capture.understood import Understood
    from nettui.services.network import Network
    from nettui.tui.workspace import Workspace

__all__ = ["Reader"]


class Reader:
    """Understands lines in one open network.

    Give each change to :meth:`apply`: the index of names is made anew only when somebody's name changed, and grows by
    those who were added. What the last line meant is remembered, so that everything that draws it parses it once.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.parses = 0
        """How many lines were parsed: the work that a key costs."""
        self._people = _WarmPeople(workspace.network)
        self._last: tuple[str, Understood] | None = None
        self._tags: Counter[str] | None = None

    @property
    def index(self) -> NameIndex:
        """Everybody's names."""
        return self._people.index

    def read(self, line: str, *, afresh: bool = False) -> Understood:
        """Return what ``line`` means; ``afresh`` at this very moment, as for a line that waited long to be saved."""
        if self._last is None or self._last[0] != line or afresh:
            self._last = (line, self.try_reading(line))
        return self._last[1]

    def try_reading(self, line: str) -> Understood:
        """Return what another line would mean, without taking it for the one that is typed."""
        self.parses += 1
        return parse(line, people=self._people, now=self.workspace.network.clock.now())

    def tags(self) -> Mapping[str, int]:
        """Return the tags of the journal and how often each stands there."""
        if self._tags is None:
            self._tags = Counter(tag for entry in self.workspace.index.entries.values() for tag in entry.tags)
        return self._tags

    def apply(self, change: Change | None) -> None:
        """Take over what changed; None for anything."""
        self._last = None
        self._people.apply(change)
        if change is None:
            self._tags = None
            return
        if self._tags is None:
            return
        for edit in change.edits:
            if isinstance(edit.before, Entry):
                self._tags.subtract(edit.before.tags)
            if isinstance(edit.after, Entry):
                self._tags.update(edit.after.tags)


class _WarmPeople:
    """The people of the network as the parser asks for them, answers kept between two keys."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._index: NameIndex | None = None
        self._entries: dict[tuple[Id, ...], Sequence[Entry]] = {}
        self._candidates: dict[tuple[Id, ...], tuple[Candidate, ...]] = {}

    @property
    def index(self) -> NameIndex:
        if self._index is None:
            self._index = NetworkPeople(self._network).index
        return self._index

    def name_of(self, person: Id) -> str:
        found = self._network.repository.people.get(person)
        return found.name if found is not None else person  # another process may have removed them just now

    def candidates(self, people: tuple[Id, ...]) -> tuple[Candidate, ...]:
        if people not in self._candidates:
            self._candidates[people] = tuple(Candidate(person, self.name_of(person)) for person in people)
        return self._candidates[people]

    def entries_of(self, people: Iterable[Id]) -> Sequence[Entry]:
        wanted = tuple(people)
        if wanted not in self._entries:
            self._entries[wanted] = self._network.repository.entries_of(wanted)
        return self._entries[wanted]

    def apply(self, change: Change | None) -> None:
        self._entries.clear()
        self._candidates.clear()
        if change is None:
            self._index = None
            return
        added = []
        for edit in change.edits if self._index is not None else ():
            if edit.table is not Table.PEOPLE or _known_by(edit.before) == _known_by(edit.after):
                continue
            if edit.before is not None or not isinstance(edit.after, Person):
                self._index = None
                return
            added.append((edit.after.id, (edit.after.name, *edit.after.also), edit.after.archived))
        if added and self._index is not None:
            self._index = NameIndex(extended(self._index.data, added))


def _known_by(record: object) -> tuple[object, ...] | None:
    """Return all that the index of names holds of somebody."""
    return (record.name, record.also, record.archived) if isinstance(record, Person) else None
