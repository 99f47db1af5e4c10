"""Typing ahead: a key waits until what the key before it set in motion has the focus.

Textual hands on each key at once to whatever has the focus. A command that opens a dialog or a line takes some turns
of the event loop to give it the focus, and what is typed meanwhile would be commands to the view: of ``aVera`` the
letters after the first would edit, archive and delete. Over a slow link several keys arrive in one packet, so this is
no matter of fast fingers.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

__all__ = ["TypeAhead"]

_PATIENCE = 10.0
"""Seconds after which the next key is handed on whatever happens."""
_TURNS = 8
"""Turns of the event loop in which a worker that was just started comes to its first dialog."""
_QUIET_ROUNDS = 2
_MOVES = frozenset({"up", "down", "j", "k"})
"""Keys that open nothing, and are held down."""


class TypeAhead:
    """Decides for each key whether it is handed on at once. Asked on the app's thread, for every key and paste."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Event] = deque()
        self._released: events.Event | None = None
        self._settling: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> bool:
        """Whether something that was typed has not been handed on."""
        return bool(self._waiting) or self._released is not None or self._settling is not None

    def holds(self, event: events.Event) -> bool:
        """Return whether ``event`` has to wait; it is then posted to the app again."""
        if event is self._released:
            self._released = None
        elif self.waiting:
            self._waiting.append(event)
            return True
        if self._may_open_something(event):
            self._settling = asyncio.create_task(self._settle())
        else:
            self._release()
        return False

    def _may_open_something(self, event: events.Event) -> bool:
        if not isinstance(event, events.Key) or event.key in _MOVES:
            return False
        focused = self._app.focused
        return focused is None or not focused.check_consume_key(event.key, event.character)

    def _release(self) -> None:
        if self._waiting:
            self._released = self._waiting.popleft()
            self._app.post_message(self._released)

    async def _settle(self) -> None:
        try:
            await self._quiet()
        finally:
            self._settling = None
            self._release()

    async def _quiet(self) -> None:
        """Wait until nobody between the focus and the app has anything left to do."""
        deadline = time.monotonic() + _PATIENCE
        rounds = 0
        while rounds < _QUIET_ROUNDS and time.monotonic() < deadline:
            for _turn in range(_TURNS):
                await asyncio.sleep(0)
            pumps = self._pumps()
            busy = any(pump.message_queue_size for pump in pumps)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(deadline - time.monotonic()):
                    await _flushed(pumps)
            rounds = 0 if busy or self._pumps() != pumps else rounds + 1

    def _pumps(self) -> list[MessagePump]:
        if not self._app.is_running or not self._app.screen_stack:
            return []
        focused = self._app.focused
        inner = [] if focused is None else focused.ancestors_with_self
        return [self._app, self._app.screen, *inner]


async def _flushed(pumps: list[MessagePump]) -> None:
    """Wait until each has handled all that it had."""
    done = asyncio.Event()
    left = 0

    def handled() -> None:
        nonlocal left
        left -= 1
        if not left:
            done.set()

    for pump in dict.fromkeys(pumps):
        left += pump.call_later(handled)
    if left:
        await done.wait()
