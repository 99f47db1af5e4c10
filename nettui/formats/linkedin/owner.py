"""Whose archive it is: LinkedIn does not write the owner's address anywhere, but every file was made for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.incoming import profile_slug
from nettui.text import fold_name

if TYPE_CHECKING:
    from nettui.domain.records import Me
    from nettui.formats.linkedin.records import LinkedInArchive, Message

__all__ = ["Owner", "find_owner"]


@dataclass(frozen=True, slots=True)
class Owner:
    """The account's owner: name, profile slug ("" when unknown), and all slugs and folded names that are theirs."""

    name: str
    slug: str
    slugs: frozenset[str]
    names: frozenset[str]

    def is_owner(self, slug: str, name: str) -> bool:
        """Whether this is the owner: by address where there is one, else by name."""
        return slug in self.slugs if slug else fold_name(name) in self.names


def find_owner(archive: LinkedInArchive, me: Me | None) -> Owner:
    """Return the owner, from what the network knows, the invitations, the profile, or who is in all messages."""
    known = [f.id for f in me.foreign_ids if f.source == "linkedin"] if me else []
    slugs: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for invitation in archive.invitations:
        mine = invitation.sender_url if invitation.outgoing else invitation.recipient_url
        slugs[profile_slug(mine)] += 1
        names[invitation.sender if invitation.outgoing else invitation.recipient] += 1
    for message in archive.messages:
        if message.outgoing is not None:
            names[message.sender if message.outgoing else message.recipients] += 1
    name = next((p.name for p in archive.profiles if p.name), "") or (me.name if me else "")
    if not slugs and not names:
        slugs, names = _in_all(archive.messages, name)
    del slugs[""], names[""]
    slug = next(iter(known), "") or (slugs.most_common(1)[0][0] if slugs else "")
    name = name or (names.most_common(1)[0][0] if names else "")
    folded = {fold_name(n) for n in (name, me.name if me else "", *(n for n, _count in names.most_common(1)))} - {""}
    return Owner(name, slug, frozenset({slug, *known} - {""}), frozenset(folded))


def _in_all(messages: list[Message], name: str) -> tuple[Counter[str], Counter[str]]:
    """Return the one slug and the one name that take part in every message, if there is exactly one of them."""
    own: Counter[str] = Counter()
    slugs: list[set[str]] = []
    names: list[set[str]] = []
    for message in messages:
        sides = {profile_slug(message.sender_url), *map(profile_slug, message.recipient_urls)} - {""}
        if message.recipient_urls and sides:
            slugs.append(sides)
        if ", " not in message.recipients:
            names.append({message.sender, message.recipients})
        if name and fold_name(message.sender) == fold_name(name):
            own[profile_slug(message.sender_url)] += 1
    common_slugs = set.intersection(*slugs) if slugs else set()
    common_names = set.intersection(*names) if names else set()
    if not own and len(common_slugs) == 1:
        own.update(common_slugs)
    return own, Counter(common_names if len(common_names) == 1 else ())
