"""Thanks to those through whom one met others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.connectors import connectors, thanks_for
from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Status, Step
from nettui.i18n import _
from nettui.services import exchanges
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.views.breadth_words import thanks_words
from nettui.text import one_line
from nettui.tui.flows.kit import attempt, confirm

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["thank_connector"]


async def thank_connector(app: NettuiApp, person: Id) -> Change | None:
    """Write down, with today's date, thanks for the introduction that waits longest.

    Where the ledger has none at all, it is asked whether to record one, thanked for.
    """
    index = app.workspace.index
    thanks = thanks_for(index.exchanges_of(person), person)
    name = one_line(index.person_name(person))
    if thanks.waiting:
        return attempt(app, lambda network: exchanges.move(network, thanks.waiting[0], Status.THANKED)).change
    if thanks.thanked:
        app.say(f"{name}: {thanks_words(thanks, index.today)}", "hint")
        return None
    introduced = next(
        (c.introduced for c in connectors(index.shelf(BreadthFacts).require().people()) if c.person == person), ()
    )
    names = ", ".join(one_line(index.person_name(each)) for each in introduced)
    question = _("Did you thank {name}?").format(name=name)
    note = _("{name} introduced you to: {names}. The ledger has nothing of it yet.").format(name=name, names=names)
    note += "\n\n" + _("Yes records an introduction received, thanked for today.")
    if not await confirm(app, question, note=note, yes=_("Yes")):
        return None
    today = PartialDate.of(index.today)
    favour = Exchange(
        id=app.workspace.network.clock.new_id(),
        kind=ExchangeKind.INTRODUCTION,
        direction=Direction.RECEIVED,
        person=person,
        steps=(Step(status=Status.DONE), Step(status=Status.THANKED, on=today)),
        subject=_("to {names}").format(names=one_line(names, 200)),
    )
    return attempt(app, lambda network: exchanges.record(network, favour)).change
