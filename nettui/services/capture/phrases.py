"""The vocabulary of dates in English and Bulgarian, as people write it in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.capture.wordlist import wordset

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ANCHORS",
    "DAY_PARTS",
    "HOUR_UNITS",
    "LEADS",
    "MODIFIERS",
    "MONTHS",
    "NAMED_DAYS",
    "NUMBERS",
    "UNITS",
    "VOCABULARY",
    "WEEKDAYS",
]


def _rows(table: str) -> dict[str, int]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word: number for number, words in enumerate(rows) for word in words}


WEEKDAYS: Mapping[str, int] = _rows(
    """
    monday mon понеделник понеделника пон пн ponedelnik
    tuesday tue tues вторник вторника вто вт vtornik
    wednesday wed сряда срядата сря ср sryada srqda
    thursday thu thur thurs четвъртък четвъртъка чет чт
    friday fri петък петъка пт petak petyk
    saturday sat събота съботата съб сб sabota
    sunday sun неделя неделята нед нд nedelya nedelq
    """
)
"""Monday is 0, as in :meth:`datetime.date.weekday`."""

MONTHS: Mapping[str, int] = {
    word: number + 1
    for word, number in _rows(
        """
        january jan януари яну ян
        february feb февруари фев
        march mar март мар
        april apr април апр
        may май
        june jun юни
        july jul юли
        august aug август авг
        september sep sept септември септ сеп
        october oct октомври окт
        november nov ноември ноем ное
        december dec декември дек
        """
    ).items()
}

NAMED_DAYS: Mapping[str, int] = {
    phrase: offset
    for offset, phrases in (
        (0, "today|tonight|this morning|this afternoon|this evening|just now|now|dnes|днес|тази сутрин|тая сутрин"),
        (0, "тази вечер|довечера|този следобед|днеска|сега|току-що"),
        (-1, "yesterday|last night|last evening|vchera|вчера|снощи|миналата нощ|вчерашния ден"),
        (-2, "day before yesterday|завчера|онзи ден|оня ден|онзиден|по-миналия ден|onzi den"),
        (1, "tomorrow|утре|utre"),
        (2, "day after tomorrow|вдругиден|в други ден|други ден"),
    )
    for phrase in phrases.split("|")
}
"""Days counted from today."""

MODIFIERS: Mapping[str, int] = {
    word: number - 1
    for word, number in _rows(
        """
        last past previous последния последният последна последната последното\
        минал миналия миналият минала миналата миналото предния предната предишния предишната
        this този тоя тази тая това
        next следващ следващия следващият следващата следващото следваща другия другият другата идния идната идващия
        """
    ).items()
}
"""-1 last, 0 this, 1 next."""

NUMBERS: Mapping[str, int] = {
    **_rows(
        """
        zero
        a an one един една едно
        two couple два две двама
        three три
        four четири
        five пет
        six шест
        seven седем
        eight осем
        nine девет
        ten десет
        eleven единайсет единадесет
        twelve дванайсет дванадесет
        """
    ),
    "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "петнайсет": 15, "петнадесет": 15, "двайсет": 20,
    "двадесет": 20, "трийсет": 30, "тридесет": 30,
}  # fmt: skip

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in (
        ("day", "day days ден дни дена"),
        ("week", "week weeks седмица седмици седмицата wk wks"),
        ("month", "month months месец месеца месеци месецът"),
        ("year", "year years година години годината"),
    )
    for word in words.split()
}
HOUR_UNITS: Mapping[str, int] = {
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "час", "часа", "ч"), 60),
    **dict.fromkeys(("minute", "minutes", "min", "mins", "минута", "минути", "мин"), 1),
}
"""Minutes in one of them."""

LEADS = wordset("on from в във на the от за")
"""Words before a day that say nothing: *on* Friday, *в* понеделник."""

DAY_PARTS = wordset("morning afternoon evening night сутринта сутрин следобед следобеда вечерта вечер обяд обед noon")

VOCABULARY = frozenset(
    {
        *WEEKDAYS, *MONTHS, *MODIFIERS, *NUMBERS, *UNITS, *HOUR_UNITS, *LEADS, *DAY_PARTS,
        *(word for phrase in NAMED_DAYS for word in phrase.split()),
        *wordset("ago преди след in at and и of am pm г година половина half around около"),
    }
)  # fmt: skip
"""Every word that a date may hold: only phrases of these alone are worth the slow parser."""

ANCHORS = frozenset({*WEEKDAYS, *MONTHS, "ago", "преди", "след", "in"})
"""Words of which a phrase must hold one to be worth the slow parser."""
