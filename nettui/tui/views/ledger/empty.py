"""What stands in a list of the ledger that holds nothing: what it is for, and what to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import N_, _
from nettui.tui.views.ledger.model import PERIODIC, Which
from nettui.tui.widgets.line import Line, text_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["empty_lines"]

_TEXTS: Mapping[Which, tuple[str, str, str]] = {
    Which.REGISTER: (N_("No favours yet."), "f", N_("record one that you gave or received, asked or offered")),
    Which.OPEN: (N_("Nothing is open."), "f", N_("record what was asked or offered")),
    Which.TO_THANK: (N_("All are thanked."), "f", N_("record what somebody did for you")),
    Which.PROMISED: (N_("You have promised nothing."), "i", N_("log a line, with promised: … by friday")),
    Which.ASKED_OF_ME: (N_("Nobody waits for you."), "i", N_("log a line, with was asked: advice")),
    Which.ASKED: (N_("No ask of yours is in the air."), "R", N_("ask for something, and offer something in return")),
    Which.OFFERS: (N_("No offer waits for an answer."), "f", N_("offer something to somebody")),
    Which.NEEDS: (N_("Nothing to offer or to look for is written down."), "M", N_("write down what you can offer")),
    Which.RECOMMENDATIONS: (N_("No recommendations yet."), "R", N_("ask for one, and offer something in return")),
    Which.BY_PERSON: (N_("Nothing given or received yet."), "f", N_("record a favour")),
    Which.BY_GROUP: (N_("Nothing given or received yet."), "f", N_("record a favour")),
    Which.BY_KIND: (N_("Nothing given or received yet."), "f", N_("record a favour")),
}


def empty_lines(which: Which, *, nothing_yet: bool, found: bool, period: str = "") -> Sequence[Line]:
    """Return the lines for a list that is empty: of a new file, of what was looked for, or because all is done.

    ``period`` is the name of the period that is shown.
    """
    if found and not nothing_yet:
        return (text_line(_("Nothing fits."), "strong"), Line(), _press("Esc", _("show everything")))
    if period and which in PERIODIC:
        return (
            text_line(_("Nothing in {period}.").format(period=period), "strong"),
            Line(),
            _press("[", _("the period before")),
            _press("T", _("all time")),
        )
    what, key, does = _TEXTS[which]
    lines = [text_line(_(what), "strong"), Line(), _press(key, _(does))]
    if nothing_yet and which is Which.REGISTER:
        lines.append(_press("R", _("ask for a recommendation, and offer something in return")))
        lines.append(_press("i", _("log a line, with gave: advice or got: introduction")))
    if which is Which.NEEDS:
        lines.append(_press("2", _("go to the people; e notes what would help somebody")))
    return lines


def _press(key: str, does: str) -> Line:
    return Line(((key.ljust(4), "mark"), (does, "quiet")))
