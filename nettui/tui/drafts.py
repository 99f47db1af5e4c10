"""Half-written text that outlives the process: saved by a thread of its own, while one types.

A timer of the app would not do: on a link that stands still the event loop hangs, and that is when text gets lost.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from nettui.errors import NettuiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from nettui.tui.outside import DraftStore

__all__ = ["DraftKeeper"]

DELAY = 0.1
"""Seconds of typing that one write gathers: with the write itself, what a kill -9 can cost at most."""
FORGETTING = 0.2
"""Seconds that a disk may take to forget before one goes on without knowing."""


class DraftKeeper:
    """Keeps the latest text of each draft. All methods may be called from any thread and none waits for the disk.

    Except :meth:`forget`, :meth:`load`, :meth:`flush` and :meth:`close`. ``on_error`` is called in the keeper's thread,
    once until a draft can be saved again: hand it on with ``App.call_later``.
    """

    def __init__(self, store: DraftStore, on_error: Callable[[NettuiError], object] = lambda _error: None) -> None:
        self._store = store
        self._on_error = on_error
        self._changed = threading.Condition()
        self._wanted: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._writing: dict[str, str] = {}
        self._hurry = False
        self._closed = False
        self._failing = False
        self._thread: threading.Thread | None = None

    def put(self, name: str, text: str) -> None:
        """Keep ``text`` as the draft ``name``, soon; an empty one is forgotten."""
        with self._changed:
            if self._closed:
                return
            self._wanted[name] = text
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="nettui-drafts", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def forget(self, name: str) -> None:
        """Forget the draft ``name``: it was saved as what it was meant to be, or given up.

        Waits for that, but not long: a process that is killed right behind the acknowledgement must not bring back as
        half-written what is saved already.
        """
        self.put(name, "")
        self.flush(FORGETTING)

    def load(self, name: str) -> str:
        """Return the draft ``name``, empty when there is none or it cannot be read."""
        with self._changed:
            for newest in (self._wanted, self._writing):
                if name in newest:
                    return newest[name]
        try:
            saved = self._store.load(name)
        except NettuiError as error:
            self._on_error(error)
            return ""
        text = "" if saved is None else saved.text
        with self._changed:
            self._kept.setdefault(name, text)
        return text

    def flush(self, timeout: float = 1.0) -> bool:
        """Write what is waiting; return whether everything is on disk after at most ``timeout`` seconds."""
        with self._changed:
            self._hurry = True
            self._changed.notify_all()
            done = self._changed.wait_for(lambda: not (self._wanted or self._writing), timeout)
            self._hurry = False
            return done and not self._failing

    def close(self, timeout: float = 1.0) -> bool:
        """Flush, and take nothing more."""
        done = self.flush(timeout)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        return done

    # -- in the thread ---------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted or self._closed)
                if not self._wanted:
                    return
                self._gather()
                self._writing, self._wanted = self._wanted, {}
            try:
                for name, text in self._writing.items():
                    self._keep(name, text)
            finally:
                with self._changed:
                    self._writing = {}
                    self._changed.notify_all()

    def _gather(self) -> None:
        """Let :data:`DELAY` pass, so that one write serves several keys."""
        until = time.monotonic() + DELAY
        while not (self._hurry or self._closed) and (left := until - time.monotonic()) > 0:
            self._changed.wait(left)

    def _keep(self, name: str, text: str) -> None:
        if self._kept.get(name) == text:
            return
        try:
            if text:
                self._store.save(name, text)
            else:
                self._store.delete(name)
        except NettuiError as error:
            self._kept.pop(name, None)
            if not self._failing:
                self._failing = True
                self._on_error(error)
            return
        self._kept[name] = text
        self._failing = False
