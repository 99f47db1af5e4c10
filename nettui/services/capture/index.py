"""The index of names: which word of a name belongs to whom. Built once, kept on disk, asked at every line.

It is plain JSON. A posting is one number: person, name and place of the word in that name, packed, so that 10,000
people load as a few thousand short lists. Words are kept in their own script; ``across`` leads from the consonants of a
word to the words that may be its spelling in the other script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypedDict, cast

from nettui.domain.change import Table
from nettui.domain.search import fold_letters, same_word
from nettui.domain.transliteration import consonants, has_cyrillic
from nettui.services.capture.understood import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Entry
    from nettui.services.network import Network
    from nettui.services.ports import Json

__all__ = [
    "WORD",
    "IndexData",
    "NameIndex",
    "NetworkPeople",
    "People",
    "Posting",
    "build_index",
    "extended",
    "words_of",
]

VERSION = 1
"""Rises when the meaning of the stored index changes."""

WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:[-'’][^\W_][\w\u0300-\u036f]*)*")
"""A word of prose or of a name: letters and digits with their accents, held together by hyphens and apostrophes."""

LONGEST = 64
_BITS = 6
_MOST = 1 << _BITS
_BUCKET = 3  # letters of a word that decide whether one letter may begin it: щ is "sht"
_TWO_FOR_ONE = ("кс", "дж")  # x and j, though neither к is an x nor д a j


class IndexData(TypedDict):
    """The stored form."""

    ids: list[str]
    archived: list[int]
    words: dict[str, list[int]]
    across: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Posting:
    """The word at ``place`` of the name number ``name``, of ``length`` words, of the person number ``person``."""

    person: int
    name: int
    place: int
    length: int


class People(Protocol):
    """What the parser needs to know of the network."""

    @property
    def index(self) -> NameIndex:
        """The names of everybody."""
        ...

    def name_of(self, person: Id) -> str:
        """Return the name to show for an id of the index."""
        ...

    def candidates(self, people: tuple[Id, ...]) -> tuple[Candidate, ...]:
        """Return ``people`` as those whom a name may mean."""
        ...

    def entries_of(self, people: Iterable[Id]) -> Sequence[Entry]:
        """Return the entries that name at least one of ``people``."""
        ...


def words_of(name: str) -> list[str]:
    """Return the folded words of a name; what follows a comma (titles, credentials) is no part of it."""
    return [fold_letters(match.group()) for match in WORD.finditer(name[:1000].split(",", 1)[0])]


def build_index(people: Iterable[tuple[Id, Sequence[str], bool]]) -> IndexData:
    """Return the index of ``people``: id, all names, whether archived."""
    data = IndexData(ids=[], archived=[], words={}, across={})
    _add(data, people)
    return data


def extended(data: IndexData, people: Iterable[tuple[Id, Sequence[str], bool]]) -> IndexData:
    """Return ``data`` with ``people``, who are not in it, at its end; ``data`` itself stays as it is.

    Costs far less than to build it anew: of 20,000 people only the words of the added ones are read.
    """
    added = IndexData(
        ids=list(data["ids"]),
        archived=list(data["archived"]),
        words={word: list(codes) for word, codes in data["words"].items()},
        across={key: list(words) for key, words in data["across"].items()},
    )
    _add(added, people)
    return added


def _add(data: IndexData, people: Iterable[tuple[Id, Sequence[str], bool]]) -> None:
    met: dict[str, None] = {}
    for number, (person, names, archived) in enumerate(people, start=len(data["ids"])):
        data["ids"].append(person)
        if archived:
            data["archived"].append(number)
        for name_number, name in enumerate(names[:_MOST]):
            words = words_of(name)[:_MOST]
            for place, word in enumerate(words):
                if len(word) <= LONGEST:
                    code = ((number << _BITS | name_number) << _BITS | place) << _BITS | len(words) - 1
                    if word not in data["words"]:
                        met[word] = None
                    data["words"].setdefault(word, []).append(code)
    for word in met:
        for key in consonants(word):
            data["across"].setdefault(key, []).append(word)


class NameIndex:
    """Answers who has a word in their name. Remembers what it was asked: prose repeats its words."""

    def __init__(self, data: IndexData) -> None:
        self._data = data
        self._archived = frozenset(data["archived"])
        self._remembered: dict[str, tuple[Posting, ...]] = {}
        self._beginnings: dict[str, Sequence[str]] = {}
        self._buckets: dict[str, list[str]] = {}

    @property
    def data(self) -> IndexData:
        """The stored form."""
        return self._data

    def id_of(self, person: int) -> Id:
        """Return the id of the person with this number."""
        return self._data["ids"][person]

    def holds(self, person: Id) -> bool:
        """Return whether there is a person with this id."""
        return person in self._data["ids"]

    def is_archived(self, person: int) -> bool:
        """Return whether the person with this number is archived."""
        return person in self._archived

    def find(self, word: str) -> tuple[Posting, ...]:
        """Return where the folded ``word`` stands in names, in its own script and spelled in the other."""
        found = self._remembered.get(word)
        if found is None:
            found = self._remembered[word] = self._find(word) if len(word) <= LONGEST else ()
        return found

    def _find(self, word: str) -> tuple[Posting, ...]:
        words = [word, *self._other_script(word)]
        codes = dict.fromkeys(code for spelling in words for code in self._data["words"].get(spelling, ()))
        low = _MOST - 1
        return tuple(
            Posting(code >> 3 * _BITS, code >> 2 * _BITS & low, code >> _BITS & low, (code & low) + 1)
            for code in sorted(codes)
        )

    def _other_script(self, word: str) -> list[str]:
        cyrillic = has_cyrillic(word)
        near = dict.fromkeys(other for key in consonants(word) for other in self._data["across"].get(key, ()))
        return [other for other in near if has_cyrillic(other) != cyrillic and same_word(word, other)]

    def beginning_with(self, prefix: str) -> list[int]:
        """Return the numbers of the people with a word that begins with the folded ``prefix``, in either script."""
        if not prefix or len(prefix) > LONGEST:
            return []
        words = self._words_beginning(prefix)
        people = {code >> 3 * _BITS for word in words for code in self._data["words"][word]}
        return sorted(people, key=lambda person: (self.is_archived(person), person))

    def _words_beginning(self, prefix: str) -> Sequence[str]:
        """Return the words that begin with ``prefix``: a prefix narrows what the one a letter shorter found.

        Spellings are compared letter by letter, at some cost; for the first letter once for all words with the same
        beginning, for each further letter among the few that are left.
        """
        found = self._beginnings.get(prefix)
        if found is None:
            shorter = prefix[:-2] if prefix.endswith(_TWO_FOR_ONE) else prefix[:-1]
            if shorter:
                among: Iterable[str] = self._words_beginning(shorter)
            else:
                buckets = self._words_by_beginning()
                near = [start for start in buckets if len(prefix) > 1 or same_word(prefix, start, prefix=True)]
                among = (word for start in near for word in buckets[start])
            found = self._beginnings[prefix] = [word for word in among if same_word(prefix, word, prefix=True)]
        return found

    def _words_by_beginning(self) -> dict[str, list[str]]:
        if not self._buckets:
            for word in self._data["words"]:
                self._buckets.setdefault(word[:_BUCKET], []).append(word)
        return self._buckets


class NetworkPeople:
    """The people of an open network, fetched one by one: everybody's names come from the kept index."""

    def __init__(self, network: Network) -> None:
        self._repository = network.repository
        self._index: NameIndex | None = None

    @property
    def index(self) -> NameIndex:
        """The names of everybody."""
        if self._index is None:
            people = self._repository.people
            data = self._repository.derived(
                "names",
                VERSION,
                [Table.PEOPLE],
                lambda: cast("Json", build_index((p.id, (p.name, *p.also), p.archived) for p in people.values())),
            )
            self._index = NameIndex(cast("IndexData", data))
        return self._index

    def name_of(self, person: Id) -> str:
        """Return the name of one person."""
        return self._repository.people[person].name

    def candidates(self, people: tuple[Id, ...]) -> tuple[Candidate, ...]:
        """Return ``people`` as those whom a name may mean."""
        return tuple(Candidate(person, self.name_of(person)) for person in people)

    def entries_of(self, people: Iterable[Id]) -> Sequence[Entry]:
        """Return the entries that name at least one of ``people``."""
        return self._repository.entries_of(people)
