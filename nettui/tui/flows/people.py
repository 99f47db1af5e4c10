"""Flows on people: add, edit, archive, remove, choose groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext
from nettui.services import people
from nettui.services.names import group_name
from nettui.text import one_line
from nettui.tui.flows.kit import ask, attempt, confirm, edited_only, fill, gone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.services.people import PersonLinks
    from nettui.tui.app import NettuiApp

__all__ = ["add_person", "archive_person", "choose_person", "edit_memberships", "edit_person", "remove_person"]


async def add_person(app: NettuiApp, *, name: str = "", groups: Iterable[Id] = ()) -> Id | None:
    """Ask for a new person, with what is known already filled in; return the id."""
    from nettui.tui.dialogs.person_form import person_form

    person_id = app.workspace.network.clock.new_id()
    spec = person_form(app.workspace, None, new_id=person_id, name=name, groups=tuple(groups))
    outcome = await fill(app, spec, lambda person: lambda network: people.add(network, person))
    return person_id if outcome is not None and outcome.change is not None else None


async def edit_person(app: NettuiApp, person_id: Id) -> Change | None:
    """Edit everything that is known of a person."""
    from nettui.tui.dialogs.person_form import person_form

    person = app.workspace.index.people.get(person_id)
    if person is None:
        return gone(app)
    spec = person_form(app.workspace, person)
    outcome = await fill(
        app, spec, lambda edited: lambda network: people.edit(network, edited_only(network, person, edited))
    )
    return outcome.change if outcome is not None else None


async def archive_person(app: NettuiApp, person_id: Id) -> Change | None:
    """Put a person out of the way of lists; one who is, back."""
    person = app.workspace.index.people.get(person_id)
    if person is None:
        return gone(app)
    return attempt(app, lambda network: people.archive(network, person_id, not person.archived)).change


async def remove_person(app: NettuiApp, person_id: Id) -> Change | None:
    """Delete a person after asking; the question says what else goes."""
    person = app.workspace.index.people.get(person_id)
    if person is None:
        return gone(app)
    links = people.links_of(app.workspace.network, person_id)
    note = _consequences(links)
    if not await confirm(app, _("Delete {name}?").format(name=one_line(person.name)), note=note, yes=_("Delete")):
        return None
    return attempt(app, lambda network: people.remove(network, person_id, cascade=True)).change


def _consequences(links: PersonLinks) -> str:
    lines = []
    exchanges, promises = len(links.exchanges), len(links.promises)
    if exchanges:
        lines.append(
            ngettext("{count} exchange goes too.", "{count} exchanges go too.", exchanges).format(count=exchanges)
        )
    if promises:
        lines.append(ngettext("{count} promise goes too.", "{count} promises go too.", promises).format(count=promises))
    kept = len(links.entries) + len(links.as_other)
    if kept:
        lines.append(
            ngettext(
                "{count} entry or introduction stays, without the name.",
                "{count} entries or introductions stay, without the name.",
                kept,
            ).format(count=kept)
        )
    if links.introduced:
        count = len(links.introduced)
        lines.append(
            ngettext(
                "{count} person is no longer known to be introduced by them.",
                "{count} people are no longer known to be introduced by them.",
                count,
            ).format(count=count)
        )
    lines.append(_("u brings all of it back. Archiving (z) keeps everything and only hides the person."))
    return "\n".join(lines)


async def edit_memberships(app: NettuiApp, person_id: Id) -> Change | None:
    """Choose the groups of a person from the list of all; a group may be made on the way."""
    from nettui.tui.dialogs.choose import Choose, Option
    from nettui.tui.flows.groups import add_group

    person = app.workspace.index.people.get(person_id)
    if person is None:
        return gone(app)
    title = _("Groups of {name}").format(name=one_line(person.name))
    marked = person.groups
    while True:
        groups = app.workspace.index.groups
        options = [Option(group.id, group_name(group)) for group in groups.values()]
        chosen = await ask(app, Choose(title, options, marked=marked, new=_("New group: {text}")))
        if chosen is None:
            return None
        if not chosen.new:
            break
        made = await add_group(app, name=chosen.new)
        marked = (*marked, made) if made is not None else marked
    kept = [group for group in person.groups if group in chosen.keys]
    wanted = (*kept, *(group for group in chosen.keys if group not in kept))
    return attempt(app, lambda network: people.edit(network, replace(person, groups=wanted))).change


async def choose_person(app: NettuiApp, title: str, *, typed: str = "") -> Id | None:
    """Pick a person by a few letters in any script, or make a new one."""
    from nettui.tui.dialogs.choose import Choose, Option
    from nettui.tui.dialogs.names import person_labels

    labels = person_labels(app.workspace)
    options = [Option(labels.ids[label], label) for label in labels.sorted]
    chosen = await ask(app, Choose(title, options, new=_("New person: {text}"), typed=typed))
    if chosen is None:
        return None
    return await add_person(app, name=chosen.new) if chosen.new else chosen.key
