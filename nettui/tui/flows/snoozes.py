"""Flows on what is put off: later or never, and the list that brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.putting_off import LATER_DAYS, TABLE_OF_TOPIC
from nettui.domain.records import Exchange, Promise, Topic
from nettui.i18n import N_, _, ngettext
from nettui.services import snoozes
from nettui.services.names import kind_and_subject
from nettui.services.views.words import weekday_and_date
from nettui.text import one_line
from nettui.tui.flows.kit import ask

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Snooze
    from nettui.tui.app import NettuiApp

__all__ = ["NEVER", "choose_days", "put_off", "say_until", "show_put_off"]

NEVER = 0
"""The answer of :func:`choose_days` for good."""

_ABOUT: Mapping[Topic, str] = {
    Topic.PROMISE: N_("keep a promise"),
    Topic.THANK: N_("thank"),
    Topic.ANSWER: N_("answer"),
    Topic.OFFER: N_("an open offer"),
    Topic.ASK: N_("ask again"),
    Topic.WRITE: N_("write to them"),
    Topic.HELLO: N_("say hello after years"),
}
"""What is put off, in the list of it."""


async def choose_days(app: NettuiApp, name: str) -> int | None:
    """Ask for how long; return the days, :data:`NEVER`, or None for Esc. A week stands first, so Enter takes it."""
    from nettui.tui.dialogs.choose import Choose, Option

    options = [
        Option(str(days), ngettext("in {n} day", "in {n} days", days).format(n=days), _until(app, days))
        for days in LATER_DAYS
    ]
    options.append(Option(str(NEVER), _("never"), _("until you ask for it")))
    note = _("The list of commands (ctrl+p) has “What I put off”, which brings it back.")
    chosen = await ask(app, Choose(_("Ask again about {name} …").format(name=one_line(name, 30)), options, note=note))
    return None if chosen is None else int(chosen.key)


async def put_off(app: NettuiApp, topic: Topic, about: Id) -> Change | None:
    """Put something off for as long as is chosen, and say until when."""
    name = snoozes.name_of(app.workspace.network, topic, about)
    days = await choose_days(app, name)
    if days is None:
        return None
    if days == NEVER:
        return app.perform(lambda network: snoozes.never(network, topic, about))
    change = app.perform(lambda network: snoozes.later(network, topic, about, days), quiet=True)
    if change is not None:
        say_until(app, name, days)
    return change


def say_until(app: NettuiApp, name: str, days: int) -> None:
    """Say until when something was put off."""
    app.say(_("Put off until {day}: {name}  (u takes it back)").format(day=_until(app, days), name=one_line(name, 40)))


async def show_put_off(app: NettuiApp) -> Change | None:
    """Show what is put off; what is chosen is asked about again."""
    from nettui.tui.dialogs.choose import Choose, Option

    listed = {f"{snooze.topic.value}:{snooze.about}": snooze for snooze in snoozes.listed(app.workspace.index)}
    if not listed:
        app.say(_("Nothing is put off."), "hint")
        return None
    options = [Option(key, _label(app, snooze), _back(app, snooze)) for key, snooze in listed.items()]
    title, note = _("What I put off"), _("Enter asks about it again from today.")
    chosen = await ask(app, Choose(title, options, note=note))
    if chosen is None:
        return None
    snooze = listed[chosen.key]
    return app.perform(lambda network: snoozes.again(network, snooze.topic, snooze.about))


def _until(app: NettuiApp, days: int) -> str:
    today = app.workspace.today
    return weekday_and_date(snoozes.until_in(app.workspace.network, days), today)


def _back(app: NettuiApp, snooze: Snooze) -> str:
    return _("never") if snooze.until is None else weekday_and_date(snooze.until, app.workspace.today)


def _label(app: NettuiApp, snooze: Snooze) -> str:
    network = app.workspace.network
    record = network.current(TABLE_OF_TOPIC[snooze.topic], snooze.about)
    what = ""
    if isinstance(record, Promise):
        what = record.text
    elif isinstance(record, Exchange):
        what = kind_and_subject(record.kind, record.subject)
    name = snoozes.name_of(network, snooze.topic, snooze.about)
    parts = (one_line(name, 24), _(_ABOUT[snooze.topic]), one_line(what, 30) if what != name else "")
    return "  ".join(filter(None, parts))
