"""What every widget with commands shares: a scope, its bindings, the app, and why a command cannot work right now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from nettui.tui.app import NettuiApp
    from nettui.tui.commands.command import Scope

__all__ = ["Commanded"]


class Commanded:
    """Mixin for widgets and screens whose ``BINDINGS`` come from the registry; stands before Textual's class.

    A command that cannot work is dim in the key bar and says why when its key is pressed: see :meth:`refusal`.
    """

    SCOPE: ClassVar[Scope]
    """The scope of the commands bound here."""

    @property
    def nettui(self) -> NettuiApp:
        """The app."""
        from nettui.tui.app import NettuiApp

        app = cast("DOMNode", self).app
        assert isinstance(app, NettuiApp)  # noqa: S101 - what asks for it lives in no other app
        return app

    def refusal(self, action: str) -> str | None:  # noqa: ARG002 - for subclasses
        """Return why the method ``action_<action>`` cannot work now, as a sentence; None when it can.

        It is asked for every key bar, so it must be cheap.
        """
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Tell Textual: True for what works, None (dim) for what :meth:`refusal` refuses."""
        return True if self.refusal(action) is None else None
