"""The open network as the app holds it: services and read model together, and nothing of a terminal."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.services.index import Index
from nettui.tui.outside import MemoryDrafts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from nettui.domain.change import Change
    from nettui.services.network import Network
    from nettui.tui.outside import DraftStore

__all__ = ["Workspace"]


class Workspace:
    """One network, its read model, and where it comes from.

    ``path`` is the file as shown to the user; empty for a network that is kept nowhere, as in the demonstration.
    ``drafts`` are those of this file; ``notices`` is what happened to it when it was opened, a line each;
    ``watched`` are the paths that change when another process commits; a ``large`` file takes so long to read that the
    frame of the first screen is drawn before.
    """

    def __init__(
        self,
        network: Network,
        *,
        path: str = "",
        drafts: DraftStore | None = None,
        notices: Sequence[str] = (),
        read_only: bool = False,
        watched: Sequence[str] = (),
        large: bool = False,
    ) -> None:
        self.network = network
        self.index = Index(network)
        self.path = path
        self.drafts: DraftStore = drafts or MemoryDrafts()
        self.notices = tuple(notices)
        self.read_only = read_only
        self.watched = tuple(watched)
        self.large = large
        self.latest_size = 0
        """How many records the latest change of this session touched."""
        self._held = RLock()

    @property
    def today(self) -> date:
        """The user's day."""
        return self.network.today

    @property
    def kept(self) -> bool:
        """Whether changes stay when the app is left."""
        return bool(self.path)

    def perform(self, use_case: Callable[[Network], Change | None]) -> Change | None:
        """Run a use-case and take its change over into the read model. Raises what the use-case raises."""
        if not self._held.acquire(blocking=False):
            raise NettuiError(_("One moment: something is being imported."))
        try:
            change = use_case(self.network)
            if change is not None:
                self.take(change)
        finally:
            self._held.release()
        return change

    def held(self) -> AbstractContextManager[object]:
        """Keep the network for one thread, for the length of a ``with``: the app then changes and reloads nothing."""
        return self._held

    def take(self, change: Change) -> None:
        """Take a change that was committed over into the read model."""
        self.latest_size = len(change.edits)
        self.index.apply(change)

    def refresh(self) -> bool:
        """Take over what other processes have written; return whether there was anything.

        While a thread works with the network nothing is taken over: whoever lets go of it asks again.
        """
        if not self._held.acquire(blocking=False):
            return False
        try:
            if not self.network.repository.refresh():
                return False
            self.index.reload()
        finally:
            self._held.release()
        return True
