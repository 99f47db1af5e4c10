"""What people need, as far as they noted it: so that a page of needs decodes nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from nettui.domain.change import Table
from nettui.domain.records import Person
from nettui.services.facts.remembered import Pace, Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["Need", "Needs"]


class Need(NamedTuple):
    """The needs of somebody who is not archived."""

    name: str
    groups: tuple[Id, ...]
    needs: tuple[str, ...]


class Needs(Remembered):
    """Those who need something; most people have no row."""

    name: ClassVar[str] = "needs"
    tables: ClassVar[tuple[Table, ...]] = (Table.PEOPLE,)

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._rows: dict[Id, Need] = {}

    @property
    def rows(self) -> Mapping[Id, Need]:
        """The needs by person, in no particular order."""
        return self._rows

    def _build(self, today: date) -> Iterator[None]:  # noqa: ARG002
        rows: dict[Id, Need] = {}
        pace = Pace()
        for person in self.index.people.values():
            need = _need(person)
            if need is not None:
                rows[person.id] = need
            if pace.due():
                yield
                pace.resume()
        self._rows = rows

    def _restore(self, value: Any, today: date) -> None:  # noqa: ANN401, ARG002
        self._rows = {key: Need(name, tuple(groups), tuple(needs)) for key, (name, groups, needs) in value.items()}

    def _dump(self) -> Json:
        return {key: [need.name, list(need.groups), list(need.needs)] for key, need in self._rows.items()}

    def _apply(self, edits: Sequence[Edit]) -> None:
        for edit in edits:
            need = _need(edit.after)
            if need is None:
                self._rows.pop(edit.id, None)
            else:
                self._rows[edit.id] = need


def _need(record: Record | None) -> Need | None:
    if not isinstance(record, Person) or record.archived or not record.needs:
        return None
    return Need(record.name, record.groups, record.needs)
