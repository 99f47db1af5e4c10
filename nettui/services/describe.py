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
    "exchange.request": N_("Asked {detail}"),
    "exchange.restore": N_("Restored an earlier text: {detail}"),
    "exchange.write": N_("Saved the text of a recommendation: {detail}"),
    "group.add": N_("Added the group {detail}"),
    "group.assign": N_("Put into {detail}"),
    "group.edit": N_("Changed the group {detail}"),
    "group.remove": N_("Deleted the group {detail}"),
    "group.unassign": N_("Took out of {detail}"),
    "import.json": N_("Imported from nettui's own JSON: {detail}"),
    "import.linkedin": N_("Imported from LinkedIn: {detail}"),
    "introduction.answer": N_("Noted an answer: {detail}"),
    "introduction.ask": N_("Noted that you asked: {detail}"),
    "introduction.begin": N_("Began an introduction: {detail}"),
    "introduction.edit": N_("Changed an introduction: {detail}"),
    "introduction.introduce": N_("Introduced: {detail}"),
    "introduction.met": N_("Noted how you met {detail}"),
    "introduction.outcome": N_("Noted what came of it: {detail}"),
    "introduction.tell": N_("Noted that they know: {detail}"),
    "me.edit": N_("Changed what is known of you: {detail}"),
    "person.add": N_("Added {detail}"),
    "person.archive": N_("Archived {detail}"),
    "person.edit": N_("Changed {detail}"),
    "person.industry": N_("Noted the industry of {detail}"),
    "person.level": N_("Noted the level of {detail}"),
    "person.merge": N_("Merged into {detail}"),
    "person.remove": N_("Deleted {detail}"),
    "person.unarchive": N_("Took {detail} out of the archive"),
    "file.restore": N_("Went back to {detail}"),
    "promise.add": N_("Noted a promise: {detail}"),
    "promise.done": N_("Promise kept: {detail}"),
    "promise.edit": N_("Changed a promise: {detail}"),
    "promise.remove": N_("Deleted a promise: {detail}"),
    "promise.undone": N_("Promise open again: {detail}"),
    "review.done": N_("Done: {detail}"),
    "review.kept": N_("Promise kept: {detail}"),
    "review.later": N_("Put off for a while: {detail}"),
    "review.logged": N_("Logged: {detail}"),
    "review.never": N_("Will not be asked again: {detail}"),
    "review.nothing": N_("Nothing to note: {detail}"),
    "review.thanked": N_("Thanked {detail}"),
    "snooze.again": N_("Will be asked again: {detail}"),
    "snooze.later": N_("Put off for a while: {detail}"),
    "snooze.never": N_("Will not be asked again: {detail}"),
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
