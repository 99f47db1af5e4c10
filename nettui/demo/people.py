"""Makes the people of the sample network out of the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from nettui.demo.groups import INDUSTRY
from nettui.demo.kit import FIRST_EVENING, Someone, evening, id_at, pick, pick_one
from nettui.demo.people_life import CLUBS, FAMILY, FRIENDS, OTHERS
from nettui.demo.people_school import CLASSMATES, TEACHERS
from nettui.demo.people_work import COLLEAGUES
from nettui.domain.dates import PartialDate
from nettui.domain.records import Level, Met, Person, Position

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from nettui.domain.ids import Id

__all__ = ["EVERYBODY", "called", "people", "position"]

EVERYBODY: tuple[Someone, ...] = (*TEACHERS, *CLASSMATES, *FRIENDS, *COLLEAGUES, *CLUBS, *FAMILY, *OTHERS)

_CALLED = {
    "baba": "баба",
    "bilyana": "Били",
    "chau": "Châu",
    "chess.bai.stoyo": "бай Стойо",
    "desi": "Деси",
    "dimitar.battery": "Митко",
    "dimitar.school": "Мечо",
    "georgi.k": "Жоро",
    "gosho": "Гошо",
    "hamid": "Khaled",
    "hike.boris": "Баце",
    "hike.georgi": "Гого",
    "hristozova": "г-жа Христозова",
    "ilcheva": "доц. Илчева",
    "ivan.d": "Ванката",
    "kolyo": "Кольо",
    "leli": "леля Краси",
    "lilia": "Лили",
    "mama": "мама",
    "maria.d": "Мимето",
    "maria.g": "Мичето",
    "maria.petrova": "Мими",
    "marto": "Марто",
    "penhallow": "Dr Penhallow",
    "plamen": "Пацо",
    "rusanov": "г-н Русанов",
    "sotirov": "проф. Сотиров",
    "tanaka": "Haruna",
    "tate": "тате",
    "tsvetelina": "Цвети",
    "viktoria": "Вики",
}

_INDUSTRY_OPEN = frozenset(
    [
        "yordan.m",
        "chau",
        "py.miro",
        "svetlin",
        "zornitsa",
        "yavor",
        "antoaneta",
        "py.tobias",
        "tanaka",
        "chess.filip",
        "stela",
    ]
)
"""Of whom the owner has not written down in which industry they work."""

_NAMES = {someone.key: someone.name for someone in EVERYBODY}


def called(key: str) -> str:
    """Return the name by which the owner calls somebody when she writes."""
    return _CALLED.get(key) or _NAMES[key].split()[0]


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def position(line: str) -> Position:
    """Read ``organisation | title | since | until``; a fifth cell or an ``until`` of ``study`` marks a study."""
    organisation, title, since, until, study = ([*map(str.strip, line.split("|")), "", "", ""])[:5]
    return Position(
        organisation=organisation,
        title=title,
        industry=INDUSTRY.get(organisation, ""),
        since=_date(since),
        until=_date(until),
        study=bool(study),
    )


def _without_industry(line: str) -> Position:
    return replace(position(line), industry="")


def _made(someone: Someone, number: int) -> datetime:
    """Return when somebody was entered: on the first evening, or when they were met after it."""
    first = FIRST_EVENING + timedelta(seconds=47 * number)
    met = _date(someone.met.split("|")[0].strip())
    return max(first, evening(met.first_day(), someone.key)) if met and met.first_day() > first.date() else first


def _met(someone: Someone, ids: Mapping[str, Id]) -> Met | None:
    if not someone.met:
        return None
    on, how, by = ([*map(str.strip, someone.met.split("|")), ""])[:3]
    return Met(on=_date(on), how=how, by=ids[by] if by else None)


def people(groups: Mapping[str, Id]) -> dict[str, Person]:
    """Return everybody by key; ``groups`` gives the id of a group by the name of its kind or its key."""
    made = {someone.key: _made(someone, number) for number, someone in enumerate(EVERYBODY)}
    ids = {key: id_at(at, "person", key) for key, at in made.items()}
    return {someone.key: _person(someone, made[someone.key], ids, groups) for someone in EVERYBODY}


def _person(someone: Someone, made: datetime, ids: Mapping[str, Id], groups: Mapping[str, Id]) -> Person:
    key = someone.key
    domain = pick_one(("example.com", "example.org", "example.net"), "domain", key)
    return Person(
        id=ids[key],
        created=made,
        changed=made + timedelta(days=pick(14, "changed", key)) if made.year < 2026 else made,
        name=someone.name,
        also=tuple(filter(None, someone.also.split(", "))),
        groups=tuple(groups[word] for word in someone.groups.split()),
        level=Level(someone.level) if someone.level else None,
        positions=tuple(map(_without_industry if key in _INDUSTRY_OPEN else position, someone.work)),
        place=someone.place,
        emails=(f"{key}@{domain}",) if pick(10, "mail", key) < 6 else (),
        phones=(f"+44 7700 900{pick(1000, 'phone', key):03}",) if pick(10, "has phone", key) < 3 else (),
        links=(f"https://people.example.org/{key}",) if pick(10, "link", key) < 2 else (),
        birthday=_date(someone.birthday),
        met=_met(someone, ids),
        in_common=someone.in_common,
        can_vouch=someone.can_vouch,
        i_can_vouch=someone.i_can_vouch,
        needs=someone.needs,
        tags=tuple(someone.tags.split()),
        cadence_days=someone.cadence,
        archived=someone.archived,
        notes=someone.notes,
    )
