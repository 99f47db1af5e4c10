"""Messages gathered into conversations: one a conversation and day, as one remembers them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from nettui.domain.incoming import NAME_ID, profile_slug
from nettui.i18n import N_
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from nettui.formats.linkedin.owner import Owner
    from nettui.formats.linkedin.records import Message

__all__ = ["Conversation", "Participant", "conversations"]

_SPAM = N_("messages in the spam folder")
_DRAFT = N_("drafts of messages")
_ANONYMOUS = N_("messages of people who left LinkedIn")
_SPONSORED = N_("sponsored messages")
_NO_OWNER = N_("messages of which nobody can say who wrote to whom")

_ANONYMOUS_NAME = fold_name("LinkedIn Member")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody other than the owner; either part may be empty."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """The messages of one conversation on one day (UTC): when and by whom it began, with whom, and what was said."""

    key: str
    started: datetime
    mine: bool
    others: tuple[Participant, ...]
    text: str


def conversations(messages: Iterable[Message], owner: Owner, left_out: Counter[str]) -> Iterator[Conversation]:
    """Yield conversations by day, oldest first; what is no conversation between people is counted in ``left_out``.

    The day is that of UTC, as in the file: the local one would depend on where and in which season the import runs, and
    the same archive would make other entries in winter than in summer.
    """
    groups: dict[str, list[Message]] = defaultdict(list)
    names: dict[str, str] = {}
    for message in dict.fromkeys(messages):
        reason = _no_conversation(message, owner)
        if reason:
            left_out[reason] += 1
            continue
        names.setdefault(profile_slug(message.sender_url), message.sender)
        groups[f"message/{_conversation(message, owner)}/{_day(message)}"].append(message)
    found = []
    for key, group in groups.items():
        group.sort(key=lambda m: m.sent)
        first = group[0]
        found.append(
            Conversation(
                key=key,
                started=first.sent,
                mine=_is_mine(first, owner),
                others=_others(group, owner, names),
                text="\n".join(line for line in map(_line, group) if line),
            )
        )
    # A file has either aware times or (2018) naive ones; a folder of several layouts may have both.
    yield from sorted(found, key=lambda c: (c.started.replace(tzinfo=None), c.key))


def _no_conversation(message: Message, owner: Owner) -> str:
    if message.folder == "SPAM":
        return _SPAM
    if message.draft:
        return _DRAFT
    if _ANONYMOUS_NAME in {fold_name(message.sender), fold_name(message.recipients)}:
        return _ANONYMOUS
    has_addresses = bool(message.recipient_urls)
    if has_addresses and not profile_slug(message.sender_url):
        return _SPONSORED
    if not owner.slugs and not owner.names:
        return _NO_OWNER
    return ""


def _is_mine(message: Message, owner: Owner) -> bool:
    if message.outgoing is not None:
        return message.outgoing
    return owner.is_owner(profile_slug(message.sender_url), message.sender)


def _day(message: Message) -> str:
    at = message.sent if message.sent.tzinfo is None else message.sent.astimezone(UTC)
    return at.date().isoformat()


def _conversation(message: Message, owner: Owner) -> str:
    """Return the conversation's id, or in the layout of 2018, which has none, the name of the other side."""
    if message.conversation:
        return message.conversation
    return NAME_ID + fold_name(message.recipients if _is_mine(message, owner) else message.sender)


def _others(group: Sequence[Message], owner: Owner, names: dict[str, str]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for message in group:
        sides = [Participant(message.sender, message.sender_url), *_recipients(message, names)]
        for who in sides:
            slug = profile_slug(who.url)
            if not owner.is_owner(slug, who.name) and (slug or who.name):
                key = slug or fold_name(who.name)
                if key not in found or not found[key].name:
                    found[key] = who
    return tuple(found.values())


def _recipients(message: Message, names: dict[str, str]) -> Iterator[Participant]:
    """Yield the recipients; a name may itself hold ``, ``, so names are split only where they match the addresses."""
    urls = message.recipient_urls
    if not urls:
        yield Participant(message.recipients, "")
    elif len(urls) == 1:
        yield Participant(message.recipients, urls[0])
    else:
        parts = message.recipients.split(", ")
        for number, url in enumerate(urls):
            name = parts[number] if len(parts) == len(urls) else names.get(profile_slug(url), "")
            yield Participant(name, url)


def _line(message: Message) -> str:
    said = "\n".join(part for part in (message.subject, message.text) if part)
    return f"{message.sender}: {said}" if said else ""
