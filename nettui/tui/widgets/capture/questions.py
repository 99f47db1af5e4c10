"""Asking who is meant: the answers to a name that fits several people. Nobody is ever guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.capture.understood import Role
from nettui.tui.widgets.capture.offers import Edit, Offer, about_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from nettui.services.capture.understood import Ask, Understood
    from nettui.tui.widgets.capture.reader import Reader

__all__ = ["answers"]


def answers(reader: Reader, understood: Understood, ask: Ask) -> list[Offer]:
    """Return the candidates, told apart, and the two other answers: somebody new, or no name at all."""
    index = reader.workspace.index
    offers = [
        Offer(
            key=candidate.id,
            title=candidate.name,
            role="who",
            detail=about_person(index, candidate.id),
            person=candidate.id,
        )
        for candidate in ask.candidates
    ]
    new = f'+"{ask.text}"'
    if '"' not in ask.text and reader.try_reading(_replaced(understood, ask, new).line).new_people:
        offers.append(_edit("new", _("a new person"), understood, ask, new, detail=_called(ask)))
    offers.append(_edit("plain", _("no name at all"), understood, ask, f"\\{ask.text}", detail=f"\\{ask.text}"))
    return offers


def _called(ask: Ask) -> str:
    return _("called “{name}”").format(name=ask.text)


def _edit(key: str, title: str, understood: Understood, ask: Ask, text: str, *, detail: str) -> Offer:
    make: Callable[[], Edit] = lambda: _replaced(understood, ask, text)  # noqa: E731 - typed for the field
    return Offer(key=key, title=title, detail=detail, edit=make)


def _replaced(understood: Understood, ask: Ask, text: str) -> Edit:
    """Return the line with ``text`` wherever the asked name stands as it was asked."""
    line = understood.line
    for span in reversed(understood.spans):
        if span.role is Role.ASK and line[span.start : span.end].strip('@+"“”„') == ask.text:
            line = line[: span.start] + text + line[span.end :]
    return Edit(line, len(line))
