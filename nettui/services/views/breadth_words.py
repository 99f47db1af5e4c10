"""The words for the measures of breadth, for the app and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext, pgettext

if TYPE_CHECKING:
    from nettui.domain.breadth import HowMet
    from nettui.domain.variety import Variety

__all__ = ["circle_words", "decimal", "known_words", "meaning_words", "met_words", "variety_words"]


def known_words(known: int, unknown: int) -> str:
    """Return from how many people a figure was counted, for instance "18 known, 4 unknown"."""
    return _("{known} known, {unknown} unknown").format(known=known, unknown=unknown)


def decimal(value: float) -> str:
    """Return a figure with one decimal, with the sign of the language."""
    return f"{value:.1f}".replace(".", pgettext("decimal separator", "."))


def variety_words(variety: Variety) -> str:
    """Return how many there are, the effective number, and the largest; or that too few are known."""
    if not variety.enough:
        return _("too few known to say")
    return _("{count}, as varied as {effective} of equal size; most at {largest}: {share} %").format(
        count=variety.count,
        effective=decimal(variety.effective),
        largest=variety.largest,
        share=round(variety.share * 100),
    )


def meaning_words(variety: Variety) -> str:
    """Return in plain words what the effective number means."""
    number = round(variety.effective)
    return ngettext(
        "If all were equally large, {n} would give the same variety.",
        "If all were equally large, {n} would give the same variety.",
        number,
    ).format(n=number)


def met_words(met: HowMet) -> str:
    """Return which part I met on my own and how many through others; or that too few are known."""
    if not met.enough or met.share is None:
        return _("too few known to say")
    return _("{share} % on my own, {through} through others").format(
        share=round(met.share * 100), through=len(met.through_people)
    )


def circle_words(people: int, stale: bool) -> str:
    """Return what is to be said of a circle: that it is empty, that nobody was spoken to for a year, or nothing."""
    if not people:
        return _("empty: whom could you invite?")
    return _("no contact for a year") if stale else ""
