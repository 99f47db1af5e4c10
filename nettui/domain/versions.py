"""The texts of a recommendation: the present one and the earlier ones, none of which is ever lost.

Whatever was once saved as its text is either the present text or one of the versions, as often as it was saved: a new
text makes a version of the present one, and restoring a version exchanges it with the present text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import Version

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.records import Exchange

__all__ = ["kept", "restored", "with_text"]


def with_text(exchange: Exchange, text: str, on: date) -> Exchange:
    """Return ``exchange`` with ``text`` in the place of its text, which becomes a version unless it is blank.

    ``on`` is the day of the change. The same text changes nothing.
    """
    if text == exchange.text:
        return exchange
    return replace(exchange, text=text, versions=_with_present(exchange, exchange.versions, on))


def restored(exchange: Exchange, number: int, on: date) -> Exchange:
    """Return ``exchange`` with its version ``number``, from 0 for the oldest, as its text, and its text as a version.

    Raises IndexError where there is no such version.
    """
    if not 0 <= number < len(exchange.versions):
        raise IndexError(number)
    left = exchange.versions[:number] + exchange.versions[number + 1 :]
    return replace(exchange, text=exchange.versions[number].text, versions=_with_present(exchange, left, on))


def kept(before: Exchange, after: Exchange, on: date) -> Exchange:
    """Return ``after``, an edited ``before``, with the text it had among its versions where another took its place."""
    if after.text == before.text or after.versions != before.versions:
        return after
    return replace(after, versions=_with_present(before, before.versions, on))


def _with_present(exchange: Exchange, versions: tuple[Version, ...], on: date) -> tuple[Version, ...]:
    return (*versions, Version(text=exchange.text, on=on)) if exchange.text.strip() else versions
