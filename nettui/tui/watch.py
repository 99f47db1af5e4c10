"""What changes from outside while the app stands open: the day, and the file, by another nettui."""

from __future__ import annotations

import contextlib
import os
import threading
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Protocol

from nettui.tui.inotify import Inotify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from nettui.services.ports import Clock

__all__ = ["DayWatch", "FileWatch", "seconds_to_midnight"]

_SOONEST = 1.0
"""Seconds between two looks at the clock, where one stands still a moment before midnight."""
_GATHER = 0.05
"""Seconds that changes of a burst are gathered into one call."""


class Stoppable(Protocol):
    """A timer."""

    def stop(self) -> None:
        """Call nothing any more."""


def seconds_to_midnight(now: datetime) -> float:
    """Return how long the day of ``now`` still lasts; a day with a change of the clocks has 23 or 25 hours."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min)
    local = midnight.astimezone()  # of this machine's zone, with its summer time
    if now.astimezone().utcoffset() != now.utcoffset():  # a clock of another zone
        local = midnight.replace(tzinfo=now.tzinfo)
    return (local - now).total_seconds()


class DayWatch:
    """Tells when another day has begun.

    ``timer`` is ``App.set_timer``: there is one, until the next midnight. A timer counts no time while the machine
    sleeps and knows nothing of a clock that is set, so :meth:`check` is to be called too when the app gets the focus
    and at each key; it costs a look at the clock.
    """

    def __init__(
        self,
        clock: Clock,
        timer: Callable[[float, Callable[[], None]], Stoppable],
        changed: Callable[[date], object],
    ) -> None:
        self._clock = clock
        self._set_timer = timer
        self._changed = changed
        self._timer: Stoppable | None = None
        self.today = clock.now().date()
        """The day that was last told."""

    def start(self) -> None:
        """Begin; on the app's thread."""
        self._arm()

    def stop(self) -> None:
        """Tell nothing any more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def check(self) -> bool:
        """Look at the clock; return whether it is another day than was last told."""
        today = self._clock.now().date()
        if today == self.today:
            return False
        self.today = today
        self._arm()
        self._changed(today)
        return True

    def _arm(self) -> None:
        self.stop()
        self._timer = self._set_timer(max(_SOONEST, seconds_to_midnight(self._clock.now())), self._rang)

    def _rang(self) -> None:
        if not self.check():  # it rang early: the clock was set back, or runs in another zone
            self._arm()


class FileWatch:
    """Tells when one of ``paths`` is written, made or replaced: by another nettui, an editor, a synchroniser.

    ``post`` hands a callback to the app's thread (``App.call_later``), where ``changed`` is then called; one's own
    changes are told as well. On Linux inotify(7) tells, without any work while nothing happens: measured over 20 s,
    no wake-up and no processor time, where asking for the status of two files every 2 s wakes the process 10 times. The
    folders are watched rather than the files, because a file that is replaced is another one. inotify sees nothing
    that another machine does on a shared file system, and other systems have none: call :meth:`check` when the app gets
    the focus and before an action. It asks for the status of each path, some microseconds.
    """

    def __init__(
        self, paths: Sequence[str], post: Callable[[Callable[[], None]], object], changed: Callable[[], object]
    ) -> None:
        self._paths = tuple(paths)
        self._post = post
        self._changed = changed
        self._seen = self._signature()
        self._posted = threading.Lock()
        self._inotify: Inotify | None = None
        self._thread: threading.Thread | None = None

    @property
    def live(self) -> bool:
        """Whether changes are told as they happen, and not only at :meth:`check`."""
        return self._inotify is not None

    def start(self) -> None:
        """Begin to watch, where the system can."""
        inotify = Inotify.open({os.path.split(path) for path in self._paths})
        if inotify is not None:
            self._inotify = inotify
            self._thread = threading.Thread(target=self._watch, args=(inotify,), name="nettui-watch", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Watch no more. What was posted before may still arrive."""
        if self._inotify is not None:
            self._inotify.stop()
            self._inotify = None
        if self._thread is not None:
            self._thread.join(1)
            self._thread = None

    def check(self) -> bool:
        """Look whether a path changed since last told, and tell; on the app's thread. Return whether it had."""
        signature = self._signature()
        if signature == self._seen:
            return False
        self._seen = signature
        self._changed()
        return True

    def _signature(self) -> tuple[object, ...]:
        found: list[object] = []
        for path in self._paths:
            try:
                status = os.stat(path)  # noqa: PTH116 - pathlib raises on names with a NUL
            except (OSError, ValueError):
                found.append(None)
            else:
                found.append((status.st_ino, status.st_size, status.st_mtime_ns))
        return tuple(found)

    def _watch(self, inotify: Inotify) -> None:
        while inotify.wait(_GATHER):
            # One callback at a time: while the app is busy, more events add nothing.
            if self._posted.acquire(blocking=False):
                with contextlib.suppress(RuntimeError):  # the app's loop is closed
                    self._post(self._arrived)

    def _arrived(self) -> None:
        self._posted.release()
        self.check()
