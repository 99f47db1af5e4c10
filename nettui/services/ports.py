"""What the services need from outside: a clock and a repository."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from nettui.domain.change import Change, Edit, Nature, Table
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Exchange, Group, ImportRun, Me, Person, Promise, Review, Snooze

__all__ = ["Clock", "Json", "Recalled", "Repository"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


class Clock(Protocol):
    """The time, and ids that carry it."""

    def now(self) -> datetime:
        """Return the wall-clock time of the user, aware of its zone."""
        ...

    def new_id(self) -> Id:
        """Return an id that no record has, higher than all this clock gave before."""
        ...


@dataclass(frozen=True, slots=True)
class Recalled:
    """A value that was worked out from tables, and what has been done to these tables since.

    The edits bring the value up to date; one may have changed nothing in the end. Most often there are none.
    """

    value: Json
    edits: tuple[Edit, ...] = ()


class Repository(Protocol):
    """The network as stored. Mappings are read-only views, ordered by id, decoded when first used."""

    @property
    def me(self) -> Me | None: ...
    @property
    def groups(self) -> Mapping[Id, Group]: ...
    @property
    def people(self) -> Mapping[Id, Person]: ...
    @property
    def entries(self) -> Mapping[Id, Entry]: ...
    @property
    def promises(self) -> Mapping[Id, Promise]: ...
    @property
    def exchanges(self) -> Mapping[Id, Exchange]: ...
    @property
    def imports(self) -> Mapping[Id, ImportRun]: ...
    @property
    def snoozes(self) -> Mapping[Id, Snooze]: ...
    @property
    def reviews(self) -> Mapping[Id, Review]: ...

    def entries_of(self, people: Iterable[Id]) -> Sequence[Entry]:
        """Return the entries that name at least one of ``people``, without decoding all the others."""
        ...

    def derived(self, name: str, version: int, tables: Sequence[Table], build: Callable[[], Json]) -> Json:
        """Return ``build()``, remembered on disk under ``name`` for as long as the content of ``tables`` is the same.

        ``version`` rises when the meaning of the value changes. The value must follow from ``tables`` alone; losing it
        costs time, never data.
        """
        ...

    def recall(self, name: str, version: int, tables: Sequence[Table]) -> Recalled | None:
        """Return what :meth:`remember` kept under ``name``, with all edits to ``tables`` since; None when not known.

        So a value that takes long to make is made once, and afterwards only brought up to date, also when another
        session or process made the changes.
        """
        ...

    def remember(self, name: str, version: int, tables: Sequence[Table], value: Json) -> None:
        """Keep ``value``, which must follow from the present content of ``tables`` alone, for :meth:`recall`.

        Losing it costs time, never data: a full or read-only disk is no error.
        """
        ...

    def commit(
        self,
        edits: Sequence[Edit],
        *,
        action: str,
        detail: str = "",
        nature: Nature = ...,
        target: str | None = None,
    ) -> Change:
        """Make ``edits`` durable as one change and return it as it was stored.

        Where another process changed a record meanwhile, both changes are kept field by field. When this returns, the
        change survives a crash and a power cut. Raises StoreError, and then nothing has changed.
        """
        ...

    def changes(self, limit: int = 50) -> Sequence[Change]:
        """Return the latest ``limit`` changes of this file, oldest first, those of earlier sessions included."""
        ...

    def refresh(self) -> bool:
        """Take over what other processes committed; return whether anything changed since this was last asked.

        A commit takes such changes over, too, and the next call tells of them: a read model learns of all.
        """
        ...

    def close(self) -> None:
        """Write everything into the plain file and let go of it."""
        ...
