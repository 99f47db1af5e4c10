"""The periods of the register and of the balances: all time, a year, a month, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.periods import ALL_TIME, Period
from nettui.services.views.words import month_and_year

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.dates import PartialDate

__all__ = ["earlier", "later", "period_name", "present"]


def period_name(period: Period) -> str:
    """Return ``2026`` or ``Nov 2026``; nothing for all time."""
    if period.start is None:
        return ""
    return month_and_year(period.start) if _is_month(period) else str(period.start.year)


def present(period: Period, today: date) -> Period:
    """Return where ``T`` leads: from an earlier period to the present one of its size, from there to all time."""
    if period.start is None:
        return ALL_TIME
    here = _same_size(period, today)
    return ALL_TIME if here == period else here


def earlier(period: Period, dates: Iterable[PartialDate], today: date) -> Period | None:
    """Return the period before that holds any of ``dates``; from all time this year, or the latest that holds any."""
    start = period.start if period.start is not None else Period.year(today).shift(1).start
    if start is None:
        return None
    days = [day for each in dates if each.year is not None and (day := each.first_day()) < start]
    return _same_size(period, max(days)) if days else None


def later(period: Period, dates: Iterable[PartialDate], today: date) -> Period | None:
    """Return the period after that holds any of ``dates``; from this year, or from all time, this month."""
    if period.end is not None:
        end = period.end
        days = [day for each in dates if each.year is not None and (day := each.first_day()) > end]
        if days:
            return _same_size(period, min(days))
    return None if _is_month(period) else Period.month(today)


def _same_size(period: Period, day: date) -> Period:
    return Period.month(day) if _is_month(period) else Period.year(day)


def _is_month(period: Period) -> bool:
    return period.start is not None and period == Period.month(period.start)
