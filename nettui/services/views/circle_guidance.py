"""What the people of each circle are good for, how to invite or revive it, and with whom to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.records import GroupKind
from nettui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GOOD_FOR", "GUIDANCE", "Guidance"]


GOOD_FOR: Mapping[GroupKind, str] = {
    GroupKind.TEACHERS: N_("Teachers know what you can learn, and speak for you where you are not known yet."),
    GroupKind.CLASSMATES: N_("Classmates went into every trade: they open doors far from your own."),
    GroupKind.FRIENDS: N_("Friends say what others keep to themselves, and know people you would never meet."),
    GroupKind.COLLEAGUES: N_("Colleagues have seen your work: they recommend it, and hear of openings first."),
    GroupKind.CLUBS: N_("Clubs and associations bring people of all levels and trades to one table."),
    GroupKind.FAMILY: N_("Family has friends and colleagues too, and is asked least."),
    GroupKind.OTHER: N_("A group of your own: m on a person puts them in."),
}
"""What people of a circle are good for, in one line; to be translated where it is shown."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Three short texts: what such people give and like to get, how to invite or revive, with whom to begin."""

    give: str
    invite: str
    begin: str


GUIDANCE: Mapping[GroupKind, Guidance] = {
    GroupKind.TEACHERS: Guidance(
        N_("Teachers saw how you learn and can say so to strangers. They like to hear what became of it."),
        N_("Write three lines: what you do today, and one thing of theirs that you still use."),
        N_("Begin with the one whose lesson you have quoted most often."),
    ),
    GroupKind.CLASSMATES: Guidance(
        N_(
            "Those you studied with went into trades you know little of, and remember you from before any title. "
            "You can show them yours in return."
        ),
        N_("Offer an hour over coffee and ask how their trade works; or call three of them to one table."),
        N_("Begin with whoever used to bring everybody together."),
    ),
    GroupKind.FRIENDS: Guidance(
        N_(
            "Friends tell you the truth about a plan, and they know people from quite another life. "
            "Listen when it is their turn."
        ),
        N_("Tell one of them plainly what you are working on and whom you would like to meet; ask the same of them."),
        N_("Begin with the friend you would call anyway."),
    ),
    GroupKind.COLLEAGUES: Guidance(
        N_(
            "Those you work or worked with have seen you on a bad day too, so their word counts. "
            "Yours counts for them as much."
        ),
        N_("Write a recommendation before anybody asks, or send what would have helped them last month."),
        N_("Begin with somebody who left: they know two places, and few still write to them."),
    ),
    GroupKind.CLUBS: Guidance(
        N_(
            "In a club a student and a director sit side by side because they like the same thing. "
            "You give a pair of hands, and get to know people as they are."
        ),
        N_("Go to one evening this month and offer a small task: minutes, chairs, a short talk."),
        N_("Begin with whoever greets those who are there for the first time."),
    ),
    GroupKind.FAMILY: Guidance(
        N_("Family believes in you without proof and has friends and colleagues of its own. It is seldom asked."),
        N_("At the next birthday say in one sentence what you do and look for, and ask what they need."),
        N_("Begin with the cousin or aunt who knows everybody."),
    ),
}
"""The six circles; to be translated where they are shown. A group of the user's own has no guidance."""
