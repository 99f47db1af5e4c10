"""The open network as the app holds it: services and read model together, and nothing of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.index import Index
from nettui.tui.outside import MemoryDrafts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from nettui.domain.change import Change
    from nettui.services.network import Network
    from nettui.tui.outside import DraftStore

__all__ = ["Workspace"]


class Workspace:
    """One network, its read model, and where it comes from.

    ``path`` is the file as shown to the user; empty for a network that is kept nowhere, as in the demonstration.
    ``drafts`` are those of this file; ``notices`` is what happened to it when it was opened, a line each;
    ``watched`` are the paths that change when another process commits.
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
    ) -> None:
        self.network = network
        self.index = Index(network)
        self.path = path
        self.drafts: DraftStore = drafts or MemoryDrafts()
        self.notices = tuple(notices)
        self.read_only = read_only
        self.watched = tuple(watched)

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
        change = use_case(self.network)
        if change is not None:
            self.take(change)
        return change

    def take(self, change: Change) -> None:
        """Take a change that was committed over into the read model."""
        self.index.apply(change)

    def refresh(self) -> bool:
        """Take over what other processes have written; return whether there was anything."""
        if not self.network.repository.refresh():
            return False
        self.index.reload()
        return True
