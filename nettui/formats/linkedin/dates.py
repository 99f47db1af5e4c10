"""LinkedIn's dates: each file writes them in its own way, so each has its own strict reader.

Month names come from a fixed table: ``strptime`` with ``%b`` follows the locale of the process, the archive does not.
Every function raises ValueError for anything but its own forms.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from nettui.domain.dates import PartialDate

__all__ = ["connected_on", "endorsed_at", "invited_at", "message_at", "month_or_year", "recommended_at"]

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2}) ([A-Za-z]{3}) (\d{4})", re.ASCII)
_SPREADSHEET = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{2}|\d{4})", re.ASCII)
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}), (\d{1,2}):(\d{2})[ \u202f\u00a0]([AP])M", re.ASCII)
_SLASHED_UTC = re.compile(r"(\d{4})/(\d{2})/(\d{2}) (\d{2}):(\d{2}):(\d{2}) UTC", re.ASCII)
_DASHED_UTC = re.compile(r"(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) UTC", re.ASCII)
_MONTH_YEAR = re.compile(r"(?:([A-Za-z]{3}) )?(\d{4})", re.ASCII)


def _match(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.fullmatch(text.strip())
    if match is None:
        raise ValueError("another form of date was expected")
    return match


def _month(name: str) -> int:
    number = _MONTHS.get(name.casefold())
    if number is None:
        raise ValueError("unknown month")
    return number


def _american(text: str) -> datetime:
    month, day, year, hour, minute, half = _match(_AMERICAN, text).groups()
    if not 1 <= int(hour) <= 12:
        raise ValueError("hours go from 1 to 12")
    return datetime(2000 + int(year), int(month), int(day), int(hour) % 12 + 12 * (half == "P"), int(minute))  # noqa: DTZ001 - the file names no zone


def _utc(pattern: re.Pattern[str], text: str) -> datetime:
    year, month, day, hour, minute, second = (int(part) for part in _match(pattern, text).groups())
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def connected_on(text: str) -> date:
    """Read ``12 Mar 2021``; ``12-Mar-21`` after a spreadsheet; ``1/29/18, 2:37 PM`` in 2018."""
    if "/" in text:
        return _american(text).date()
    day, month, year = _match(_SPREADSHEET if "-" in text else _DAY_MONTH_YEAR, text).groups()
    return date(int(year) + (2000 if len(year) == 2 else 0), _month(month), int(day))


def recommended_at(text: str) -> datetime:
    """Read ``08/30/22, 05:51 PM``; the file names no zone."""
    return _american(text)


def invited_at(text: str) -> datetime:
    """Read ``1/29/26, 2:37 PM``; the file names no zone."""
    return _american(text)


def endorsed_at(text: str) -> datetime:
    """Read ``2021/05/21 15:13:21 UTC``."""
    return _utc(_SLASHED_UTC, text)


def message_at(text: str) -> datetime:
    """Read ``2026-03-13 03:18:54 UTC``, or ``3/12/21, 3:04 PM`` (no zone) of the layout of 2018."""
    return _american(text) if "/" in text else _utc(_DASHED_UTC, text)


def month_or_year(text: str) -> PartialDate | None:
    """Read ``Feb 2022`` or ``2012``; None for an empty cell."""
    if not text.strip():
        return None
    month, year = _match(_MONTH_YEAR, text).groups()
    return PartialDate(int(year), _month(month) if month else None)
