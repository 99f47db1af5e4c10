"""Names for people in editing fields: each stands for one person only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.current import current_position
from nettui.domain.search import matches
from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.ids import Id
    from nettui.domain.records import Person
    from nettui.tui.workspace import Workspace

__all__ = ["Labels", "best", "person_labels", "rank"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for people. They hold no comma, which parts one name from the next."""

    ids: Mapping[str, Id]
    of: Mapping[Id, str]
    sorted: tuple[str, ...]

    def matching(self, typed: str, most: int = 8) -> list[str]:
        """Return labels that fit ``typed`` in any script; those that begin with it come first."""
        return best(typed, self.sorted, most)


def rank(typed: str, label: str) -> int:
    """Return how well ``label``, which fits ``typed``, fits: 0 begins with it, 1 has a word that does, else 2."""
    if _begins(typed, label):
        return 0
    return 1 if any(_begins(typed, word) for word in label.split()[1:]) else 2


def _begins(typed: str, text: str) -> bool:
    # Some letters are two in the other script.
    return text.casefold().startswith(typed.casefold()) or matches(typed, text[: len(typed) + 1])


def best(typed: str, words: Iterable[str], most: int) -> list[str]:
    """Return at most ``most`` of ``words`` that fit ``typed`` in any script, the best first, else in their order."""
    return sorted((word for word in words if matches(typed, word)), key=lambda word: rank(typed, word))[:most]


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
    return Labels(ids, names, tuple(ordered))


def _plain(text: str) -> str:
    return " ".join(visible(" ".join(text.split())).replace(",", " ").split())


def _with_company(person: Person, name: str, workspace: Workspace) -> str:
    position = current_position(person, workspace.today)
    company = _plain(position.organisation) if position is not None else ""
    return f"{name} ({company})" if name and company else name


def _with_id(person: Person, name: str, _workspace: Workspace) -> str:
    return f"{name} ({person.id})".strip()
