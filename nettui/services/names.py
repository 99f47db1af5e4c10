"""What records are called on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import Exchange, ExchangeKind, Group, GroupKind
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.circles import ComputedGroup
    from nettui.domain.ids import Id

__all__ = [
    "GROUP_KIND_NAMES",
    "KIND_NAMES",
    "computed_name",
    "exchange_name",
    "group_name",
    "group_names",
    "kind_and_subject",
]

GROUP_KIND_NAMES: Mapping[GroupKind, str] = {
    GroupKind.TEACHERS: N_("Teachers"),
    GroupKind.CLASSMATES: N_("Classmates"),
    GroupKind.FRIENDS: N_("Friends"),
    GroupKind.COLLEAGUES: N_("Colleagues"),
    GroupKind.CLUBS: N_("Clubs"),
    GroupKind.FAMILY: N_("Family"),
    GroupKind.OTHER: N_("Others"),
}
"""The names of groups that have none of their own, to be translated where they are shown."""

_COMPUTED_KINDS: Mapping[str, str] = {
    "current-colleagues": N_("Current colleagues"),
    "former-colleagues": N_("Former colleagues"),
    "classmates": N_("Studied together"),
}

KIND_NAMES: Mapping[ExchangeKind, str] = {
    ExchangeKind.RECOMMENDATION: N_("recommendation"),
    ExchangeKind.ENDORSEMENT: N_("endorsement"),
    ExchangeKind.INTRODUCTION: N_("introduction"),
    ExchangeKind.REFERRAL: N_("referral"),
    ExchangeKind.REFERENCE: N_("reference"),
    ExchangeKind.ADVICE: N_("advice"),
    ExchangeKind.FEEDBACK: N_("feedback"),
    ExchangeKind.INFORMATION: N_("information"),
    ExchangeKind.OPPORTUNITY: N_("opportunity"),
    ExchangeKind.HELP: N_("help"),
    ExchangeKind.OTHER: N_("other"),
}
"""The words for the kinds of exchange, to be translated where they are shown."""


def group_name(group: Group) -> str:
    """Return the name of a group: its own, else that of its kind in the user's language."""
    return group.name.strip() or _(GROUP_KIND_NAMES[group.kind])


def computed_name(group: ComputedGroup) -> str:
    """Return the name of a group that follows from positions, for instance "Former colleagues · Acme"."""
    return f"{_(_COMPUTED_KINDS[group.kind])} · {group.organisation}"


def group_names(groups: Mapping[Id, Group]) -> dict[Id, str]:
    """Return the names of ``groups`` by id, in their order."""
    return {group_id: group_name(group) for group_id, group in groups.items()}


def exchange_name(exchange: Exchange) -> str:
    """Return what an exchange is about in few words: its kind, and its subject where it has one."""
    return kind_and_subject(exchange.kind, exchange.subject)


def kind_and_subject(kind: ExchangeKind, subject: str) -> str:
    """Return ``advice: the offer``; the subject alone where it begins with the kind, as a captured line often does."""
    word, subject = _(KIND_NAMES[kind]), subject.strip()
    if subject.casefold().startswith(word.casefold()):
        return subject
    return f"{word}: {subject}" if subject else word
