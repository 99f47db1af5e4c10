"""Words for what the rows hold: dates seen from today, levels, channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nettui.domain.dates import PartialDate

__all__ = [
    "CHANNELS",
    "LEVELS",
    "SHORT_LEVELS",
    "day_and_month",
    "day_of_week_and_date",
    "month_and_year",
    "short_date",
    "short_day",
    "short_month",
    "short_since",
    "short_weekday",
    "since",
    "until",
    "weekday",
    "weekday_and_date",
    "word",
]

_WEEKS_FROM = 14
_MONTHS_FROM = 60
_YEARS_FROM = 730
_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25
_HALF_A_YEAR = 183

LEVELS: Mapping[str, str] = {
    "earlier": N_("earlier in their career"),
    "peer": N_("peer"),
    "senior": N_("senior"),
    "outside": N_("outside working life"),
    "unknown": N_("unknown"),
}
SHORT_LEVELS: Mapping[str, str] = {
    **LEVELS,
    "earlier": N_("earlier"),
    "outside": N_("outside work"),
}
"""For the first column of a table that needs its width for others."""
CHANNELS: Mapping[str, str] = {
    "met": N_("met"),
    "coffee": N_("coffee"),
    "meal": N_("meal"),
    "call": N_("call"),
    "video": N_("video"),
    "message": N_("message"),
    "email": N_("email"),
    "letter": N_("letter"),
    "event": N_("event"),
    "note": N_("note"),
}


def word(words: Mapping[str, str], key: str) -> str:
    """Return the word for ``key`` in the user's language."""
    return _(words[key])


def since(day: date, today: date) -> str:
    """Return how long ago ``day`` was: ``today``, ``yesterday``, ``3 days ago``; for a day ahead as :func:`until`."""
    days = (today - day).days
    if days < 0:
        return until(day, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    count, unit = _unit(days)
    messages = {
        "day": ngettext("{n} day ago", "{n} days ago", count),
        "week": ngettext("{n} week ago", "{n} weeks ago", count),
        "month": ngettext("{n} month ago", "{n} months ago", count),
        "year": ngettext("{n} year ago", "{n} years ago", count),
    }
    return messages[unit].format(n=count)


def until(day: date, today: date) -> str:
    """Return how far ahead ``day`` is: ``today``, ``tomorrow``, ``in 4 days``; behind, :func:`since`."""
    days = (day - today).days
    if days < 0:
        return since(day, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    count, unit = _unit(days)
    messages = {
        "day": ngettext("in {n} day", "in {n} days", count),
        "week": ngettext("in {n} week", "in {n} weeks", count),
        "month": ngettext("in {n} month", "in {n} months", count),
        "year": ngettext("in {n} year", "in {n} years", count),
    }
    return messages[unit].format(n=count)


def short_since(day: date, today: date) -> str:
    """Return how long ago ``day`` was in at most seven letters, for a column: ``today``, ``3 d``, ``5 wk``, ``2 mo``.

    A day ahead as :func:`short_day`.
    """
    days = (today - day).days
    if days < 0:
        return short_day(day, today)
    if days == 0:
        return _("today")
    count, unit = _unit(days)
    messages = {"day": _("{n} d"), "week": _("{n} wk"), "month": _("{n} mo"), "year": _("{n} y")}
    return messages[unit].format(n=count)


def short_day(day: date, today: date) -> str:
    """Return ``day`` in at most eight letters: ``27 Nov`` within half a year, else ``Nov 2024``."""
    return day_and_month(day) if abs((day - today).days) < _HALF_A_YEAR else month_and_year(day)


def _unit(days: int) -> tuple[int, str]:
    if days < _WEEKS_FROM:
        return days, "day"
    if days < _MONTHS_FROM:
        return days // 7, "week"
    if days < _YEARS_FROM:
        return int(days / _DAYS_A_MONTH), "month"
    return int(days / _DAYS_A_YEAR), "year"


_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def weekday(day: date) -> str:
    """Return the whole name of the day of the week, for instance ``Monday``."""
    return _(_WEEKDAYS[day.weekday()])


def day_and_month(day: date) -> str:
    """Return for instance ``23 Nov``."""
    return _("{day} {month}").format(day=day.day, month=_(_MONTHS[day.month - 1]))


def day_of_week_and_date(day: date) -> str:
    """Return for instance ``Mon 23 Nov 2026``."""
    return _("{weekday} {date} {year}").format(weekday=_(_DAYS[day.weekday()]), date=day_and_month(day), year=day.year)


def weekday_and_date(day: date, today: date) -> str:
    """Return for instance ``Mon 23 Nov``; with the year where it is not this one."""
    if day.year != today.year:
        return day_of_week_and_date(day)
    return _("{weekday} {date}").format(weekday=_(_DAYS[day.weekday()]), date=day_and_month(day))


def month_and_year(day: date) -> str:
    """Return for instance ``Nov 2026``."""
    return _("{month} {year}").format(month=_(_MONTHS[day.month - 1]), year=day.year)


def short_date(when: PartialDate, today: date) -> str:
    """Return a date as short as it is understood: ``12 Nov`` in this year, ``12 Nov 2024``, ``Nov 2024``, ``2024``."""
    if when.year is None:
        return _("{day} {month}").format(day=when.day, month=_(_MONTHS[(when.month or 1) - 1]))
    if when.month is None:
        return str(when.year)
    first = when.first_day()
    if when.day is None:
        return month_and_year(first)
    return day_and_month(first) if when.year == today.year else f"{day_and_month(first)} {when.year}"


def short_month(number: int) -> str:
    """Return the name of a month, from 1, for instance ``Nov``."""
    return _(_MONTHS[number - 1])


def short_weekday(number: int) -> str:
    """Return the name of a day of the week, Monday is 0, for instance ``Mon``."""
    return _(_DAYS[number])
