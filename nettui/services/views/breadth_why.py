"""Why each figure of breadth is there: what it says, where it comes from, and what it does not say."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Measure", "why"]


class Measure(StrEnum):
    """The measures, in the order in which they are shown."""

    LEVELS = "levels"
    COMPANIES = "companies"
    INDUSTRIES = "industries"
    CIRCLES = "circles"
    GROUPS = "groups"
    MET = "met"
    CONNECTORS = "connectors"
    EMPLOYER = "employer"
    TRADE = "trade"
    COMPUTED = "computed"


_WHY: Mapping[Measure, str] = {
    # Translators: each of these is one sentence of three parts: what the figure says, its source, its caveat.
    Measure.LEVELS: N_(
        "Shows how far up, down and aside your acquaintance reaches, after the position generator of Lin & Dumin 1986; "
        "a level is your own label, not a rank of worth."
    ),
    Measure.COMPANIES: N_(
        "Says whether few employers hold most of the people you know, by the largest share and by how many companies "
        "of equal size would be as varied (Hill 1973, Jost 2006); each person counts once, by the job begun last."
    ),
    Measure.INDUSTRIES: N_(
        "Says whether news reaches you from one trade or from many, reckoned as for companies (Hill 1973, Jost 2006); "
        "it knows only what you wrote down and cannot tell that two trades are alike."
    ),
    Measure.CIRCLES: N_(
        "Shows which of the circles has nobody in it or was left alone for a year, a length of our own choosing; "
        "it sees only the contact that you wrote down."
    ),
    Measure.GROUPS: N_(
        "Says over how many groups of equal size your people would spread as widely (Hill 1973, Jost 2006), somebody "
        "in two groups counting half in each; groups that overlap still count as two."
    ),
    Measure.MET: N_(
        "Shows whether you meet people only on your own or also through others, after Uzzi & Dunlap 2005; "
        "most ties come from shared circles, so no share is the right one."
    ),
    Measure.CONNECTORS: N_(
        "Names those through whom you met others and whether they were thanked, since thanks are more welcome than one "
        "expects (Kumar & Epley 2018); it sees only introductions that were written down."
    ),
    Measure.EMPLOYER: N_(
        "Weighs people outside your own employer against those inside, from -1 to +1 (the E-I index of Krackhardt & "
        "Stern 1988); no value is known to be good, and the size of a company distorts it."
    ),
    Measure.TRADE: N_(
        "Weighs people outside your own industry against those inside, from -1 to +1 (Krackhardt & Stern 1988); "
        "no value is known to be good, and a large industry distorts it."
    ),
    Measure.COMPUTED: N_(
        "Follows from dated positions and studies, yours and theirs, that may have overlapped; "
        "where dates are missing it may name somebody who came later."
    ),
}


def why(measure: Measure) -> str:
    """Return the sentence for ``measure``, in the user's language."""
    return _(_WHY[measure])
