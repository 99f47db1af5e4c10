"""What a good recommendation says, in a few paragraphs, for the start of a draft.

Own words, from practice: no measure stands behind the figures of words, they are what a profile page and a letter bear.
"""

from __future__ import annotations

from nettui.domain.records import Direction
from nettui.i18n import N_, _

__all__ = ["guide"]

_TO_WRITE = (
    N_(
        "Say first what you are to each other, and since when: who worked with whom, where, from when to when. "
        "Readers trust what was seen from close by."
    ),
    N_(
        "Name the role and the work: what the task was, how large it was, what was hard about it. "
        "A reader who does not know the place should understand it."
    ),
    N_(
        "Tell two or three concrete results or moments, with a figure, a date or a name wherever you may give one. "
        "One small scene says more than five adjectives."
    ),
    N_(
        "Say how they work with others: what people come to them for, how they disagree, "
        "what they do when something breaks."
    ),
    N_(
        "End with whom you would recommend them to and for what, and whether you would work with them again. "
        "One plain sentence is enough."
    ),
    N_(
        "Keep it short: 80 to 200 words for a profile page, half a page to a page for a letter. "
        "Write as you would speak to a friend who asked you about them."
    ),
    N_(
        "Before you begin, ask them what it is for, who will read it, what it should mention, and by when they need it."
    ),
    N_(
        "Leave out what you did not see yourself, comparisons with others, age, health, family and looks, "
        "whatever was told in confidence, and praise that would fit anybody. If you cannot write a warm one, "
        "say so kindly and in time."
    ),
    N_("Let it rest for a day, read it aloud, and show it to them before it goes anywhere."),
)
"""For a recommendation that I write, a paragraph each."""

_TO_ASK = (
    N_(
        "They write this one. Until they have, this can hold what helps them: what it is for, who will read it, "
        "by when you need it, and two or three moments that they saw themselves."
    ),
    N_(
        "Make it easy to say no, and easy to say yes: half a page of facts saves them an evening. "
        "Offer something in return, and never the words themselves unless they ask for a draft."
    ),
    N_("When it has come, put their words here as they wrote them, and thank them."),
)
"""For a recommendation that I ask for."""


def guide(direction: Direction) -> list[str]:
    """Return the paragraphs of the guide in the user's language, for one that I write or one that I ask for."""
    return [_(text) for text in (_TO_WRITE if direction is Direction.GIVEN else _TO_ASK)]
