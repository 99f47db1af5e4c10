"""The texts in which people and entries are found, folded once and for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from nettui.domain.change import Table
from nettui.domain.current import current_positions
from nettui.domain.filters import texts_of_person
from nettui.domain.records import Entry
from nettui.domain.search import search_fold
from nettui.services.facts.by_person import ByPerson
from nettui.services.facts.remembered import Pace, Remembered, dict_in_slices

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.domain.records import Person
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["BREAK", "LINE", "SECTIONS", "TAIL", "EntryText", "JournalTexts", "PeopleTexts", "met_of"]

BREAK, LINE, TAIL = "B", "L", "T"
"""What stands between sections, between the lines of one, and before what is not searched by bare words.

Folded text has no capital letter A to Z, so these never meet it; and unlike control characters JSON leaves them alone,
which reads three times as fast.
"""
SECTIONS = ("name", "company", "title", "industry", "place", "need", "tag", "met", "other")
"""The parts of a person's text, in their order; within one the texts stand on lines of their own."""


class PeopleTexts(ByPerson[str]):
    """What is looked through when people are sought: for each person the :data:`SECTIONS`, folded.

    Behind them, after :data:`TAIL`, stands how we met as :func:`met_of` tells. The names of groups are not in it.
    """

    name: ClassVar[str] = "people-texts"

    def _make(self, person: Person, today: date) -> str:
        current = current_positions(person, today)
        met = person.met
        sections = {
            "name": (person.name, *person.also),
            "company": [position.organisation for position in current],
            "title": [position.title for position in current],
            "industry": [position.industry for position in current],
            "place": (person.place,),
            "need": person.needs,
            "tag": person.tags,
            "met": (met.how,) if met is not None else (),
        }
        known = {text for texts in sections.values() for text in texts}
        sections["other"] = [text for text in texts_of_person(person, {}) if text not in known]
        text = BREAK.join(LINE.join(_folded(sections[name])) for name in SECTIONS)
        return text if met is None else f"{text}{TAIL}{met.on or ''}{BREAK}{met.by or ''}"

    def _restore(self, value: Json, today: date) -> date:  # noqa: ARG002
        from datetime import date as day

        found: Any = value
        self._rows, self._turns = dict(found["texts"]), dict(found["turns"])
        return day.fromordinal(found["day"])

    def _dump(self) -> Json:
        return {"day": self._as_of(), "turns": dict(self._turns), "texts": dict(self._rows)}


def met_of(text: str) -> tuple[str, str] | None:
    """Return when and through whom we met, empty where that is not known; None when nothing at all is known."""
    _sections, tail, met = text.partition(TAIL)
    if not tail:
        return None
    on, _break, by = met.partition(BREAK)
    return on, by


def _folded(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        folded = search_fold(text) if text else ""
        if folded:
            yield folded


class EntryText(NamedTuple):
    """What filters on the journal look at, taken apart from its line."""

    channel: str
    initiator: str
    starred: bool
    people: tuple[Id, ...]
    mentions: tuple[Id, ...]


class JournalTexts(Remembered):
    """The folded text of each entry with its tags, and what else filters look at, both as short as can be."""

    name: ClassVar[str] = "journal-texts"
    patience: ClassVar[int] = 128  # it is as large as the journal
    tables: ClassVar[tuple[Table, ...]] = (Table.ENTRIES,)

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._texts: dict[Id, str] = {}
        self._heads: dict[Id, str] = {}

    @property
    def texts(self) -> Mapping[Id, str]:
        """The folded text of each entry, then its folded tags, with :data:`BREAK` before each of these."""
        return self._texts

    @property
    def heads(self) -> Mapping[Id, str]:
        """Who took part, who was mentioned, channel, initiator, and whether it is starred; see :meth:`head`."""
        return self._heads

    @staticmethod
    def head(line: str) -> EntryText:
        """Take a value of :attr:`heads` apart."""
        people, mentions, channel, initiator, starred = line.split(BREAK)
        return EntryText(channel, initiator, bool(starred), tuple(people.split()), tuple(mentions.split()))

    def _put(self, entry: Entry) -> None:
        self._texts[entry.id], self._heads[entry.id] = _text(entry), _head(entry)

    def _build(self, today: date) -> Iterator[None]:  # noqa: ARG002
        texts: dict[Id, str] = {}
        heads: dict[Id, str] = {}
        pace = Pace()
        for entry in self.index.entries.values():
            texts[entry.id], heads[entry.id] = _text(entry), _head(entry)
            if pace.due():
                yield
                pace.resume()
        self._texts, self._heads = texts, heads

    def _unpack(self, value: Json) -> Generator[None, None, Any]:
        yield
        found: Any = value
        ids = found["ids"].split()
        unpacked: list[dict[Id, str]] = []
        for name in ("texts", "heads"):
            yield
            lines = found[name].split(LINE) if ids else []
            yield
            unpacked.append((yield from dict_in_slices(zip(ids, lines, strict=True))))
        return unpacked

    def _restore(self, value: Any, today: date) -> None:  # noqa: ANN401, ARG002
        self._texts, self._heads = value

    def _dump(self) -> Json:
        return {
            "ids": " ".join(self._texts),
            "texts": LINE.join(self._texts.values()),
            "heads": LINE.join(self._heads[i] for i in self._texts),
        }

    def _apply(self, edits: Sequence[Edit]) -> None:
        for edit in edits:
            if isinstance(edit.after, Entry):
                self._put(edit.after)
            else:
                self._texts.pop(edit.id, None)
                self._heads.pop(edit.id, None)


def _text(entry: Entry) -> str:
    return BREAK.join((search_fold(entry.text), *map(search_fold, entry.tags)))


def _head(entry: Entry) -> str:
    initiator = entry.initiator.value if entry.initiator is not None else ""
    starred = "*" if entry.starred else ""
    people, mentions = (" ".join(i for i in ids if i.isdecimal()) for ids in (entry.people, entry.mentions))
    return BREAK.join((people, mentions, entry.channel.value, initiator, starred))
