"""Who shares a place with me: the members of the groups that follow from positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from nettui.domain.change import Table
from nettui.domain.circles import ComputedGroup, ComputedKind, grouped, my_places, shared_places
from nettui.services.facts.by_person import ByPerson, next_turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from nettui.domain.change import Edit
    from nettui.domain.circles import Place
    from nettui.domain.ids import Id
    from nettui.domain.records import Person, Position
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["SharedPlaces"]


class SharedPlaces(ByPerson[dict["Place", ComputedKind]]):
    """For each person the places we share; see :func:`nettui.domain.circles.shared_places`."""

    name: ClassVar[str] = "shared-places"
    tables: ClassVar[tuple[Table, ...]] = (Table.PEOPLE, Table.ME)

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._mine: dict[Place, list[Position]] = {}
        self._groups: list[ComputedGroup] | None = None

    @property
    def groups(self) -> Sequence[ComputedGroup]:
        """The groups, as :func:`nettui.domain.circles.computed_groups` gives them."""
        if self._groups is None:
            shared = ((i, self._rows[i]) for i in sorted(self._rows, key=lambda i: (len(i), i)))
            self._groups = grouped(shared, self._mine)
        return self._groups

    def _make(self, person: Person, today: date) -> dict[Place, ComputedKind]:
        return {} if person.archived or not person.positions else shared_places(person, self._mine, today)

    def _build(self, today: date) -> Iterator[None]:
        self._groups, self._mine = None, my_places(self.index.me)
        self._rows, self._turns = {}, {}
        if self._mine:
            yield from super()._build(today)
        self._drop_strangers()

    def _apply(self, edits: Sequence[Edit]) -> None:
        self._groups = None
        if any(edit.table is Table.ME for edit in edits):
            self._mine = my_places(self.index.me)
            self._rows, self._turns = {}, {}
            for _pause in super()._build(self.index.today) if self._mine else ():
                pass
        elif self._mine:
            super()._apply(edits)
        self._drop_strangers()

    def _drop_strangers(self) -> None:
        self._rows = {person: shared for person, shared in self._rows.items() if shared}

    def _turn(self, day: date, today: date) -> bool:
        self._groups = None
        mine = next_turn(me, day) if (me := self.index.me) is not None else None
        return (mine is None or mine > today.toordinal()) and super()._turn(day, today)

    def _restore(self, value: Json, today: date) -> date:  # noqa: ARG002
        from datetime import date as day

        found: Any = value
        self._groups, self._mine = None, my_places(self.index.me)
        self._turns = dict(found["turns"])
        self._rows = {
            person: {(bool(study), place): ComputedKind(kind) for study, place, kind in shared}
            for person, shared in found["rows"].items()
        }
        return day.fromordinal(found["day"])

    def _dump(self) -> Json:
        rows: dict[Id, Any] = {
            person: [[study, place, kind.value] for (study, place), kind in shared.items()]
            for person, shared in self._rows.items()
        }
        return {"day": self._as_of(), "turns": dict(self._turns), "rows": rows}
