"""A sentence for each change, for the status line, the history and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Change, Nature, Table
from nettui.i18n import N_, _, ngettext
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["describe"]

_SENTENCES: Mapping[str, str] = {
    "demo.sample": N_("Wrote the sample network"),
    "entry.log": N_("Logged: {detail}"),
    "entry.edit": N_("Changed the entry: {detail}"),
    "entry.star": N_("Starred: {detail}"),
    "entry.unstar": N_("Took the star off: {detail}"),
    "entry.remove": N_("Deleted the entry: {detail}"),
    "exchange.ask": N_("Asked, and offered in return: {detail}"),
    "exchange.back": N_("Put an exchange back a step: {detail}"),
    "exchange.correct": N_("Corrected a step of an exchange: {detail}"),
    "exchange.edit": N_("Changed an exchange: {detail}"),
    "exchange.move": N_("Moved an exchange on: {detail}"),
    "exchange.record": N_("Recorded an exchange: {detail}"),
    "exchange.remove": N_("Deleted an exchange: {detail}"),
    "group.add": N_("Added the group {detail}"),
    "group.assign": N_("Put into {detail}"),
    "group.edit": N_("Changed the group {detail}"),
    "group.remove": N_("Deleted the group {detail}"),
    "group.unassign": N_("Took out of {detail}"),
    "import.json": N_("Imported from nettui's own JSON: {detail}"),
    "import.linkedin": N_("Imported from LinkedIn: {detail}"),
    "me.edit": N_("Changed what is known of you: {detail}"),
    "person.add": N_("Added {detail}"),
    "person.archive": N_("Archived {detail}"),
    "person.edit": N_("Changed {detail}"),
    "person.merge": N_("Merged into {detail}"),
    "person.remove": N_("Deleted {detail}"),
    "person.unarchive": N_("Took {detail} out of the archive"),
    "file.restore": N_("Went back to {detail}"),
    "promise.add": N_("Noted a promise: {detail}"),
    "promise.done": N_("Promise kept: {detail}"),
    "promise.edit": N_("Changed a promise: {detail}"),
    "promise.remove": N_("Deleted a promise: {detail}"),
    "promise.undone": N_("Promise open again: {detail}"),
}


def describe(change: Change) -> str:
    """Return one line in the user's language that says what ``change`` did, safe for a terminal."""
    sentence = _SENTENCES.get(change.action)
    if sentence is not None:
        what = _(sentence).format(detail=one_line(change.detail))
    elif change.action.startswith("import."):
        what = _("Imported from {source}: {detail}").format(
            source=one_line(change.action.removeprefix("import.")), detail=one_line(change.detail)
        )
    else:
        what = f"{one_line(change.action)}: {one_line(change.detail)}"
    what = what.rstrip(": ")
    if len(change.edits) > 1 and change.action.startswith(("import.", "group.", "person.merge")):
        what += " " + _counts(change)
    if change.nature is Nature.UNDO:
        return _("Undone: {what}").format(what=what)
    if change.nature is Nature.REDO:
        return _("Done again: {what}").format(what=what)
    return what


def _counts(change: Change) -> str:
    people = sum(edit.table is Table.PEOPLE for edit in change.edits)
    others = len(change.edits) - people
    parts = []
    if people:
        parts.append(ngettext("{count} person", "{count} people", people).format(count=people))
    if others:
        parts.append(ngettext("{count} other record", "{count} other records", others).format(count=others))
    return f"({', '.join(parts)})"
