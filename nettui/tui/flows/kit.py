"""What the flows share: showing a dialog, trying a use-case, and a form that comes back when it is refused."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar, cast

from nettui.domain.validate import clean_text
from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.services.network import table_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from nettui.domain.change import Change
    from nettui.domain.records import Record
    from nettui.services.network import Network
    from nettui.tui.app import NettuiApp
    from nettui.tui.dialogs.spec import FormSpec

    UseCase = Callable[[Network], Change | None]

__all__ = ["Outcome", "ask", "attempt", "confirm", "edited_only", "fill", "gone", "in_editor"]

T = TypeVar("T")
R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a use-case: its change, None when nothing differed; ``refusal`` is the line of an error."""

    change: Change | None
    refusal: str = ""


async def ask(app: NettuiApp, dialog: ModalScreen[T]) -> T | None:
    """Show ``dialog`` and return its answer. Needs a worker, as ``push_screen_wait`` does."""
    answer = await app.push_screen_wait(dialog)
    app.screen.refresh_bindings()  # Textual shows the bindings of the closed dialog otherwise (its issue 5153)
    return answer


async def confirm(app: NettuiApp, question: str, *, note: str = "", yes: str = "") -> bool:
    """Ask before something dangerous; Enter alone does nothing."""
    from nettui.tui.dialogs.confirm import confirm_dialog

    return await ask(app, confirm_dialog(question, note=note, yes=yes)) == "yes"


def attempt(app: NettuiApp, use_case: UseCase) -> Outcome:
    """Run a use-case through the app, which says what happened, and tell a refusal from no difference."""
    refusal = ""

    def run(network: Network) -> Change | None:
        nonlocal refusal
        try:
            return use_case(network)
        except NettuiError as error:
            refusal = str(error)
            raise

    change = app.perform(run)
    return Outcome(change, refusal)


async def fill(app: NettuiApp, spec: FormSpec[T], save: Callable[[T], UseCase]) -> Outcome | None:
    """Show a form until what it gives is saved or it is left; None when it is left.

    What the use-case refuses is said in the form, which comes back with everything that was typed.
    """
    from nettui.tui.dialogs.form import Form

    form = Form(spec)
    while True:
        filled = await ask(app, form)
        if filled is None:
            return None
        outcome = attempt(app, save(filled.value))
        if not outcome.refusal:
            form.forget_draft(app)
            return outcome
        form = Form(spec, raw=filled.raw, problem=outcome.refusal)


def edited_only(network: Network, began: R, edited: R) -> R:
    """Return the record as it is stored now, with only those fields of ``edited`` that differ from ``began``.

    A form or an editor may stand open for long, and another process may have changed the same record meanwhile.
    """
    current = network.current(table_of(began), began.id)
    if current is None or current == began or type(current) is not type(began):
        return edited
    own = {
        field.name: getattr(edited, field.name)
        for field in fields(began)
        if getattr(edited, field.name) != getattr(began, field.name)
    }
    return cast("R", replace(current, **own))


def in_editor(app: NettuiApp, text: str, *, line: int = 1) -> str | None:
    """Return ``text`` as it came out of the user's editor; None when it is the same, or what hindered was said.

    The cursor begins in ``line``.
    """
    if app.editor is None:
        app.say(_("There is no editor to open."), "error")
        return None
    try:
        edited = app.editor.edit(text, line=line)
    except NettuiError as error:
        app.say(str(error), "error")
        return None
    return None if edited is None else clean_text(edited)


def gone(app: NettuiApp) -> Change | None:
    """Say that a record is not there, and return None for the change there is not."""
    app.say(_("It is no longer there."), "error")
    return None
