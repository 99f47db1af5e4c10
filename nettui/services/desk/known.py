"""What is known of the work somebody and I did together: times at one place, favours, days in the journal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.circles import my_places, overlap
from nettui.domain.ledger import COUNTED, happened_on
from nettui.domain.organisations import organisation_key
from nettui.domain.records import Channel, ExchangeKind
from nettui.domain.search import search_fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Entry, Exchange, Me, Person, Position
    from nettui.services.index import Index

__all__ = ["MOST", "Together", "favours", "journal", "role_of", "together"]

MOST = 4
"""How many favours, and how many days of the journal, a draft begins with: more would be reading and not writing."""

_LETTERS = 4
"""Words from this length on tell that two texts are about one thing."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A time at one place, as far as it is known: ``since`` the later came, ``until`` the first left.

    ``until`` None: nobody is known to have left. The titles are those of that time, empty where not known.
    """

    organisation: str
    study: bool
    since: PartialDate | None
    until: PartialDate | None
    mine: str
    theirs: str


def together(me: Me | None, person: Person) -> list[Together]:
    """Return when we may have worked or studied at one place, the latest first; by the dates of both, see circles."""
    mine = my_places(me)
    found = [
        Together(
            organisation=own.organisation.strip() or theirs.organisation.strip(),
            study=theirs.study,
            since=_latest(own, theirs),
            until=_earliest(own, theirs),
            mine=own.title.strip(),
            theirs=theirs.title.strip(),
        )
        for theirs in person.positions
        for own in mine.get((theirs.study, organisation_key(theirs.organisation)), ())
        if overlap(own, theirs)
    ]
    return sorted(found, key=lambda each: (not each.study, str(each.since or "")), reverse=True)


def _latest(*positions: Position) -> PartialDate | None:
    known = [p.since for p in positions if p.since is not None and p.since.year is not None]
    return max(known, key=lambda date: date.first_day(), default=None)


def _earliest(*positions: Position) -> PartialDate | None:
    known = [p.until for p in positions if p.until is not None and p.until.year is not None]
    return min(known, key=lambda date: date.last_day(), default=None)


def role_of(me: Me | None, person: Person) -> str:
    """Return the title and organisation of somebody while we last worked together; empty where nothing is known."""
    work = next((each for each in together(me, person) if not each.study), None)
    return ", ".join(part for part in (work.theirs, work.organisation) if part) if work is not None else ""


def favours(index: Index, person: Person, but: Exchange) -> list[Exchange]:
    """Return what we have done for each other and what it was about, the latest first: moments to tell of."""
    done = [
        exchange
        for exchange in index.exchanges_of(person.id)
        if exchange.person == person.id
        and exchange.id != but.id
        and exchange.status in COUNTED
        and exchange.kind not in {ExchangeKind.RECOMMENDATION, ExchangeKind.ENDORSEMENT}
        and exchange.subject.strip()
    ]
    return sorted(done, key=lambda each: (str(happened_on(each) or ""), int(each.id)), reverse=True)[:MOST]


def journal(index: Index, person: Person, exchange: Exchange) -> list[Entry]:
    """Return the days with somebody that say most of our work: starred ones, and those that speak of the same things.

    In the order of time.
    """
    about = _words([exchange.subject, exchange.role, person.i_can_vouch, person.can_vouch, person.in_common])
    about |= _words(each.organisation for each in together(index.me, person) if not each.study)
    about -= _words([person.name, *person.also])
    told = [e for e in index.entries_of(person.id) if person.id in e.people and e.text.strip()]
    ranked = sorted(told, key=lambda entry: (_weight(entry, about), entry.at, int(entry.id)), reverse=True)
    return sorted(ranked[:MOST], key=lambda entry: (entry.at, int(entry.id)))


def _weight(entry: Entry, about: set[str]) -> int:
    shared = len(_words([entry.text, *entry.tags]) & about)
    return 3 * entry.starred + 2 * min(shared, 3) + (entry.channel is not Channel.NOTE)


def _words(texts: Iterable[str] | Sequence[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(search_fold(text)) if len(word) >= _LETTERS}
