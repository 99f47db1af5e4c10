"""Reading the texts of fields: dates as people write them, numbers of days, names of people and groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nettui.domain.dates import Moment, PartialDate
from nettui.domain.validate import MAX_CADENCE_DAYS, clean_text
from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.services.lookup import find_group, find_person
from nettui.text import one_line
from nettui.tui.dialogs.spec import Wrong

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from nettui.domain.ids import Id
    from nettui.tui.dialogs.names import Labels
    from nettui.tui.workspace import Workspace

__all__ = [
    "read_birthday",
    "read_date",
    "read_days",
    "read_group",
    "read_lines",
    "read_list",
    "read_moment",
    "read_past_date",
    "read_person",
    "read_several",
    "read_text",
]

_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})\Z", re.ASCII)
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?\Z", re.ASCII)
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?\Z", re.ASCII)
_COUNT = re.compile(r"(\d{1,9})\s*(\w*)\.?\Z")
_UNITS = {"": 1, "d": 1, "д": 1, "w": 7, "с": 7, "m": 30, "м": 30, "y": 365, "г": 365}
_PARTS = re.compile(r"[,;\n]")


def read_text(raw: str) -> str:
    """Return a text without blanks around it, and without what cannot be stored."""
    return clean_text(raw.strip())


def read_lines(raw: str) -> tuple[str, ...]:
    """Return the texts that stand one on a line."""
    return tuple(line for line in map(read_text, raw.split("\n")) if line)


def read_list(raw: str) -> tuple[str, ...]:
    """Return the words of a list with commas, each once; the sign that marks a tag elsewhere may stand before them."""
    return tuple(dict.fromkeys(word for part in _PARTS.split(raw) if (word := read_text(part).lstrip("#"))))


def _written(text: str) -> PartialDate | None:
    """Return a date written in figures, day before month."""
    try:
        if match := _MONTH_AND_YEAR.match(text):
            return PartialDate(int(match[2]), int(match[1]))
        if (match := _DAY_MONTH_YEAR.match(text)) and match[3]:
            return PartialDate(int(match[3]), int(match[2]), int(match[1]))
        return PartialDate.parse(text)
    except ValueError:
        return None


def _no_date(text: str) -> Wrong:
    return Wrong(_("“{text}” is no date. Try 2019-06, 14.06.2019, friday.").format(text=one_line(text, 18)))


def read_date(raw: str, now: datetime) -> PartialDate | None:
    """Return a date that may lie ahead, as the capture line reads it after “by”; None for nothing. Raises Wrong."""
    from nettui.services.capture.when import read_due

    text = raw.strip()
    if not text:
        return None
    found = _written(text) or read_due(text, now)
    if found is None or found.year is None:
        raise _no_date(text)
    return found


def read_past_date(raw: str, now: datetime) -> PartialDate | None:
    """Return a date that lies behind, as the capture line reads it; None for nothing. Raises Wrong."""
    text = raw.strip()
    if not text:
        return None
    found = _written(text)
    if found is not None and found.year is not None:
        return found
    return PartialDate.of(read_moment(text, now).day)


def read_birthday(raw: str) -> PartialDate | None:
    """Return a birthday, with or without its year (``14.06``, ``--06-14``); None for nothing. Raises Wrong."""
    text = raw.strip()
    if not text:
        return None
    found = _written(text)
    if found is None and (match := _DAY_MONTH_YEAR.match(text)) and not match[3]:
        try:
            found = PartialDate(None, int(match[2]), int(match[1]))
        except ValueError:
            found = None
    if found is None:
        raise Wrong(
            _("“{text}” is no birthday. Write 14.06, 14.06.1985, 1985-06 or 1985.").format(text=one_line(text, 18))
        )
    return found


def read_moment(raw: str, now: datetime) -> Moment:
    """Return a day, or a day and a time, that lies behind. Raises Wrong."""
    from nettui.services.capture.when import read_past

    text = raw.strip()
    try:
        found = Moment.parse(text) if _ISO_MOMENT.match(text) else None
    except ValueError:
        found = None
    if found is None:
        past = read_past(text, now)
        if past is None:
            raise _no_date(text)
        found = past.moment
    if found is None or found.day > now.date():
        raise Wrong(_("{text} is still to come. Give today's date or an earlier one.").format(text=one_line(text, 18)))
    return found


def read_days(raw: str) -> int | None:
    """Return a number of days, also written ``2w``, ``3 months``, ``1 година``; None for nothing. Raises Wrong."""
    text = raw.strip().casefold()
    if not text:
        return None
    match = _COUNT.match(text)
    days = int(match[1]) * _UNITS.get(match[2][:1], 0) if match else 0
    if not 1 <= days <= MAX_CADENCE_DAYS:
        raise Wrong(
            _("Write a number of days, 1 to {most}, or 2w, 3m, 1y; leave it empty for none.").format(
                most=MAX_CADENCE_DAYS
            )
        )
    return days


def read_person(raw: str, labels: Labels, workspace: Workspace) -> Id | None:
    """Return the one person a text means, in either script; None for nothing. Raises Wrong."""
    text = raw.strip()
    if not text:
        return None
    if text in labels.ids:
        return labels.ids[text]
    try:
        return find_person(workspace.network, text).id
    except NettuiError as error:
        found = labels.fitting(text)
        if len(found) == 1:
            return labels.ids[found[0]]
        if found:
            names = ", ".join(one_line(label, 30) for label in found[:3])
            raise Wrong(_("It may be {names}. Write more of the name.").format(names=names)) from None
        hint = error.hint or _("Add the person first.")
        raise Wrong(f"{error.message} {hint}") from None


def read_group(raw: str, workspace: Workspace) -> Id:
    """Return the group a text means. Raises Wrong."""
    try:
        return find_group(workspace.network, raw).id
    except NettuiError as error:
        raise Wrong(error.message) from None


def read_several(raw: str, read: Callable[[str], Id | None]) -> tuple[Id, ...]:
    """Return the records that a list with commas means, each once. Raises Wrong."""
    found = (read(part) for part in _PARTS.split(raw) if part.strip())
    return tuple(dict.fromkeys(each for each in found if each is not None))
