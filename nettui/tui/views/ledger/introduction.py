"""The part of an exchange's page that is about an introduction: the two sides and their answers, and what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import ME_ID, Consenting
from nettui.i18n import _, pgettext
from nettui.services.views.introductions import answer, introduction_row, next_words, sentence, told
from nettui.tui.widgets.line import width_of
from nettui.tui.widgets.paragraphs import fact, paragraph, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.records import Exchange
    from nettui.services.index import Index
    from nettui.services.views.rows import SideRow
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Line

__all__ = ["introduction_lines"]

_NAMES_FROM, _NAMES_TO = 11, 26

_ROLES = {None: "quiet", Consenting.ASKED: "due", Consenting.AGREED: "good", Consenting.DECLINED: "quiet"}


def introduction_lines(index: Index, exchange: Exchange, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield who brings whom together, each side's answer, what came of it, and what to do next with its key."""
    row = introduction_row(index, exchange)
    if row is None:
        return
    yield from section(_("the two sides"), width, glyphs)
    yield from paragraph(((sentence(row), "text"),), width)
    names = [_name(side) for side in row.sides]
    wide = max(width_of([(name, "")]) + 1 for name in names)
    column = min(max(wide, _NAMES_FROM), _NAMES_TO)
    for side, name in zip(row.sides, names, strict=True):
        said = side.consent.answer if side.consent is not None else None
        if wide > _NAMES_TO or wide > width // 2:
            yield from paragraph(((name, "quiet"), (": ", "quiet"), (answer(side, index.today), _ROLES[said])), width)
        else:
            yield from fact(name, ((answer(side, index.today), _ROLES[said]),), width, column=column)
    if row.outcome:
        yield from fact(_("outcome"), ((row.outcome, "text"),), width, column=column)
    if words := told(row, index.today):
        yield from fact(_("told"), ((words, "text" if row.told_on is not None else "due"),), width, column=column)
    if words := next_words(row):
        # Translators: after the name of a key: pressing it writes down that this happened.
        key = ((" b", "mark"), (" ", "quiet"), (_("notes it"), "quiet"))
        yield from fact(pgettext("introduction", "next"), ((words, "strong"), *key), width, column=column)


def _name(side: SideRow) -> str:
    return _("you") if side.who.id == ME_ID else side.who.name
