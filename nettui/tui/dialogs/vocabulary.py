"""The words that fields suggest: what the network already holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nettui.domain.organisations import organisation_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from nettui.domain.records import Position
    from nettui.tui.workspace import Workspace

    Words = Callable[[], Iterable[str]]

__all__ = ["industries", "organisations", "places", "titles"]


def _positions(workspace: Workspace) -> Iterator[Position]:
    index = workspace.index
    for person in index.people.values():
        yield from person.positions
    if index.me is not None:
        yield from index.me.positions


def organisations(workspace: Workspace) -> Words:
    """Return the organisations; of several spellings of one (``Acme``, ``ACME Ltd``) the usual one."""

    def words() -> Iterable[str]:
        spellings: dict[str, Counter[str]] = {}
        for position in _positions(workspace):
            if name := position.organisation.strip():
                spellings.setdefault(organisation_key(name), Counter())[name] += 1
        for found in spellings.values():
            usual = found.most_common(1)[0][0]
            yield from [usual] * found.total()

    return words


def titles(workspace: Workspace) -> Words:
    """Return the titles."""
    return lambda: (position.title for position in _positions(workspace))


def industries(workspace: Workspace) -> Words:
    """Return the industries."""
    return lambda: (position.industry for position in _positions(workspace))


def places(workspace: Workspace) -> Words:
    """Return the places where people are."""
    return lambda: (person.place for person in workspace.index.people.values())
