"""A question with a few answers, each with its key: may this be deleted, what of the changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.dialogs.button import Button
from nettui.tui.dialogs.dialog import Dialog, said
from nettui.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

__all__ = ["Answer", "Question", "confirm_dialog"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers: its key (one of those in the registry, ``y n s d``, or none), and the words for it."""

    value: str
    label: str
    key: str = ""


class Question(Dialog[str | None]):
    """Returns the value of the chosen answer, None for Esc. The focus begins on the answer ``default``."""

    SCOPE = Scope.DIALOG
    BINDINGS = bindings(Scope.DIALOG)

    DEFAULT_CSS = """
    Question #answers { height: 1; margin: 1 0 0 0; }
    Question .dialog--title { margin: 0; }
    Question .dialog--note { margin: 1 0 0 0; }
    """

    def __init__(self, question: str, answers: Sequence[Answer], *, note: str = "", default: str = "") -> None:
        super().__init__()
        self._question = question
        self._answers = tuple(answers)
        self._note = note
        self._default = default

    def compose(self) -> ComposeResult:
        """Make the question, what follows from it, and the answers."""
        with Vertical(id="panel"):
            yield said(self._question, classes="dialog--title")
            if self._note:
                yield said(self._note, classes="dialog--note")
            with Horizontal(id="answers"):
                for answer in self._answers:
                    yield Button(answer.label, answer.value, hint=answer.key)
        yield KeyBar()

    def on_mount(self) -> None:
        """Focus the answer that is meant by default."""
        buttons = list(self.query(Button))
        next((button for button in buttons if button.value == self._default), buttons[0]).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of answers that this question does not have."""
        if action == "answer":
            return parameters[0] in {answer.key for answer in self._answers}
        return super().check_action(action, parameters)

    def action_answer(self, key: str) -> None:
        """Give the answer with this key."""
        self.dismiss(next(answer.value for answer in self._answers if answer.key == key))

    def action_next_answer(self) -> None:
        """Go to the next answer."""
        self.focus_next(Button)

    def action_previous_answer(self) -> None:
        """Go to the answer before."""
        self.focus_previous(Button)

    def action_close(self) -> None:
        """Give no answer."""
        self.dismiss(None)

    @on(Button.Pressed)
    def _pressed(self, message: Button.Pressed) -> None:
        message.stop()
        self.dismiss(message.button.value)


def confirm_dialog(question: str, *, note: str = "", yes: str = "", dangerous: bool = True) -> Question:
    """Return a question that is answered ``yes`` or ``no``. A dangerous one begins at no, so that Enter does nothing.

    ``note`` says what follows, ``yes`` is the word for doing it.
    """
    return Question(
        question,
        (Answer("yes", yes or _("Yes"), "y"), Answer("no", _("No"), "n")),
        note=note,
        default="no" if dangerous else "yes",
    )
