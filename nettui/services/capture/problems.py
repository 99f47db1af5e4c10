"""The sentences for what was kept as text, in the user's language."""

from __future__ import annotations

from nettui.i18n import _
from nettui.services.capture.understood import Problem
from nettui.text import one_line

__all__ = ["sentence"]


def sentence(problem: Problem, text: str) -> str:
    """Return why ``text`` was not taken for what it looks like, safe to show on one line."""
    if problem is Problem.FUTURE:
        message = _("“{text}” lies in the future: it is kept as text, and the entry is dated now.")
    elif problem is Problem.UNKNOWN_NAME:
        message = _('Nobody is called “{text}”: write +"{text}" to add this person.')
    else:
        message = _("“{text}” names nobody: it is kept as text.")
    return message.format(text=one_line(text, 40))
