"""Makes the entries of the sample network: rhythms, gatherings, the private notes, and the last days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from nettui.demo.gatherings import GATHERINGS, Gathering
from nettui.demo.kit import day_of, evening, id_at, lines, pick, pick_one
from nettui.demo.notes import LAST_DAYS, NOTES
from nettui.demo.people import called
from nettui.demo.phrases import POOLS
from nettui.demo.rhythms import RHYTHMS
from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Initiator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nettui.domain.ids import Id

__all__ = ["entries"]

_AT_WORK = ("team", "team_en", "office", "former", "former_en", "clubs_en")
_I_BEGAN = ("Писах", "Пратих", "Обадих", "Честитих", "Sent", "Asked", "Thanked", "Congratulated", "Picture", "Помогнах")
_HOURS = {
    Channel.COFFEE: ("08:45", "09:30", "16:15", "17:00"),
    Channel.CALL: ("18:10", "20:05", "21:00"),
    Channel.VIDEO: ("10:00", "11:30", "15:00"),
    Channel.MET: ("11:00", "14:00", "17:30"),
}
_HOLIDAYS = {*((12, day) for day in range(24, 32)), (1, 1), (1, 2)}
_TAG = re.compile(r"\s#(\w+)")
_WITH = re.compile(r"\b([сС]) (?=[сзСЗ])")  # Bulgarian "with" before с and з
_NEW_SENTENCE = re.compile(r"(?<=[.!?] )[мтбл](?=ама|ате|аба|еля|ай )")  # names such as мама, леля Краси
_NAME = re.compile(r"@([a-z.]*[a-z])")


def entries(ids: Mapping[str, Id]) -> tuple[Entry, ...]:
    """Return all entries by time of writing; ``ids`` gives the id of a person by key."""
    made = [*_by_rhythm(ids), *_gathered(ids), *_noted(ids), *_last_days(ids)]
    return tuple(sorted(made, key=lambda entry: int(entry.id)))


def _entry(
    at: Moment,
    channel: Channel,
    line: str,
    people: Sequence[str],
    ids: Mapping[str, Id],
    *,
    mentions: Sequence[str] = (),
    initiator: Initiator | None = None,
) -> Entry:
    text = _NAME.sub(lambda match: called(match[1]), _TAG.sub("", line.removeprefix("*")))
    text = _WITH.sub(r"\1ъс ", _NEW_SENTENCE.sub(lambda match: match[0].upper(), text))
    made = evening(at.day, line, *people)
    if at.time is not None:  # Sofia is two hours ahead of UTC in winter
        happened = datetime.combine(at.day, at.time, UTC) - timedelta(hours=2)
        made = max(made, happened + timedelta(minutes=5)) if made.hour > 12 else happened + timedelta(minutes=5)
    return Entry(
        id=id_at(made, "entry", at, line, *people),
        created=made,
        changed=made,
        at=at,
        channel=channel,
        text=text[:1].upper() + text[1:],
        people=tuple(ids[key] for key in people),
        mentions=tuple(ids[key] for key in mentions),
        initiator=initiator,
        tags=tuple(_TAG.findall(line)),
        starred=line.startswith("*"),
    )


def _moment(day: date, channel: Channel, line: str, *key: object) -> Moment:
    hours = _HOURS.get(channel, ())
    if line.startswith(("Обяд", "Семеен обяд")):
        hours = ("12:30", "13:00")
    elif line.startswith(("Вечеря", "Dinner")):
        hours = ("19:30", "20:00")
    if not hours or pick(5, "timed", day, *key) < 2:
        return Moment(day)
    return Moment.parse(f"{day}T{pick_one(hours, 'hour', day, *key)}")


def _initiator(channel: Channel, line: str, *key: object) -> Initiator | None:
    if line.startswith(_I_BEGAN):
        return Initiator.ME
    if line.startswith("{n}") and channel in {Channel.MESSAGE, Channel.EMAIL, Channel.CALL, Channel.LETTER}:
        return Initiator.THEM
    return pick_one((Initiator.ME, Initiator.THEM, Initiator.MUTUAL, Initiator.MUTUAL, None), "initiator", *key)


def _days(first: date, last: date, times: int, key: str, *, on_workdays: bool) -> Iterator[date]:
    """Yield ``times`` days from ``first`` to ``last``, unevenly, as people meet."""
    pause = (last - first).days / max(1, times - 1)
    for number in range(times):
        if number in {0, times - 1}:
            yield last if number else first
            continue
        sway = (pick(61, "sway", key, number) - 30) / 100
        day = _before_the_holidays(first + timedelta(days=round(pause * (number + sway))))
        yield day - timedelta(days=max(0, day.weekday() - 4)) if on_workdays else day


def _before_the_holidays(day: date) -> date:
    """Return ``day``, or for one between Christmas and New Year the same weekday two weeks earlier."""
    return day - timedelta(days=14) if (day.month, day.day) in _HOLIDAYS else day


def _by_rhythm(ids: Mapping[str, Id]) -> Iterator[Entry]:
    meetings = []
    for key, pool, first, last, times in lines(RHYTHMS):
        workdays = pool in _AT_WORK
        days = _days(day_of(first), day_of(last), int(times), key, on_workdays=workdays)
        meetings += [(day, key, pool) for day in days]
    pools = {name: list(lines(text)) for name, text in POOLS.items()}
    order = {(name, i): pick(997, name, i) for name, pool in pools.items() for i in range(len(pool))}
    used: dict[tuple[str, int], int] = {}
    told: dict[tuple[str, str, int], int] = {}
    for number, (day, key, pool) in enumerate(sorted(meetings), start=1):
        # What was not yet said of this person, and longest ago of anybody, comes next.
        choice = min(
            range(len(pools[pool])),
            key=lambda i, key=key, pool=pool: (told.get((key, pool, i), 0), used.get((pool, i), 0), order[pool, i]),  # type: ignore[misc]
        )
        used[pool, choice] = number
        told[key, pool, choice] = told.get((key, pool, choice), 0) + 1
        name, line = pools[pool][choice]
        if pick(3, "star", key, day):
            line = line.removeprefix("*")
        channel = Channel(name)
        initiator = _initiator(channel, line, key, day)
        yield _entry(
            _moment(day, channel, line, key),
            channel,
            line.replace("{n}", called(key)),
            (key,),
            ids,
            initiator=initiator,
        )


def _gathered(ids: Mapping[str, Id]) -> Iterator[Entry]:
    for series in GATHERINGS:
        texts = series.texts.strip().splitlines()
        for number in range(series.times):
            day = series.first + timedelta(days=series.step * number)
            day -= timedelta(days=(day.weekday() - series.first.weekday()) % 7)
            day = day if series.key == "sundays" else _before_the_holidays(day)
            who = _company(series, number)
            line = texts[number % len(texts)].replace("{n}", _named(series, who))
            at = Moment.parse(f"{day}T{series.hour}" if series.hour else f"{day}")
            yield _entry(at, series.channel, line, who, ids, initiator=Initiator.MUTUAL)


def _company(series: Gathering, number: int) -> tuple[str, ...]:
    """Return who was there: members in turn, the first one leading; a member listed twice comes more often."""
    size = series.least + pick(series.most - series.least + 1, "size", series.key, number)
    start = pick(len(series.members), "lead", series.key, number)
    turn = dict.fromkeys(series.members[start:] + series.members[:start])
    return tuple(turn)[:size]


def _named(series: Gathering, who: Sequence[str]) -> str:
    names = [called(key) for key in who]
    if series.key != "circle":
        return names[0]
    return f"{', '.join(names[:-1])} и {names[-1]}"


def _noted(ids: Mapping[str, Id]) -> Iterator[Entry]:
    for day, mentions, line in lines(NOTES):
        yield _entry(Moment(day_of(day)), Channel.NOTE, line, (), ids, mentions=mentions.split())


def _last_days(ids: Mapping[str, Id]) -> Iterator[Entry]:
    for at, channel, initiator, people, mentions, line in lines(LAST_DAYS):
        yield _entry(
            Moment.parse(at),
            Channel(channel),
            line,
            people.split(),
            ids,
            mentions=mentions.split(),
            initiator=Initiator(initiator),
        )
