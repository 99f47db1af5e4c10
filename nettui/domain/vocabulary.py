"""The words with a fixed meaning: what a field of a record may say. The values are what the file holds."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Channel",
    "Consenting",
    "Direction",
    "ExchangeKind",
    "GroupKind",
    "Initiator",
    "Level",
    "ReviewAnswer",
    "ReviewStep",
    "Status",
    "Topic",
    "Whose",
]


class Level(StrEnum):
    """Where somebody stands in working life, seen from me: the user's own label, not a rank of worth."""

    EARLIER = "earlier"
    PEER = "peer"
    SENIOR = "senior"
    OUTSIDE = "outside"


class GroupKind(StrEnum):
    """The six circles, and groups of the user's own."""

    TEACHERS = "teachers"
    CLASSMATES = "classmates"
    FRIENDS = "friends"
    COLLEAGUES = "colleagues"
    CLUBS = "clubs"
    FAMILY = "family"
    OTHER = "other"


class Channel(StrEnum):
    """How an entry came about; ``note`` is the only one that is no contact."""

    MET = "met"
    COFFEE = "coffee"
    MEAL = "meal"
    CALL = "call"
    VIDEO = "video"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    EVENT = "event"
    NOTE = "note"


class Initiator(StrEnum):
    """Who made the first step to an interaction."""

    ME = "me"
    THEM = "them"
    MUTUAL = "mutual"


class Whose(StrEnum):
    """Whose promise it is."""

    MINE = "mine"
    THEIRS = "theirs"


class ExchangeKind(StrEnum):
    """What is asked, offered, given or received. Never money."""

    RECOMMENDATION = "recommendation"
    ENDORSEMENT = "endorsement"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    REFERENCE = "reference"
    ADVICE = "advice"
    FEEDBACK = "feedback"
    INFORMATION = "information"
    OPPORTUNITY = "opportunity"
    HELP = "help"
    OTHER = "other"


class Direction(StrEnum):
    """Seen from me: I give, or I receive."""

    GIVEN = "given"
    RECEIVED = "received"


class Status(StrEnum):
    """The life of an exchange: asked or offered, agreed, done, thanked; or declined, lapsed.

    Who asked follows from the direction: a *received* one that is *asked* is my request, a *given* one theirs.
    """

    ASKED = "asked"
    OFFERED = "offered"
    AGREED = "agreed"
    DONE = "done"
    THANKED = "thanked"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Consenting(StrEnum):
    """What one side of an introduction said to being introduced."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


class Topic(StrEnum):
    """What a suggestion is about; one person may be put off for one of them and not for another."""

    PROMISE = "promise"
    THANK = "thank"
    ANSWER = "answer"
    OFFER = "offer"
    ASK = "ask"
    WRITE = "write"
    HELLO = "hello"


class ReviewStep(StrEnum):
    """The five steps of a weekly review, in their order."""

    MET = "met"
    THANK = "thank"
    PROMISED = "promised"
    DRIFTING = "drifting"
    DORMANT = "dormant"


class ReviewAnswer(StrEnum):
    """How an item of a review was answered."""

    LOGGED = "logged"
    THANKED = "thanked"
    KEPT = "kept"
    LATER = "later"
    NEVER = "never"
