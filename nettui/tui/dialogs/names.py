"""Names for people in editing fields: each stands for one person only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.current import current_position
from nettui.text import visible
from nettui.tui.dialogs.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.domain.records import Person
    from nettui.tui.workspace import Workspace

__all__ = ["Labels", "person_labels"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for people. They hold no comma, which parts one name from the next."""

    ids: Mapping[str, Id]
    of: Mapping[Id, str]
    sorted: tuple[str, ...]
    _finder: Finder

    def matching(self, typed: str, most: int = 8) -> list[str]:
        """Return labels that fit ``typed`` in any script; those that begin with it come first."""
        return [self.sorted[place] for place in self._finder.find(typed)[:most]]

    def fitting(self, typed: str) -> list[str]:
        """Return all labels that fit ``typed``."""
        return [self.sorted[place] for place in self._finder.find(typed)]


def person_labels(workspace: Workspace) -> Labels:
    """Return a label for everybody: the name; of several with one name also the company, else the id."""
    people = workspace.index.people
    names = {person_id: _plain(person.name) for person_id, person in people.items()}
    for tell_apart in (_with_company, _with_id):
        seen = Counter(names.values())
        for person_id, name in names.items():
            if not name or seen[name] > 1:
                names[person_id] = tell_apart(people[person_id], name, workspace)
    ids = {label: person_id for person_id, label in names.items()}
    ordered = sorted(ids, key=lambda label: (people[ids[label]].archived, label.casefold()))
    return Labels(ids, names, tuple(ordered), Finder(ordered))


def _plain(text: str) -> str:
    return " ".join(visible(" ".join(text.split())).replace(",", " ").split())


def _with_company(person: Person, name: str, workspace: Workspace) -> str:
    position = current_position(person, workspace.today)
    company = _plain(position.organisation) if position is not None else ""
    return f"{name} ({company})" if name and company else name


def _with_id(person: Person, name: str, _workspace: Workspace) -> str:
    return f"{name} ({person.id})".strip()
