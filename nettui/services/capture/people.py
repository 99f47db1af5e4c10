"""From names found in a line to people: who is meant where a name fits several."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nettui.domain.search import fold_letters
from nettui.services.capture.understood import Candidate, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.services.capture.index import People
    from nettui.services.capture.names import Found

__all__ = ["complete", "resolve"]

_MOST_GUESSES = 9
_MOST_GUESSED_NAMES = 5


def resolve(found: Sequence[Found], people: People) -> Mapping[Found, Ref | None]:
    """Return whom each of ``found`` means; None where it is nobody's name.

    Of several who fit, the one named elsewhere in the line without doubt is meant; else the one who stands in more
    entries together with those than any other of them. A tie stays undecided.
    """
    certain = tuple(dict.fromkeys(one.ids[0] for one in found if len(one.ids) == 1))
    decided: dict[tuple[Id, ...], Id | None] = {}
    shared: Counter[Id] | None = None
    guesses = _Guesses(people)
    result: dict[Found, Ref | None] = {}
    asked: dict[tuple[Id, ...], str] = {}
    for one in found:
        ids = one.ids or (guesses.of(one.name) if one.forced else ())
        if len(ids) > 1 and one.ids and ids not in decided:
            named = [person for person in ids if person in certain]
            if not named and certain and shared is None:
                shared = _together(certain, people)
            decided[ids] = named[0] if len(named) == 1 else _winner(ids, shared or Counter())
        only = ids[0] if len(one.ids) == 1 else decided.get(ids)
        # Иван and Иване may be the same two people: that is one question, under the name as first typed.
        result[one] = _ref(only, people) if only else _undecided(asked.setdefault(ids, one.name), ids, people)
    return result


def _ref(person: Id, people: People) -> Ref:
    return Ref(None, person[1:]) if person.startswith("+") else Ref(person, people.name_of(person))


def _undecided(name: str, ids: Sequence[Id], people: People) -> Ref | None:
    known = tuple(person for person in ids if not person.startswith("+"))
    return Ref(None, name, people.candidates(known)) if known else None


class _Guesses:
    """The likely meanings of forced names that are nobody's, such as ``@mar``: people whose names begin so.

    Each costs a look at all names, so only the first few of a line are guessed.
    """

    def __init__(self, people: People) -> None:
        self._index = people.index
        self._known: dict[str, tuple[Id, ...]] = {}

    def of(self, name: str) -> tuple[Id, ...]:
        """Return the ids of some of them."""
        if name not in self._known and len(self._known) < _MOST_GUESSED_NAMES:
            numbers = self._index.beginning_with(fold_letters(name))[:_MOST_GUESSES]
            self._known[name] = tuple(self._index.id_of(number) for number in numbers)
        return self._known.get(name, ())


def _together(certain: Iterable[Id], people: People) -> Counter[Id]:
    """Count for everybody the entries that hold them together with one of ``certain``."""
    known = [person for person in certain if not person.startswith("+")]
    shared: Counter[Id] = Counter()
    for entry in people.entries_of(known) if known else ():
        shared.update({*entry.people, *entry.mentions})
    return shared


def _winner(ids: Sequence[Id], shared: Mapping[Id, int]) -> Id | None:
    ranked = sorted(((shared.get(person, 0), person) for person in ids), reverse=True)
    return ranked[0][1] if ranked[0][0] > ranked[1][0] else None


def complete(prefix: str, people: People, limit: int = 10) -> list[Candidate]:
    """Return up to ``limit`` people with a name that begins with ``prefix``, in either script; archived ones last."""
    index = people.index
    ids = [index.id_of(number) for number in index.beginning_with(fold_letters(prefix.strip()))[:limit]]
    return [Candidate(person, people.name_of(person)) for person in ids]
