"""Of each exchange and promise: with whom, and whether it waits for me. So a day's list decodes only what it shows."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from nettui.domain import ledger
from nettui.domain.change import Table
from nettui.domain.ids import id_order
from nettui.domain.records import Direction, Exchange, ExchangeKind, Promise, Status, Whose
from nettui.domain.waiting import open_since
from nettui.services.facts.remembered import Pace, Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from nettui.domain.change import Edit
    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = [
    "ExchangeFact",
    "ExchangeFacts",
    "PromiseFact",
    "PromiseFacts",
]

F = TypeVar("F", bound="tuple[Any, ...]")

_WAITING = {
    (Direction.RECEIVED, Status.DONE): "thank",
    (Direction.GIVEN, Status.ASKED): "asked",
    (Direction.GIVEN, Status.AGREED): "agreed",
    (Direction.RECEIVED, Status.ASKED): "air",
    (Direction.RECEIVED, Status.AGREED): "air",
    (Direction.GIVEN, Status.OFFERED): "my offer",
    (Direction.RECEIVED, Status.OFFERED): "their offer",
}


class ExchangeFact(NamedTuple):
    """``waits`` is a value of :data:`_WAITING` or empty; ``on`` the date its list is in order of, empty when not known.

    That is the date of the status; of a request of mine in the air the day since which it is open.

    ``worth_thanks_until`` is the ordinal of the last day on which it may have happened; 0 when that is not known, or
    for an endorsement, which was a click. ``since`` is that of the first day of the status, ``due`` of the last day on
    which it may be due; 0 when there is none.
    """

    people: tuple[Id, ...]
    waits: str
    on: str
    worth_thanks_until: int
    since: int
    due: int


class PromiseFact(NamedTuple):
    """``mine`` is an open one of mine; ``due`` the ordinal of the last day it may be due, 0 when there is none."""

    people: tuple[Id, ...]
    mine: bool
    due: int


class _ById(Remembered, Generic[F]):
    """A fact for each record of one table."""

    fact: ClassVar[type[tuple[Any, ...]]]

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._rows: dict[Id, F] = {}
        self._by_person: dict[Id, list[Id]] | None = None

    @property
    def rows(self) -> Mapping[Id, F]:
        """The facts by id, in no particular order."""
        return self._rows

    def of(self, person: Id) -> Sequence[Id]:
        """Return the records with somebody, in the order of ids."""
        if self._by_person is None:
            self._by_person = {}
            for record_id in sorted(self._rows, key=id_order):
                for each in self._rows[record_id][0]:
                    self._by_person.setdefault(each, []).append(record_id)
        return self._by_person.get(person, [])

    @abstractmethod
    def _records(self) -> Iterable[Record]:
        """Return all records."""

    @abstractmethod
    def _make(self, record: Record) -> F:
        """Return the fact of ``record``."""

    def _build(self, today: date) -> Iterator[None]:  # noqa: ARG002
        rows: dict[Id, F] = {}
        pace = Pace()
        for record in self._records():
            rows[record.id] = self._make(record)
            if pace.due():
                yield
                pace.resume()
        self._rows, self._by_person = rows, None

    def _restore(self, value: Json, today: date) -> None:  # noqa: ARG002
        found: Any = value
        make: Any = self.fact
        self._rows = {key: make(tuple(people), *rest) for key, (people, *rest) in found.items()}
        self._by_person = None

    def _dump(self) -> Json:
        return {key: list(row) for key, row in self._rows.items()}

    def _apply(self, edits: Sequence[Edit]) -> None:
        self._by_person = None
        for edit in edits:
            if edit.after is None:
                self._rows.pop(edit.id, None)
            else:
                self._rows[edit.id] = self._make(edit.after)


class ExchangeFacts(_ById[ExchangeFact]):
    """Of each exchange with whom it is and for what it waits."""

    name: ClassVar[str] = "exchange-facts"
    version: ClassVar[int] = 3
    tables: ClassVar[tuple[Table, ...]] = (Table.EXCHANGES,)
    fact: ClassVar[type[tuple[Any, ...]]] = ExchangeFact

    def waiting(self, *for_what: str) -> list[Id]:
        """Return those that wait ``for_what``, as the lists of :mod:`nettui.domain.waiting` are ordered."""
        found = [key for key, row in self._rows.items() if row.waits in for_what]
        return sorted(found, key=lambda key: (not (on := self._rows[key].on), on, id_order(key)))

    def _records(self) -> Iterable[Record]:
        return self.index.exchanges.values()

    def _make(self, record: Record) -> ExchangeFact:
        if not isinstance(record, Exchange):
            raise TypeError(record)
        happened = None if record.kind is ExchangeKind.ENDORSEMENT else ledger.happened_on(record)
        waits = _WAITING.get((record.direction, record.status), "")
        return ExchangeFact(
            people=tuple(dict.fromkeys((record.person, *record.others))),
            waits=waits,
            on=str((open_since(record) if waits == "air" else record.on) or ""),
            worth_thanks_until=_last_day(happened),
            since=0 if record.on is None or record.on.year is None else record.on.first_day().toordinal(),
            due=_last_day(record.due),
        )


class PromiseFacts(_ById[PromiseFact]):
    """Of each promise with whom it is and until when I am to keep it."""

    name: ClassVar[str] = "promise-facts"
    tables: ClassVar[tuple[Table, ...]] = (Table.PROMISES,)
    fact: ClassVar[type[tuple[Any, ...]]] = PromiseFact

    def _records(self) -> Iterable[Record]:
        return self.index.promises.values()

    def _make(self, record: Record) -> PromiseFact:
        if not isinstance(record, Promise):
            raise TypeError(record)
        return PromiseFact(
            people=() if record.person is None else (record.person,),
            mine=record.whose is Whose.MINE and record.done_on is None,
            due=_last_day(record.due),
        )


def _last_day(day: PartialDate | None) -> int:
    return 0 if day is None or day.year is None else day.last_day().toordinal()
