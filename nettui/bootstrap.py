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

__all__ = ["demo_network", "open_network", "system_clock"]


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
    from nettui.store.repository import TinyRepository

    the_clock = clock or system_clock()
    repository = TinyRepository.open(path, the_clock, read_only=read_only)
    try:
        yield Network(repository, the_clock)
    finally:
        repository.close()


def demo_network(language: str) -> Network:
    """Return the sample network, in memory, on its own day, with its texts in ``language``."""
    from nettui.demo.sample import sample_network

    return sample_network(language)
