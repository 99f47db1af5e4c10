"""Flows of the desk: write a recommendation, copy it out, put an earlier text back, save it as Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import ExchangeKind
from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.services.desk import writing
from nettui.services.desk.start import start_of, taken_back, without_notes
from nettui.text import fold_name, one_line
from nettui.tui.flows.kit import ask, attempt, confirm, gone, in_editor

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange
    from nettui.tui.app import NettuiApp
    from nettui.tui.workspace import Workspace

__all__ = ["begin_recommendation", "copy_text", "refusal", "save_markdown", "show_versions", "write_in_editor"]


async def write_in_editor(app: NettuiApp, exchange: Exchange, *, new: bool = False) -> Change | None:
    """Write a recommendation in ``$EDITOR``: its text, or where there is none a draft that begins with what is known.

    A ``new`` one is recorded with its text; left without words it never was. What could not be saved is kept as a
    draft, with which the next time begins.
    """
    name = f"letter-for-{exchange.person}" if new else f"letter-{exchange.id}"
    kept = app.drafts.load(name)
    start = "" if kept or exchange.text.strip() else start_of(app.workspace.index, exchange)
    edited = in_editor(app, start or kept or exchange.text, line=start.count("\n") + 1)
    if edited is None:
        if not kept:
            return None
        edited = kept
    text = taken_back(start, edited) if start else edited
    if start and not text.strip():
        app.say(_("Nothing was written, so nothing was saved."), "hint")
        return None
    made = exchange if new else None
    outcome = attempt(app, lambda network: writing.write(network, exchange.id, text, new=made))
    if outcome.refusal:
        app.drafts.put(name, text)
        app.say(
            _("{problem} Your words are kept: the next time begins with them.").format(problem=outcome.refusal), "error"
        )
    else:
        app.drafts.forget(name)
    return outcome.change


async def begin_recommendation(app: NettuiApp, person_id: Id) -> Change | None:
    """Write a recommendation for somebody: the one they wait for, or one that I offer."""
    if person_id not in app.workspace.index.people:
        return gone(app)
    waiting = writing.draft_for(app.workspace.index, person_id)
    if waiting is not None:
        return await write_in_editor(app, waiting)
    return await write_in_editor(app, writing.begin(app.workspace.network, person_id), new=True)


def refusal(workspace: Workspace, action: str, record: tuple[Table, Id] | None) -> str | None:
    """Return why a command on a text cannot work on a record; None when it can."""
    if record is None or record[0] is not Table.EXCHANGES:
        return _("Only a recommendation or another favour has such a text.")
    exchange = workspace.index.exchanges.get(record[1])
    if exchange is None:
        return _("It is no longer there.")
    if action == "versions":
        return None if exchange.versions else _("There is no earlier text: this one was never rewritten.")
    if action == "save_markdown" and exchange.kind is not ExchangeKind.RECOMMENDATION:
        return _("Only a recommendation is saved as Markdown; y copies the text of this.")
    return None if exchange.text.strip() else _("There is no text yet: E writes one in your editor.")


async def copy_text(app: NettuiApp, exchange_id: Id) -> None:
    """Copy the text out of the app, and say which way it took."""
    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        gone(app)
        return
    await app.copy(without_notes(exchange.text))


async def show_versions(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Show the earlier texts, and put back the one that is chosen."""
    from nettui.tui.dialogs.versions import Versions

    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)
    number = await ask(app, Versions(exchange, app.workspace.index.person_name(exchange.person), app.workspace.today))
    if number is None:
        return None
    return attempt(app, lambda network: writing.restore(network, exchange_id, number)).change


async def save_markdown(app: NettuiApp, exchange_id: Id) -> None:
    """Ask for a path, and save the text as Markdown there; over another file only after asking."""
    from nettui.services.desk.letters import letter_of
    from nettui.tui.dialogs.ask_path import AskPath

    path: Path | None = None
    trouble = ""
    while True:
        index = app.workspace.index
        exchange = index.exchanges.get(exchange_id)
        if exchange is None:
            gone(app)
            return
        begun = str(path) if path is not None else f"~/{_file_name(index.person_name(exchange.person))}"
        path = await ask(app, AskPath(_("Save as Markdown"), begun, trouble=trouble, suffixes=(".md",)))
        if path is None:
            return
        trouble = _wrong(app, path)
        if not trouble:
            there = _is_there(path)
            question = _("{path} is there already. Write over it?").format(path=one_line(str(path), 200))
            if there and not await confirm(app, question, yes=_("Write over it")):
                continue
            try:
                app.outside.save_letter(letter_of(index, exchange), path, overwrite=there)
            except NettuiError as error:
                trouble = str(error)
            else:
                app.say(_("Wrote {path}").format(path=one_line(str(path), 200)))
                return


def _wrong(app: NettuiApp, path: Path) -> str:
    """Return what hinders to write there before it is tried; empty when nothing is known to."""
    try:
        if path.is_dir():
            return _("{path} is a folder. Name a file.").format(path=one_line(str(path), 200))
        if app.workspace.path and path.resolve() == Path(app.workspace.path).resolve():
            return _("That is the network's own file. Name another file.")
    except (OSError, ValueError, RuntimeError):
        pass  # writing will tell what is wrong with it
    return ""


def _is_there(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except (OSError, ValueError):
        return False


def _file_name(name: str) -> str:
    plain = re.sub(r"[^\w]+", "-", fold_name(name)).strip("-_")[:40]
    return f"{plain or 'recommendation'}.md"
