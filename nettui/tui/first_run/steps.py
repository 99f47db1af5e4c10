"""What each step of the first start asks, and why."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from nettui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BEGINNINGS", "QUESTIONS", "TONGUES", "Beginning", "Step"]


class Step(Enum):
    """The steps, in their order."""

    NAME = 0
    LANGUAGE = 1
    PLACE = 2
    BEGINNING = 3


class Beginning(Enum):
    """How to begin."""

    EMPTY = "empty"
    ARCHIVE = "archive"
    SAMPLE = "sample"


QUESTIONS: Mapping[Step, tuple[str, str]] = {
    Step.NAME: (
        N_("What is your name?"),
        N_(
            "nettui tells you by it from the others: in archives, and wherever two people did something for each other."
        ),
    ),
    Step.LANGUAGE: (
        N_("Which language shall nettui speak?"),
        N_("You may write in any language, whatever you choose here."),
    ),
    Step.PLACE: (
        N_("Where shall your network live?"),
        N_("It is one file that belongs to you: plain JSON, to be kept, copied and backed up like any other."),
    ),
    Step.BEGINNING: (
        N_("How do you want to begin?"),
        N_("Whatever you choose, you can import an archive later, and take it back."),
    ),
}
"""The question of each step, and why it is asked."""

TONGUES: tuple[tuple[str, str], ...] = (("en", "English"), ("bg", "Български"))
"""Languages by code, each in its own words."""

BEGINNINGS: tuple[tuple[Beginning, str, str], ...] = (
    (Beginning.EMPTY, N_("Start empty"), N_("Write down whom you meet, one line at a time.")),
    (Beginning.ARCHIVE, N_("Import a LinkedIn archive"), N_("You see first what it would bring.")),
    (Beginning.SAMPLE, N_("Look at a sample network first"), N_("Invented people; nothing is written.")),
)
