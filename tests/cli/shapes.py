"""The contract of the JSON, key by key: what each value must be. A shape is a type, None for null, or a container."""

from __future__ import annotations

import re
from typing import Any

ID = re.compile(r"\d+\Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
PARTIAL = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d)\Z")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?\Z")


class Maybe:
    """A shape, or null."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


REF = {"id": ID, "name": str}
CHANNEL = {"met", "coffee", "meal", "call", "video", "message", "email", "letter", "event", "note"}
KIND = {
    "recommendation", "endorsement", "introduction", "referral", "reference", "advice", "feedback", "information",
    "opportunity", "help", "other",
}  # fmt: skip
STATUS = {"asked", "offered", "agreed", "done", "thanked", "declined", "lapsed"}
DIRECTION = {"given", "received"}

PERSON_ROW = {
    "id": ID,
    "name": str,
    "also": [str],
    "groups": [str],
    "level": Maybe({"earlier", "peer", "senior", "outside"}),
    "organisation": Maybe(str),
    "title": Maybe(str),
    "industry": Maybe(str),
    "last_contact": Maybe(DAY),
    "cadence_days": Maybe(int),
    "due": Maybe(DAY),
    "ids": [{"source": str, "id": str}],
    "archived": bool,
}
ENTRY = {
    "id": ID,
    "at": MOMENT,
    "channel": CHANNEL,
    "text": str,
    "people": [REF],
    "mentions": [REF],
    "initiator": Maybe({"me", "them", "mutual"}),
    "tags": [str],
    "starred": bool,
}
EXCHANGE = {
    "id": ID,
    "kind": KIND,
    "direction": DIRECTION,
    "status": STATUS,
    "on": Maybe(PARTIAL),
    "due": Maybe(PARTIAL),
    "person": REF,
    "others": [REF],
    "subject": Maybe(str),
    "text": Maybe(str),
    "where": Maybe(str),
    "in_return_for": Maybe(ID),
    "introducer": Maybe(REF),
    "sides": [{**REF, "consent": Maybe({"answer": {"asked", "agreed", "declined"}, "on": Maybe(PARTIAL)})}],
    "outcome": Maybe(str),
    "told_on": Maybe(PARTIAL),
    "role": Maybe(str),
    "versions": int,
}
RECOMMENDATION = {
    "id": ID,
    "person": REF,
    "role": Maybe(str),
    "subject": Maybe(str),
    "where": Maybe(str),
    "url": Maybe(str),
    "on": Maybe(PARTIAL),
    "age_years": Maybe(int),
    "newer": bool,
    "status": STATUS,
    "state": {"none", "draft", "sent", "published", "closed"},
    "text": Maybe(str),
    "versions": int,
}
BALANCE = {"person": REF, "kind": KIND, "given": int, "received": int, "open_given": int, "open_received": int}
PROMISE = {
    "id": ID,
    "text": str,
    "whose": {"mine", "theirs"},
    "person": Maybe(REF),
    "due": Maybe(PARTIAL),
    "done_on": Maybe(DAY),
}
POSITION = {
    "organisation": Maybe(str),
    "title": Maybe(str),
    "industry": Maybe(str),
    "since": Maybe(PARTIAL),
    "until": Maybe(PARTIAL),
    "study": bool,
}
REGISTER = {"on": Maybe(PARTIAL), "type": {"entry", "promise", "exchange"}, "id": ID, "text": str}
PERSON = {
    **PERSON_ROW,
    "positions": [POSITION],
    "place": Maybe(str),
    "emails": [str],
    "phones": [str],
    "links": [str],
    "birthday": Maybe(PARTIAL),
    "met": Maybe({"on": Maybe(PARTIAL), "how": Maybe(str), "by": Maybe(REF)}),
    "in_common": Maybe(str),
    "can_vouch": Maybe(str),
    "i_can_vouch": Maybe(str),
    "needs": [str],
    "tags": [str],
    "notes": Maybe(str),
    "shared": [{"kind": str, "organisation": str}],
    "since_last_contact": {"positions": [POSITION], "mentions": [REGISTER]},
    "open": {"promises": [PROMISE], "exchanges": [EXCHANGE]},
    "register": [REGISTER],
    "balance": Maybe([BALANCE]),
}
DUE = {"id": ID, "name": str, "last_contact": Maybe(DAY), "due": Maybe(DAY), "reason": str}
TODAY = {
    "promises": [{**PROMISE, "reason": str}],
    "to_thank": [{**EXCHANGE, "reason": str}],
    "asked_of_me": [{**EXCHANGE, "reason": str}],
    "due": [DUE],
    "dormant": [DUE],
    "birthdays": [{"id": ID, "name": str, "on": DAY, "turns": Maybe(int), "reason": str}],
    "asks_in_the_air": [{**EXCHANGE, "reason": str}],
    "offers_open": [{**EXCHANGE, "reason": str}],
}
REVIEW = {
    "week": DAY,
    "steps": [
        {
            "step": {"met", "thank", "promised", "drifting", "dormant"},
            "items": [
                {
                    "table": {"people", "promises", "exchanges"},
                    "id": ID,
                    "person": Maybe(REF),
                    "reason": str,
                    "answer": Maybe({"logged", "thanked", "kept", "later", "never", "elsewhere"}),
                }
            ],
        }
    ],
}
LEDGER = {"exchanges": [EXCHANGE], "balances": [BALANCE]}
VARIETY = {
    "count": Maybe(int),
    "effective": Maybe(float),
    "largest": Maybe({"name": str, "share": float}),
    "known": int,
    "unknown": int,
}


def check(value: Any, shape: Any, where: str = "$") -> None:
    """Fail unless ``value`` has exactly ``shape``: no key missing, none too many, each of its type."""
    if isinstance(shape, Maybe):
        if value is not None:
            check(value, shape.shape, where)
    elif isinstance(shape, dict):
        assert isinstance(value, dict), where
        assert list(value) == list(shape), where
        for key, inner in shape.items():
            check(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for number, inner in enumerate(value):
            check(inner, shape[0], f"{where}[{number}]")
    elif isinstance(shape, set):
        assert value in shape, (where, value)
    elif isinstance(shape, re.Pattern):
        assert isinstance(value, str), where
        assert shape.match(value), (where, value)
    elif shape is int:
        assert type(value) is int, where
    else:
        assert isinstance(value, shape), (where, value)
