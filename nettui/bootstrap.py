"""The composition root: the one place that knows which concrete classes stand behind the ports."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services.clock import SystemClock
from nettui.services.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from nettui.domain.ids import Id
    from nettui.services.ports import Clock
    from nettui.store.drafts import Drafts
    from nettui.store.repository import TinyRepository
    from nettui.store.tinydb_adapter import NetworkDB

__all__ = [
    "demo_network",
    "drafts_of",
    "empty_network",
    "has_network",
    "open_file",
    "open_network",
    "open_tinydb",
    "restore_file",
    "system_clock",
    "watched_paths",
    "write_demo",
]


class _StandingClock:
    """A time that stands still over several processes, so its ids must come from the real one to stay different."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._real = SystemClock()

    def now(self) -> datetime:
        return self._at

    def new_id(self) -> Id:
        return self._real.new_id()


def system_clock() -> Clock:
    """Return the clock of this machine; with ``NETTUI_NOW=2026-11-23T10:00`` one that stands still.

    The variable is for demonstrations and screenshots: a file written under it holds dates that are not true.
    """
    fixed = os.environ.get("NETTUI_NOW")
    if not fixed:
        return SystemClock()
    import datetime as dt

    try:
        return _StandingClock(dt.datetime.fromisoformat(fixed).astimezone())
    except ValueError as error:
        raise InvalidInput(
            _("NETTUI_NOW is no date."), hint=_("Write it as {example}.").format(example="2026-11-23T10:00")
        ) from error


@contextmanager
def open_network(path: Path, *, clock: Clock | None = None, read_only: bool = False) -> Iterator[Network]:
    """Open the network in ``path`` and close it in every case; the file is made when it does not exist.

    With ``read_only`` nothing is written, and a missing file is an empty network. Raises StoreError.
    """
    the_clock = clock or system_clock()
    if read_only and not has_network(path):
        yield empty_network(the_clock)
        return
    with open_file(path, clock=the_clock, read_only=read_only and path.exists()) as repository:
        yield Network(repository, the_clock)


def has_network(path: Path) -> bool:
    """Return whether there is a file, or the folder beside it from which a start would make it again."""
    from nettui.store.sidecar import Sidecar

    return path.exists() or os.path.isdir(Sidecar.of(str(path)).root)  # noqa: PTH112 - pathlib raises on odd names


def empty_network(clock: Clock | None = None) -> Network:
    """Return a network in memory that holds the six circles and is kept nowhere."""
    from nettui.store.memory import MemoryRepository

    the_clock = clock or system_clock()
    return Network(MemoryRepository(the_clock), the_clock)


def drafts_of(path: Path) -> Drafts:
    """Return where half-written text of the network in ``path`` is kept."""
    from nettui.store.drafts import Drafts

    return Drafts(path)


def watched_paths(path: Path) -> tuple[str, ...]:
    """Return the files that change when another process changes the network in ``path``: itself, and its journal."""
    from nettui.store.sidecar import Sidecar

    places = Sidecar.of(str(path))
    return places.path, places.journal


@contextmanager
def open_file(path: Path, *, clock: Clock | None = None, read_only: bool = False) -> Iterator[TinyRepository]:
    """Open the file itself, for what only a file has: backups, a check. Raises StoreError."""
    from nettui.store.repository import TinyRepository

    repository = TinyRepository.open(path, clock or system_clock(), read_only=read_only)
    try:
        yield repository
    finally:
        repository.close()


def open_tinydb(path: Path) -> NetworkDB:
    """Open the file with TinyDB's own interface, safely beside a running nettui; for scripts. Raises StoreError."""
    from nettui.store.tinydb_adapter import NetworkDB

    return NetworkDB(str(path), SystemClock())


def restore_file(path: Path, source: Path, *, clock: Clock | None = None) -> Path | None:
    """Go back to the state in ``source``, so that one undo takes it back.

    A file that cannot even be opened is replaced; then the place where it is kept is returned, else None. Raises
    StoreError when ``source`` cannot be read.
    """
    from nettui.errors import StoreError
    from nettui.store.rescue import replace_file

    the_clock = clock or system_clock()
    opened = False
    try:
        with open_file(path, clock=the_clock) as repository:
            opened = True
            repository.restore(source)
    except StoreError:
        if opened or not path.exists():
            raise
        return replace_file(path, source, the_clock)
    return None


def demo_network() -> Network:
    """Return the sample network, in memory, on its own day."""
    from datetime import datetime, time

    from nettui.demo.sample import SAMPLE_TODAY, sample_records
    from nettui.domain.change import Edit
    from nettui.services.clock import FixedClock
    from nettui.services.network import table_of
    from nettui.store.memory import MemoryRepository

    clock = FixedClock(datetime.combine(SAMPLE_TODAY, time(10)).astimezone())
    repository = MemoryRepository(clock, ())
    # Committed as they are: saving would stamp them with the time of the demonstration.
    edits = [Edit(table_of(record), record.id, None, record) for record in sample_records()]
    repository.commit(edits, action="demo.sample")
    repository.begin_here()  # u would take the whole sample away, and show an empty app
    return Network(repository, clock)


def write_demo(path: Path) -> None:
    """Write the sample network into a file that does not exist yet. Raises StoreError."""
    from nettui.demo.sample import sample_records
    from nettui.domain.change import Edit
    from nettui.errors import StoreError
    from nettui.services.network import table_of

    if path.exists():
        raise StoreError(
            _("{path} exists already; nothing was written.").format(path=path), hint=_("Name another file.")
        )
    with open_network(path) as network:
        edits = []
        for record in sample_records():
            table = table_of(record)
            before = network.current(table, record.id)
            if before != record:
                edits.append(Edit(table, record.id, before, record))
        network.repository.commit(edits, action="demo.sample")
