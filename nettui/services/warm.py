"""What an app loads when: a little before its first screen, the rest between keys, and then nothing more.

Python's collector of cycles looks through everything that is alive each time much has been made; while records and
lists are loaded that is a third of the time, and finds nothing. So it pauses while the app opens, and what was loaded
is set aside from it for good.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.services.facts.remembered import Remembered
    from nettui.services.index import Index

__all__ = ["collector_paused", "decoding", "prepare", "warming"]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Collect no cycles while the app opens; afterwards leave alone what was made meanwhile."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def prepare(index: Index) -> None:
    """Load what the first screen, Today, is made from."""
    from nettui.services.facts.ledger import ExchangeFacts, PromiseFacts
    from nettui.services.facts.rhythms import Rhythms

    for kind in (Rhythms, ExchangeFacts, PromiseFacts):
        index.shelf(kind).require()


def warming(index: Index) -> Iterator[str]:
    """Load what the other screens are made from, in the order in which they are likely to be asked for.

    Yields the name of what is being loaded after each slice of work; run one slice whenever no key is waiting. It ends
    when everything is there: an app that does nothing then costs nothing. The texts of the journal, as large as the
    journal itself, are left to the first search in it.
    """
    from nettui.services.facts.breadth import BreadthFacts
    from nettui.services.facts.circles import SharedPlaces
    from nettui.services.facts.contacts import Contacts
    from nettui.services.facts.journal import JournalOrder
    from nettui.services.facts.ledger import ExchangeFacts, PromiseFacts
    from nettui.services.facts.people import PeopleFacts, Sort
    from nettui.services.facts.rhythms import Rhythms
    from nettui.services.facts.texts import PeopleTexts

    kinds: tuple[type[Remembered], ...] = (
        *(Rhythms, ExchangeFacts, PromiseFacts),
        *(Contacts, PeopleFacts, SharedPlaces, JournalOrder, PeopleTexts, BreadthFacts),
    )
    with collector_paused():
        for kind in kinds:
            facts = index.shelf(kind)
            if facts.loaded:
                continue
            for _pause in facts.loading():
                yield kind.name
            yield kind.name
        if (order := index.shelf(JournalOrder)).packed:
            _unpacked = order.ids
            yield order.name
        index.shelf(PeopleFacts).order(Sort.NAME)
        yield "people by name"
        index.last_contacts()


def decoding(index: Index) -> Iterator[str]:
    """Decode the exchanges, and the people they are with: the ledger's balances look at each of them."""
    from nettui.services.facts.remembered import Pace

    pace = Pace()
    for exchange in index.exchanges.values():
        index.people.get(exchange.person)
        if pace.due():
            yield "people of the ledger"
            pace.resume()
