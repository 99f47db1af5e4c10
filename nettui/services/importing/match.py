"""Who is the same person: what a source says against the people of the network, by strength of evidence.

===========  ==================================================================  =======================
strength     evidence                                                            what happens
===========  ==================================================================  =======================
certain      same source and same foreign id                                     updated
strong       same profile address anywhere; same mail when neither side has      joined, and shown
             another address; same name and day of connection in one source
fair         same folded name and same company                                   asked, preselected
weak         same folded name                                                    asked, not preselected
against      two different profile addresses                                     never joined by itself
===========  ==================================================================  =======================

One exception to the last line: owners change their profile addresses. When somebody of the same name and the same day
of connection vanished from a complete list in which the new address appears, it is one person.
Everything is looked up in dictionaries made once: a scan a row would take hours at 20,000 rows.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.incoming import NAME_ID, profile_slug
from nettui.i18n import N_
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.ids import Id
    from nettui.domain.incoming import Incoming, IncomingPerson
    from nettui.domain.records import ForeignId, Person

__all__ = ["NEW", "SKIP", "Ask", "Asked", "Existing", "Found", "Made", "Nobody", "Same", "foreign", "match"]

NEW = "new"
"""The decision that somebody is none of the candidates."""
SKIP = "skip"
"""The decision to leave somebody out."""

BY_ID = N_("same profile")
BY_ADDRESS = N_("same profile address")
BY_MAIL = N_("same mail address")
BY_NAME_AND_DAY = N_("same name and day of connection")
RENAMED = N_("same name and day of connection as somebody who vanished from the list: a changed profile address")
BY_NAME = N_("same name")
BY_NAME_AND_COMPANY = N_("same name and company")
BY_CHOICE = N_("chosen by you")


@dataclass(frozen=True, slots=True)
class Existing:
    """One of the network's people, and why."""

    id: Id
    evidence: str


@dataclass(frozen=True, slots=True)
class Made:
    """Nobody yet: a person to be made under the key of ``key``."""

    key: str


@dataclass(frozen=True, slots=True)
class Same:
    """The same as another of the incoming people, named by ``key``."""

    key: str


@dataclass(frozen=True, slots=True)
class Asked:
    """To be decided by the user under ``key``."""

    key: str


@dataclass(frozen=True, slots=True)
class Nobody:
    """Not in the network and not to be made."""


Found = Existing | Made | Same | Asked | Nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question for the user: is ``name`` one of ``candidates``? ``preselected`` is the likely answer, or None."""

    key: str
    name: str
    detail: str
    candidates: tuple[Id, ...]
    evidence: str
    preselected: Id | None = None


def foreign(person: Person, source: str) -> list[ForeignId]:
    """Return under which ids ``source`` knows ``person``."""
    return [f for f in person.foreign_ids if f.source == source]


def _spelling(name: str) -> str:
    """Return a name as written, but for case, blanks and how accents are encoded; credentials stay."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _is_real(foreign_id: str) -> bool:
    return bool(foreign_id) and not foreign_id.startswith(NAME_ID)


class _Index:
    """The people of the network by everything they can be recognised by."""

    def __init__(self, people: Iterable[Person], source: str) -> None:
        self.by_id: dict[str, Id] = {}
        self.by_mail: dict[str, list[Id]] = defaultdict(list)
        self.by_name: dict[str, list[Id]] = defaultdict(list)
        self.by_name_and_day: dict[tuple[str, str], list[Id]] = defaultdict(list)
        self.by_link: dict[str, list[Id]] = defaultdict(list)
        self.slugs: dict[Id, set[str]] = {}
        self.known: set[Id] = set()
        for person in people:
            self._add(person, source)

    def _add(self, person: Person, source: str) -> None:
        slugs = self.slugs[person.id] = {slug for link in person.links if (slug := profile_slug(link))}
        for slug in slugs:
            self.by_link[slug].append(person.id)
        names = {fold_name(name) for name in (person.name, *person.also)} - {""}
        for known in foreign(person, source):
            self.known.add(person.id)
            self.by_id.setdefault(known.id, person.id)
            if _is_real(known.id):
                slugs.add(known.id)
            seen_names = names | ({fold_name(known.seen["name"])} if "name" in known.seen else set())
            if "connected" in known.seen:
                for name in seen_names:
                    self.by_name_and_day[name, known.seen["connected"]].append(person.id)
        for name in names:
            self.by_name[name].append(person.id)
        for mail in {mail.strip().casefold() for mail in person.emails}:
            self.by_mail[mail].append(person.id)


class _Matcher:
    def __init__(self, incoming: Incoming, people: Mapping[Id, Person], decisions: Mapping[str, str]) -> None:
        self.incoming = incoming
        self.people = people
        self.decisions = decisions
        self.index = _Index(people.values(), incoming.source)
        self.found: dict[str, Found] = {}
        self.asks: list[Ask] = []
        self.listed = {p.id for p in incoming.people.values() if p.listed}
        self.taken: set[Id] = set()
        self.rivals: dict[tuple[str, str], int] = defaultdict(int)
        self.incoming_names: dict[str, list[str]] = defaultdict(list)
        self.mentioned: Counter[str] = Counter()
        self.told: dict[Id, list[IncomingPerson]] = defaultdict(list)
        """What the source says about the people who were found, as they will be known by after the import."""

    def all(self) -> tuple[dict[str, Found], list[Ask]]:
        with_id = sorted((p for p in self.incoming.people.values() if p.id), key=lambda p: not p.listed)
        self._certain(with_id)
        self._proven(with_id)
        self.mentioned = Counter(
            fold_name(p.name) for p in with_id if p.key not in self.found and _is_real(p.id) and not p.listed
        )
        for person in with_id:
            if person.key not in self.found:
                self.found[person.key] = self._likely(person)
            self.incoming_names[fold_name(person.name)].append(person.key)
            found = self.found[person.key]
            if isinstance(found, Existing):
                self.told[found.id].append(person)
        for person in self.incoming.people.values():
            if not person.id:
                self.found[person.key] = self._by_name(person)
        return self.found, self.asks

    def _certain(self, people: Iterable[IncomingPerson]) -> None:
        for person in people:
            known = self.index.by_id.get(person.id)
            if known is not None:
                self.found[person.key] = Existing(known, BY_ID)
                if person.listed:  # somebody mentioned under a former address may be listed under another by now
                    self.taken.add(known)
            if person.listed and person.connected:
                self.rivals[fold_name(person.name), person.connected.isoformat()] += 1

    def _proven(self, people: Iterable[IncomingPerson]) -> None:
        """Find everybody there is proof for, before anybody is merely likely.

        Whom one row proves to be somebody is no candidate for another, so it goes on until no more is proven: the order
        of the rows does not matter, and a second import sees what the first one saw.
        """
        left, before = [p for p in people if p.key not in self.found], -1
        while len(left) != before:
            before = len(left)
            for person in left:
                strong = self._strong(person)
                if strong is not None:
                    self.found[person.key] = strong
                    if person.listed:
                        self.taken.add(strong.id)
            left = [p for p in left if p.key not in self.found]

    # ------------------------------------------------------------ people with an id

    def _likely(self, person: IncomingPerson) -> Found:
        name = fold_name(person.name)
        if _is_real(person.id) and not person.listed and self.mentioned[name] == 1:
            listed_by_name = self._listed_by_name(name)
            if len(listed_by_name) == 1:
                return listed_by_name.pop()
        if not person.make:
            return Nobody()
        candidates = [
            i for i in self.index.by_name.get(name, ()) if i not in self.taken and not self._against(person, i)
        ]
        return self._ask(person, candidates) if candidates and name else Made(person.key)

    def _against(self, person: IncomingPerson, candidate: Id) -> bool:
        slugs = self.index.slugs[candidate]
        return bool(_is_real(person.id) and slugs and person.id not in slugs)

    def _strong(self, person: IncomingPerson) -> Existing | None:
        for candidates, evidence in (
            (self.index.by_link.get(person.id, []), BY_ADDRESS),
            (self._same_mail(person), BY_MAIL),
        ):
            free = [i for i in dict.fromkeys(candidates) if i not in self.taken]
            if len(free) == 1:
                return Existing(free[0], evidence)
        if not person.connected:
            return None
        day = (fold_name(person.name), person.connected.isoformat())
        same_day = [i for i in dict.fromkeys(self.index.by_name_and_day.get(day, ())) if i not in self.taken]
        if len(same_day) != 1 or self.rivals[day] != 1:
            return None
        if not self._against(person, same_day[0]):
            return Existing(same_day[0], BY_NAME_AND_DAY)
        vanished = self.incoming.complete and self.listed.isdisjoint(self.index.slugs[same_day[0]])
        return Existing(same_day[0], RENAMED) if vanished else None

    def _listed_by_name(self, name: str) -> set[Found]:
        """Return whom the source lists under this name without an address, as it did until mid-2023."""
        found: set[Found] = {self._target(key) for key in self.incoming_names.get(name, ()) if key.startswith(NAME_ID)}
        found |= {
            Existing(i, BY_NAME)
            for i in self.index.by_name.get(name, ())
            if i in self.index.known and not self.index.slugs[i] and Existing(i, "") not in found
        }
        return {f for f in found if isinstance(f, Existing | Same)}

    def _same_mail(self, person: IncomingPerson) -> list[Id]:
        mail = person.email.strip().casefold()
        if not mail:
            return []
        return [i for i in self.index.by_mail.get(mail, ()) if not self._against(person, i)]

    # ------------------------------------------------------------ people by name alone

    def _by_name(self, person: IncomingPerson) -> Found:
        """Find somebody a source only names: LinkedIn writes no address into recommendations."""
        name = fold_name(person.name)
        if not name:
            return Nobody()
        targets: dict[Found, bool] = {}
        for key in self.incoming_names.get(name, ()):
            targets[self._target(key)] = True
        for i in self.index.by_name.get(name, ()):
            targets.setdefault(Existing(i, ""), i in self.index.known or i in self.told)
        targets.pop(Nobody(), None)
        if not targets:
            return self._nobody_known(person, name)
        if len(targets) > 1:
            targets = self._narrowed(person, targets)
        if len(targets) == 1:
            target, from_source = next(iter(targets.items()))
            if from_source:
                return target
        return self._ask(person, [t.id for t in targets if isinstance(t, Existing)])

    def _nobody_known(self, person: IncomingPerson, name: str) -> Found:
        known = self.index.by_id.get(NAME_ID + name)
        if known is not None:
            return Existing(known, BY_ID)
        if not person.make:
            return Nobody()
        self.incoming_names[name].append(person.key)
        return Made(person.key)

    def _target(self, key: str) -> Found:
        found = self.found[key]
        if isinstance(found, Existing):
            return Existing(found.id, "")
        return Same(found.key) if isinstance(found, Made) else found

    def _narrowed(self, person: IncomingPerson, targets: dict[Found, bool]) -> dict[Found, bool]:
        """Tell namesakes apart by the exact spelling and by company or title; where these disagree, not at all."""
        spelling = _spelling(person.name)
        exact = {t for t in targets if spelling in map(_spelling, self._names(t))}
        fitting = {t for t in targets if self._fits(person, t)}
        left = exact & fitting if exact and fitting else exact | fitting
        return {t: known for t, known in targets.items() if t in left} or targets

    def _names(self, target: Found) -> tuple[str, ...]:
        if isinstance(target, Existing):
            stored = self.people[target.id]
            return (stored.name, *stored.also, *(p.name for p in self.told.get(target.id, ())))
        if isinstance(target, Same | Asked):
            return (self.incoming.people[target.key].name,)
        return ()

    def _fits(self, person: IncomingPerson, target: Found) -> bool:
        """Whether company or title, those of the time of writing, are ones this person is known to have had."""
        had = []
        if isinstance(target, Existing):
            had = [(p.organisation, p.title) for p in self.people[target.id].positions if not p.study]
            had += [(p.organisation, p.title) for p in self.told.get(target.id, ())]
        elif isinstance(target, Same | Asked):
            named = self.incoming.people[target.key]
            had = [(named.organisation, named.title)]
        company, title = fold_name(person.organisation), fold_name(person.title)
        return any(
            (company and company == fold_name(c)) or (not company and title and title == fold_name(t)) for c, t in had
        )

    # ------------------------------------------------------------ questions

    def _ask(self, person: IncomingPerson, candidates: list[Id]) -> Found:
        decision = self.decisions.get(person.key)
        if decision == NEW:
            return Made(person.key)
        if decision == SKIP:
            return Nobody()
        if decision is not None and decision in self.people:
            return Existing(decision, BY_CHOICE)
        company = fold_name(person.organisation)
        same_company = [i for i in candidates if company and company in self._companies(i)]
        fair = len(same_company) == 1
        self.asks.append(
            Ask(
                key=person.key,
                name=person.name,
                detail=", ".join(part for part in (person.title, person.organisation) if part),
                candidates=tuple(dict.fromkeys(candidates)),
                evidence=BY_NAME_AND_COMPANY if same_company else BY_NAME,
                preselected=same_company[0] if fair else None,
            )
        )
        return Asked(person.key)

    def _companies(self, candidate: Id) -> set[str]:
        return {fold_name(p.organisation) for p in self.people[candidate].positions if not p.study}


def match(
    incoming: Incoming, people: Mapping[Id, Person], decisions: Mapping[str, str]
) -> tuple[dict[str, Found], list[Ask]]:
    """Return who each of the incoming people is, by key, and what has to be asked.

    ``decisions`` answers questions by their key: an id of the network's, :data:`NEW` or :data:`SKIP`.
    """
    return _Matcher(incoming, people, decisions).all()
