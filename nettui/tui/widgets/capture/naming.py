"""How a person is written so that the line means them and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.capture.understood import Role
from nettui.tui.widgets.capture.line import clean
from nettui.tui.widgets.capture.offers import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.ids import Id
    from nettui.services.capture.understood import Understood
    from nettui.tui.widgets.capture.reader import Reader

__all__ = ["everybody", "naming"]

_NAMED = {Role.PERSON, Role.MENTION}


def naming(reader: Reader, line: str, start: int, end: int, person: Id) -> Edit:
    """Return the line with ``person`` named in place of the characters ``start`` to ``end``.

    The plainest way that the parser takes for this person: the name, the name forced with ``@``, and for namesakes the
    name with the number behind it.
    """
    found = reader.workspace.index.people.get(person)
    name = " ".join(clean(found.name if found else "").split())
    edits = [Edit(line[:start] + text + line[end:], start + len(text)) for text in _ways(name, person)]
    for edit in edits:
        meant = reader.try_reading(edit.line)
        if person in everybody(meant) and _is_named(meant, start, edit.cursor):
            return edit
    return edits[0]  # it will be asked who is meant


def _ways(name: str, person: Id) -> Iterator[str]:
    if name:
        yield name
        yield f"@{name}"
        if '"' not in name:
            yield f'@"{name}"'
        yield f"{name} @{person}"
    yield f"@{person}"


def everybody(understood: Understood) -> set[Id]:
    """Return the ids of all whom a line names."""
    refs = [*understood.people, *understood.mentions]
    refs += [promise.person for promise in understood.promises if promise.person]
    for exchange in understood.exchanges:
        refs += [exchange.person, *exchange.others]
    return {ref.id for ref in refs if ref.id}


def _is_named(understood: Understood, start: int, end: int) -> bool:
    """Whether everything between ``start`` and ``end`` that names somebody is decided, and something does."""
    roles = {span.role for span in understood.spans if span.start < end and span.end > start}
    return bool(roles & _NAMED) and Role.ASK not in roles
