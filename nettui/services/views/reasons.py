"""Why somebody or something is on a list of the day or of the ledger, in words; and when to think twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import cadence
from nettui.domain.ask_load import RECENT_DAYS
from nettui.domain.cadence import Reason
from nettui.domain.hello import Pick
from nettui.domain.records import Direction, Level, Status
from nettui.i18n import _, ngettext
from nettui.services.names import KIND_NAMES
from nettui.services.views.words import since, until

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.ask_load import AskLoad
    from nettui.domain.cadence import Due
    from nettui.domain.dates import PartialDate
    from nettui.services.views.rows import BirthdayRow, ExchangeRow, PromiseRow

__all__ = [
    "ask_load_words",
    "ask_reason",
    "birthday_reason",
    "due_reason",
    "due_words",
    "exchange_reason",
    "offer_reason",
    "promise_reason",
    "thanks_reason",
]


def due_reason(due: Due, today: date) -> str:
    """Return for instance "last spoke 3 months ago, every 60 days"."""
    if due.reason is Reason.NEVER or due.last is None:
        return _("nothing written down yet")
    spoke = _("last spoke {when}").format(when=since(due.last, today))
    if due.reason is Reason.LONGER:
        usual = round(due.usual or 0)
        return ngettext("{spoke}, usually every day", "{spoke}, usually every {n} days", usual).format(
            spoke=spoke, n=usual
        )
    if due.reason is Reason.DORMANT:
        return _hello(due, spoke)
    cadence = due.cadence or 0
    return ngettext("{spoke}, every day", "{spoke}, every {n} days", cadence).format(spoke=spoke, n=cadence)


def _hello(due: Due, spoke: str) -> str:
    """Return why of the dormant this one: see :class:`nettui.domain.hello.Pick`."""
    if due.pick is Pick.FAMILIAR:
        return _("{spoke}; you had often met").format(spoke=spoke)
    if due.pick is Pick.SENIOR:
        if due.level is Level.SENIOR:
            return _("{spoke}; senior to you, and worth a hello").format(spoke=spoke)
        return _("{spoke}; nobody more senior is silent for so long").format(spoke=spoke)
    if due.pick is Pick.SELDOM:
        times = due.contacts or 0
        if times == cadence.DORMANT_CONTACTS:
            return _("{spoke}; you met only twice: such people often know what you do not").format(spoke=spoke)
        return ngettext(
            "{spoke}; you met only {n} time: such people often know what you do not",
            "{spoke}; you met only {n} times: such people often know what you do not",
            times,
        ).format(spoke=spoke, n=times)
    return _("{spoke}: worth a hello").format(spoke=spoke)


def promise_reason(promise: PromiseRow, today: date) -> str:
    """Return when it is due, seen from today."""
    return due_words(promise.due, today)


def thanks_reason(exchange: ExchangeRow, today: date) -> str:
    """Return what was received and when."""
    kind = _(KIND_NAMES[exchange.kind])
    if exchange.on is None or exchange.on.year is None:
        return kind
    return _("{kind}, {when}").format(kind=kind, when=since(exchange.on.first_day(), today))


def exchange_reason(exchange: ExchangeRow, today: date) -> str:
    """Return since when it was asked of me, or that I agreed to it, and when it is due."""
    kind = _(KIND_NAMES[exchange.kind])
    parts = [kind if exchange.status is Status.ASKED else _("{kind}, as agreed").format(kind=kind)]
    if exchange.due is not None:
        parts.append(due_words(exchange.due, today))
    elif exchange.status is Status.ASKED and exchange.on is not None and exchange.on.year is not None:
        parts.append(_("asked {when}").format(when=since(exchange.on.first_day(), today)))
    return ", ".join(parts)


def ask_reason(exchange: ExchangeRow, today: date) -> str:
    """Return what I asked for and since when nothing was heard, and what can be done about it."""
    what = _(KIND_NAMES[exchange.kind])
    when = _when(exchange, today)
    if exchange.status is Status.AGREED:
        what = (
            _("{kind}, agreed {when}").format(kind=what, when=when) if when else _("{kind}, agreed").format(kind=what)
        )
    else:
        what = _("{kind}, asked {when}").format(kind=what, when=when) if when else _("{kind}, asked").format(kind=what)
    return _("{what}; ask again, or let it go").format(what=what)


def offer_reason(exchange: ExchangeRow, today: date) -> str:
    """Return what was offered and when, and what can be done about it."""
    kind = _(KIND_NAMES[exchange.kind])
    when = _when(exchange, today)
    what = _("{kind}, offered {when}").format(kind=kind, when=when) if when else _("{kind}, offered").format(kind=kind)
    if exchange.direction is Direction.RECEIVED:
        return _("{what}; take it up, or decline with thanks").format(what=what)
    return _("{what}; not taken up yet").format(what=what)


def _when(exchange: ExchangeRow, today: date) -> str:
    if exchange.on is None or exchange.on.year is None:
        return ""
    return since(exchange.on.first_day(), today)


def ask_load_words(load: AskLoad, name: str) -> str:
    """Return what ``name`` carries already, a reason to think and never to refuse; empty when that is not heavy.

    For instance "Maria already carries 2 open requests of yours, and 1 of the last 90 days."
    """
    if not load.heavy:
        return ""
    if not load.open:
        return ngettext(
            "{name} already dealt with {n} request of yours in the last {days} days.",
            "{name} already dealt with {n} requests of yours in the last {days} days.",
            load.recent,
        ).format(name=name, n=load.recent, days=RECENT_DAYS)
    # Translators: {n} counts open requests; a sentence ends here, or ", and 1 of the last 90 days" follows.
    open_ones = ngettext(
        "{name} already carries {n} open request of yours",
        "{name} already carries {n} open requests of yours",
        load.open,
    ).format(name=name, n=load.open)
    if not load.recent:
        return f"{open_ones}."
    return ngettext(
        "{open_ones}, and {n} of the last {days} days.", "{open_ones}, and {n} of the last {days} days.", load.recent
    ).format(open_ones=open_ones, n=load.recent, days=RECENT_DAYS)


def birthday_reason(birthday: BirthdayRow, today: date) -> str:
    """Return when, and the age where it is known."""
    when = until(birthday.on, today)
    if birthday.turns is None:
        return when
    return _("{when}, turns {age}").format(when=when, age=birthday.turns)


def due_words(due: PartialDate | None, today: date) -> str:
    """Return "due in 3 days", "was due yesterday" or that no date was set."""
    if due is None or due.year is None:
        return _("no date set")
    last = due.last_day()
    if last < today:
        return _("was due {when}").format(when=since(last, today))
    return _("due {when}").format(when=until(last, today))
