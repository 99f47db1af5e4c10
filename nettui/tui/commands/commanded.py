"""What every widget with commands shares: a scope, its bindings, and reasons why a command cannot work right now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from nettui.tui.commands.command import Scope

__all__ = ["Commanded"]


class Commanded:
    """Mixin for widgets and screens whose ``BINDINGS`` come from the registry; stands before Textual's class.

    A command that cannot work is dim in the key bar and says why when its key is pressed: see :meth:`refusal`.
    """

    SCOPE: ClassVar[Scope]
    """The scope of the commands bound here."""

    def refusal(self, action: str) -> str | None:  # noqa: ARG002 - for subclasses
        """Return why the method ``action_<action>`` cannot work now, as a sentence; None when it can.

        It is asked for every key bar, so it must be cheap.
        """
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Tell Textual: True for what works, None (dim) for what :meth:`refusal` refuses."""
        return True if self.refusal(action) is None else None
