"""Use-cases on the text of a recommendation: begin a draft, write, restore an earlier version. No text is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import versions
from nettui.domain.dates import PartialDate
from nettui.domain.ledger import OPEN
from nettui.domain.records import Direction, Exchange, ExchangeKind, Status, Step
from nettui.domain.validate import check, clean_text
from nettui.errors import NotFound
from nettui.i18n import _
from nettui.services import exchanges
from nettui.services.desk.known import role_of
from nettui.services.desk.start import without_notes
from nettui.services.lookup import existing_exchange, existing_person

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.services.index import Index
    from nettui.services.network import Network

__all__ = ["begin", "draft_for", "restore", "write"]


def draft_for(index: Index, person_id: Id) -> Exchange | None:
    """Return the recommendation that is on its way from me to somebody, the one waiting longest; None without one."""
    waiting = [
        exchange
        for exchange in index.exchanges_of(person_id)
        if exchange.person == person_id
        and exchange.kind is ExchangeKind.RECOMMENDATION
        and exchange.direction is Direction.GIVEN
        and exchange.status in OPEN
    ]
    return min(waiting, key=lambda each: (str(each.steps[0].on or ""), int(each.id)), default=None)


def begin(network: Network, person_id: Id) -> Exchange:
    """Return a recommendation that I am about to write, not yet saved; :func:`write` or ``exchanges.record`` does.

    Nobody asked for it, so it is one that I offer, since today; its role is what they were while we worked together.
    Raises NotFound.
    """
    person = existing_person(network, person_id)
    return Exchange(
        id=network.clock.new_id(),
        kind=ExchangeKind.RECOMMENDATION,
        direction=Direction.GIVEN,
        person=person.id,
        steps=(Step(status=Status.OFFERED, on=PartialDate.of(network.today)),),
        role=role_of(network.repository.me, person),
    )


def write(network: Network, exchange_id: Id, text: str, *, new: Exchange | None = None) -> Change | None:
    """Save a text; the notes of a draft are left out, and an earlier text becomes a version of today.

    None when the text is the one there is. ``new`` is the recommendation to record with it where ``exchange_id`` is not
    stored yet, see :func:`begin`. Raises NotFound, InvalidInput, StoreError.
    """
    plain = clean_text(without_notes(text))
    if new is not None and network.repository.exchanges.get(exchange_id) is None:
        return exchanges.record(network, versions.with_text(new, plain, network.today))
    exchange = existing_exchange(network, exchange_id)
    return _save(network, versions.with_text(exchange, plain, network.today), "exchange.write")


def restore(network: Network, exchange_id: Id, number: int) -> Change | None:
    """Put the version ``number``, from 0 for the oldest, in the place of the text, which becomes a version of today.

    Raises NotFound, StoreError.
    """
    exchange = existing_exchange(network, exchange_id)
    try:
        changed = versions.restored(exchange, number, network.today)
    except IndexError:
        raise NotFound(_("There is no such earlier text."), hint=_("It may have been restored already.")) from None
    return _save(network, changed, "exchange.restore")


def _save(network: Network, exchange: Exchange, action: str) -> Change | None:
    check(exchange)
    person = network.repository.people.get(exchange.person)
    return network.save([exchange], action=action, detail=person.name if person is not None else exchange.subject)
