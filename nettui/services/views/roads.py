"""Roads in, for one company or industry that is called by its name in either script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.roads import PlaceKind, TieKind, place_key, roads_in
from nettui.domain.search import matches, search_fold
from nettui.errors import InvalidInput, NotFound
from nettui.i18n import N_, _, ngettext, pgettext
from nettui.services.views.refs import ref
from nettui.services.views.words import short_date
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Position
    from nettui.domain.roads import Tie
    from nettui.services.index import Index
    from nettui.services.views.rows import Ref

__all__ = [
    "BridgeRow",
    "Place",
    "RoadsView",
    "StayRow",
    "TieRow",
    "find_place",
    "kind_word",
    "places",
    "roads_view",
    "stay_words",
    "tie_words",
]

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A company or an industry: its name as most often written, its key, how many people are or were there."""

    kind: PlaceKind
    key: str
    name: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRow:
    """Somebody who is or was there, as what, and from when to when."""

    person: Ref
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """That somebody knows ``to``: how, the latest date of it, in how many records."""

    kind: TieKind
    to: Ref
    on: PartialDate | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeRow:
    """Somebody who could introduce me, and by which ties."""

    person: Ref
    ties: tuple[TieRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadsView:
    """The roads into ``place``."""

    place: Place
    here: tuple[StayRow, ...]
    were: tuple[StayRow, ...]
    bridges: tuple[BridgeRow, ...]


def places(index: Index) -> list[Place]:
    """Return the companies and industries where anybody is or was, those of most people first. Decodes everybody."""
    people: dict[tuple[PlaceKind, str], set[Id]] = {}
    spellings: dict[tuple[PlaceKind, str], dict[str, int]] = {}
    for person in index.people.values():
        if person.archived:
            continue
        for position in person.positions:
            for kind, name in (
                (PlaceKind.COMPANY, position.organisation.strip()),
                (PlaceKind.INDUSTRY, position.industry.strip()),
            ):
                key = place_key(kind, name)
                if key:
                    people.setdefault((kind, key), set()).add(person.id)
                    written = spellings.setdefault((kind, key), {})
                    written[name] = written.get(name, 0) + 1
    found = [
        Place(
            kind=kind,
            key=key,
            name=min(spellings[kind, key].items(), key=lambda item: (-item[1], item[0]))[0],
            people=len(ids),
        )
        for (kind, key), ids in people.items()
    ]
    return sorted(found, key=lambda place: (-place.people, place.kind, place.key))


def find_place(index: Index, text: str) -> Place:
    """Return the one company or industry that ``text`` means, in either script.

    By the whole name, else by a part of it; ``company:`` or ``industry:`` in front says which of the two. The first way
    that finds anything decides. Raises InvalidInput that lists the candidates where several fit, NotFound for none.
    """
    kinds, name = _kind_and_name(text)
    if not search_fold(name):
        raise InvalidInput(_("The name of a company or an industry is missing."))
    known = [place for place in places(index) if place.kind in kinds]
    for fitting in _ways(known, name):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise InvalidInput(
                _("“{name}” may mean several: {places}.").format(
                    name=one_line(name), places=", ".join(_named(place) for place in fitting[:_SHOWN]) + _more(fitting)
                ),
                hint=_("Write more of the name, with company: or industry: in front."),
            )
    raise NotFound(
        _("No company or industry is called “{name}”.").format(name=one_line(name)),
        hint=_("Only those are known where somebody works or worked."),
    )


def _kind_and_name(text: str) -> tuple[Sequence[PlaceKind], str]:
    from nettui.domain.query import Target, field_called

    before, colon, after = text.partition(":")
    field = field_called(before.strip(), Target.PEOPLE) if colon else None
    if field in set(PlaceKind):
        return (PlaceKind(field),), after.strip().lstrip("=").strip(' "“”„')
    return tuple(PlaceKind), text.strip()


def _ways(known: Sequence[Place], name: str) -> Iterable[list[Place]]:
    yield [place for place in known if place_key(place.kind, name) == place.key]
    folded = search_fold(name)
    yield [place for place in known if folded in {search_fold(place.name), search_fold(place.key)}]
    yield [place for place in known if matches(name, place.name)]


def _named(place: Place) -> str:
    return f"{place.kind.value}:{one_line(place.name)}"


def _more(found: Sequence[object]) -> str:
    return ", …" if len(found) > _SHOWN else ""


def roads_view(index: Index, place: Place) -> RoadsView:
    """Return the roads into ``place``. Of journal and ledger it reads only what names those who are or were there."""

    def exchanges(there: AbstractSet[Id]) -> Iterable[Exchange]:
        return {each.id: each for person in there for each in index.exchanges_of(person)}.values()

    found = roads_in(place.kind, place.key, index.people.values(), index.repository.entries_of, exchanges, index.today)
    return RoadsView(
        place=place,
        here=tuple(StayRow(person=ref(index, stay.person), position=stay.position) for stay in found.here),
        were=tuple(StayRow(person=ref(index, stay.person), position=stay.position) for stay in found.were),
        bridges=tuple(
            BridgeRow(
                person=ref(index, bridge.person),
                ties=tuple(_tie(index, tie) for tie in bridge.ties),
            )
            for bridge in found.bridges
        ),
    )


def _tie(index: Index, tie: Tie) -> TieRow:
    return TieRow(kind=tie.kind, to=ref(index, tie.to), on=tie.on, times=tie.times)


# -- words -------------------------------------------------------------------------------------------------------------

_KINDS: Mapping[PlaceKind, str] = {PlaceKind.COMPANY: N_("company"), PlaceKind.INDUSTRY: N_("industry")}


def kind_word(kind: PlaceKind) -> str:
    """Return "company" or "industry"."""
    return _(_KINDS[kind])


def stay_words(position: Position, kind: PlaceKind, today: date, *, over: bool) -> str:
    """Return what somebody is or was there, where for an industry, and from when or until when."""
    words = [one_line(position.title)] if position.title.strip() else []
    if kind is PlaceKind.INDUSTRY and position.organisation.strip():
        words.append(one_line(position.organisation))
    if position.study:
        words.append(
            pgettext("somebody there", "studied there") if over else pgettext("somebody there", "studies there")
        )
    if over and position.until is not None:
        words.append(_("until {date}").format(date=short_date(position.until, today)))
    elif not over and position.since is not None:
        words.append(_("since {date}").format(date=short_date(position.since, today)))
    return ", ".join(words)


def tie_words(tie: TieRow, today: date) -> str:
    """Return in words why somebody should know ``tie.to``, and when that was."""
    name = one_line(tie.to.name)
    when = short_date(tie.on, today) if tie.on is not None else _("undated")
    match tie.kind:
        case TieKind.INTRODUCED_TO_ME:
            return _("introduced you to {name}, {date}").format(name=name, date=when)
        case TieKind.MET_THROUGH:
            return _("you met through {name}, {date}").format(name=name, date=when)
        case TieKind.INTRODUCTION:
            return _("in an introduction with {name}, {date}").format(name=name, date=when)
    return ngettext(
        "once together with {name}, {date}",
        "{n} times together with {name}, last {date}",
        tie.times,
    ).format(n=tie.times, name=name, date=when)
