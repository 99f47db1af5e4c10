"""The words for the measures of breadth, for the app and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import Level
from nettui.i18n import _, ngettext, pgettext
from nettui.services.views.words import SHORT_LEVELS, month_and_year, short_date, word

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.breadth import HowMet, LevelMatrix
    from nettui.domain.connectors import Thanks
    from nettui.domain.dates import PartialDate
    from nettui.domain.outside import OutsideBalance
    from nettui.domain.variety import GroupVariety, Variety
    from nettui.services.views.breadth import BreadthView

__all__ = [
    "circle_words",
    "decimal",
    "index_words",
    "known_words",
    "meaning_words",
    "met_words",
    "network_words",
    "outside_words",
    "reached_words",
    "scale_words",
    "spread_words",
    "thanks_words",
    "variety_words",
]


def known_words(known: int, unknown: int) -> str:
    """Return from how many people a figure was counted, for instance "18 known, 4 unknown"."""
    return _("{known} known, {unknown} unknown").format(known=known, unknown=unknown)


def decimal(value: float) -> str:
    """Return a figure with one decimal, with the sign of the language."""
    return f"{value:.1f}".replace(".", pgettext("decimal separator", "."))


def network_words(view: BreadthView) -> str:
    """Return in a plain sentence, and without judgement, whether it is a network or a pyramid."""
    levels = view.levels
    if not levels.enough:
        return _("Network or pyramid? Too few levels are known to say: {known} of {people}.").format(
            known=levels.known, people=view.people
        )
    said = _("Network or pyramid? Of {known} people {spread}.").format(known=levels.known, spread=_level_counts(levels))
    if view.companies.enough and view.industries.enough:
        where = _("They work at {companies} in {industries}.").format(
            companies=ngettext("{n} company", "{n} companies", view.companies.count).format(n=view.companies.count),
            industries=ngettext("{n} industry", "{n} industries", view.industries.count).format(
                n=view.industries.count
            ),
        )
        return f"{said} {where}"
    return said


def _level_counts(levels: LevelMatrix) -> str:
    counts = {level: len(levels.rows[level]) for level in Level}
    # Translators: these four complete "Of 108 people …", each with its own number of people.
    words = (
        ngettext("{n} is senior to you", "{n} are senior to you", counts[Level.SENIOR]),
        ngettext("{n} is your peer", "{n} are your peers", counts[Level.PEER]),
        ngettext("{n} is earlier in working life", "{n} are earlier in working life", counts[Level.EARLIER]),
        ngettext("{n} is outside work", "{n} are outside work", counts[Level.OUTSIDE]),
    )
    order = (Level.SENIOR, Level.PEER, Level.EARLIER, Level.OUTSIDE)
    return ", ".join(text.format(n=counts[level]) for text, level in zip(words, order, strict=True))


def reached_words(levels: LevelMatrix) -> str:
    """Return at how many levels I know somebody, and the share of each among the known."""
    shares = ", ".join(
        _("{level} {share} %").format(level=word(SHORT_LEVELS, level.value), share=round(levels.share(level) * 100))
        for level in Level
    )
    return _("{reached} of {all} levels reached: {shares}").format(
        reached=levels.reached, all=len(Level), shares=shares
    )


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


def spread_words(spread: GroupVariety, largest: str) -> str:
    """Return :func:`variety_words` of groups; ``largest`` is the name of the largest one."""
    if not spread.enough:
        return _("too few known to say")
    return _("{count} groups, as varied as {effective} of equal size; most in {largest}: {share} %").format(
        count=spread.count, effective=decimal(spread.effective), largest=largest, share=round(spread.share * 100)
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


def outside_words(balance: OutsideBalance, *, industry: bool = False) -> str:
    """Return how many are outside and inside, and the index; or why there is none."""
    if not balance.mine:
        if industry:
            return _("Your own industry is not known: it follows from your positions.")
        return _("Your own employer is not known: it follows from your positions.")
    if not balance.enough:
        return _("too few known to say")
    text = (
        _("{outside} work in other industries, {inside} in yours")
        if industry
        else _("{outside} work elsewhere, {inside} where you do")
    )
    return text.format(outside=len(balance.outside), inside=len(balance.inside))


def index_words(balance: OutsideBalance) -> str:
    """Return the E-I index with its sign, for instance "E-I index +0.6"; empty where nothing is to be said."""
    if not balance.enough or balance.index is None:
        return ""
    return _("E-I index {index}").format(index=_signed(balance.index))


def scale_words(balance: OutsideBalance) -> str:
    """Return the E-I index and what its ends mean; empty where nothing is to be said."""
    if not balance.enough or balance.index is None:
        return ""
    return _("{index} on a scale from -1, all inside, to +1, all outside").format(index=_signed(balance.index))


def _signed(index: float) -> str:
    return ("+" if index > 0 else "-" if index < 0 else "") + decimal(abs(index))


def thanks_words(thanks: Thanks | None, today: date) -> str:
    """Return how far the thanks for introductions have come."""
    if thanks is None:
        return ""
    if thanks.waiting:
        return _("not thanked yet")
    if thanks.last is not None:
        return _("thanked {date}").format(date=_thanked_on(thanks.last, today))
    return _("thanked") if thanks.thanked else _("no thanks noted")


def _thanked_on(when: PartialDate, today: date) -> str:
    # Of another year the month is enough, and leaves room for the name beside it.
    day = when.first_day() if when.year is not None and when.month is not None and when.year != today.year else None
    return short_date(when, today) if day is None else month_and_year(day)


def circle_words(people: int, stale: bool) -> str:
    """Return what is to be said of a circle: that it is empty, that nobody was spoken to for a year, or nothing."""
    if not people:
        return _("empty: whom could you invite?")
    return _("no contact for a year") if stale else ""
