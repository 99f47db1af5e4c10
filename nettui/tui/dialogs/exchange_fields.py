"""What the two forms of exchanges share: words, the reference to another exchange, and the steps a status makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.records import Direction, ExchangeKind
from nettui.domain.statuses import next_statuses, set_status, steps_until
from nettui.errors import NettuiError
from nettui.i18n import N_, _
from nettui.services.names import KIND_NAMES, exchange_name
from nettui.text import one_line
from nettui.tui.dialogs.finder import Finder
from nettui.tui.dialogs.spec import Field, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Status, Step
    from nettui.tui.workspace import Workspace

__all__ = ["DIRECTIONS", "KINDS", "first_steps", "in_return", "steps_with"]

KINDS = {kind.value: KIND_NAMES[kind] for kind in ExchangeKind}
DIRECTIONS = {Direction.GIVEN.value: N_("I give"), Direction.RECEIVED.value: N_("I receive")}


@dataclass(frozen=True, slots=True)
class _ExchangeLabels:
    ids: Mapping[str, Id]
    of: Mapping[Id, str]

    finder: Finder
    labels: tuple[str, ...]

    def matching(self, typed: str) -> list[str]:
        return [self.labels[place] for place in self.finder.find(typed)[:6]]

    def read(self, raw: str) -> Id | None:
        text = raw.strip()
        if not text:
            return None
        found = self.ids.get(text)
        fits = [self.labels[place] for place in self.finder.find(text)] if found is None else []
        if found is None and len(fits) != 1:
            raise Wrong(_("Type a part of the name or kind, and take a suggestion with Tab."))
        return found or self.ids[fits[0]]


def in_return(workspace: Workspace, exchange: Exchange) -> Field:
    """Return the field for the exchange that this one answers; those with the same person are suggested first."""
    index = workspace.index
    ids: dict[str, Id] = {}
    others = sorted(index.exchanges.values(), key=lambda e: (e.person == exchange.person, int(e.id)), reverse=True)
    for other in others:
        if other.id == exchange.id:
            continue
        name = one_line(index.person_name(other.person), 30)
        label = " · ".join(part for part in (name, one_line(exchange_name(other), 40), str(other.on or "")) if part)
        ids[label if label not in ids else f"{label} ({other.id})"] = other.id
    of = {each: label for label, each in ids.items()}
    labels = _ExchangeLabels(ids, of, Finder(tuple(ids)), tuple(ids))
    value = exchange.in_return_for
    return Field(
        key="in_return_for",
        label=_("In return for"),
        raw="" if value is None else labels.of.get(value, value),
        value=value,
        read=labels.read,
        tidy=lambda read: labels.of.get(str(read), ""),
        hint=_("another exchange: a few letters of the name, Tab completes"),
        complete=labels.matching,
    )


def steps_with(exchange: Exchange, status: Status, on: PartialDate | None) -> tuple[Step, ...]:
    """Return the steps of ``exchange`` once its status is ``status``, since ``on``. Raises Wrong.

    See :func:`nettui.domain.statuses.set_status`.
    """
    possible = status is exchange.status or status in next_statuses(exchange)
    try:
        return set_status(exchange, status, on).steps
    except NettuiError as error:
        raise Wrong(str(error), "on" if possible else "status") from None


def first_steps(status: Status, on: PartialDate | None) -> tuple[Step, ...]:
    """Return the steps of an exchange that is written down when it is already at ``status``."""
    return steps_until(status, on)
