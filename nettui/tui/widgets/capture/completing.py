"""Completing the word at the cursor: a person, a circle or a tag, in either script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from nettui.domain.search import fold_letters, same_word
from nettui.i18n import _, ngettext
from nettui.services.capture.common_words import ALSO_WORDS, PREPOSITIONS
from nettui.services.capture.index import WORD
from nettui.tui.widgets.capture.naming import naming
from nettui.tui.widgets.capture.offers import Edit, Offer, about_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nettui.domain.ids import Id
    from nettui.tui.widgets.capture.reader import Reader

__all__ = ["completions"]

_TAG = re.compile(r"(?<![\w#/&\\])#([\w-]*)\Z")
_NAME = re.compile(r"(?P<sigil>[@+]?)(?P<quote>[\"“„]?)(?P<words>[^\W_][\w'’-]*(?: [^\W_][\w'’-]*){0,2})?\Z")
_REST = re.compile(r"[\w'’-]*")
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The characters of the line that a completion replaces."""

    line: str
    start: int
    end: int

    def edit(self, text: str) -> Edit:
        return Edit(self.line[: self.start] + text + self.line[self.end :], self.start + len(text))


def completions(reader: Reader, line: str, cursor: int) -> list[Offer]:
    """Return what may stand for the word before ``cursor``, the likeliest first.

    People one met lately come first, tags that are used often. Where no word is begun, those one met lately.
    """
    before = line[:cursor]
    rest = _REST.match(line, cursor)
    end = rest.end() if rest else cursor
    tag = _TAG.search(before)
    if tag is not None:
        return list(_tags(reader, _Stretch(line, tag.start(), end), tag[1]))
    name = _NAME.search(before)
    words = name["words"] if name else None
    if name is None or words is None:
        start = name.start() if name else cursor
        if before[:start].strip() and not before[start - 1].isspace():
            return []
        return _people(reader, _Stretch(line, start, cursor), _met_lately(reader))
    start = name.start("words")
    marked = bool(name["sigil"] or name["quote"])
    for match in WORD.finditer(words):
        prefix = words[match.start() :]
        several = [fold_letters(word) for word in prefix.split()]
        if len(several) > 1 and (several[0] in ALSO_WORDS or several[0] in PREPOSITIONS):
            continue
        found = _beginning(reader, several)
        at = name.start() if marked and not match.start() else start + match.start()
        stretch = _Stretch(line, at, end)
        groups = list(_groups(reader, stretch, prefix)) if not marked else []
        if found or groups:
            return [*_people(reader, stretch, found), *groups]
    return []


def _beginning(reader: Reader, prefixes: list[str]) -> list[Id]:
    """Return the ids of those with words that begin with each of ``prefixes``."""
    index = reader.index
    numbers: set[int] | None = None
    for prefix in prefixes:
        found = index.beginning_with(prefix)
        numbers = set(found) if numbers is None else numbers & set(found)
    return [index.id_of(number) for number in numbers or ()]


def _met_lately(reader: Reader) -> list[Id]:
    index = reader.workspace.index
    last = index.last_contacts()
    ranked = sorted(last, key=lambda person: last[person], reverse=True)
    return [person for person in ranked if person in index.people and not index.people[person].archived][:_MOST]


def _people(reader: Reader, stretch: _Stretch, ids: Iterable[Id]) -> list[Offer]:
    index = reader.workspace.index
    people = [index.people[person] for person in ids if person in index.people]

    def likeliest(number: int) -> tuple[bool, int, str]:
        person = people[number]
        last = index.last_contact(person.id)
        return person.archived, -last.toordinal() if last else 0, person.name

    ranked = [people[number] for number in sorted(range(len(people)), key=likeliest)[:_MOST]]
    return [
        Offer(
            key=person.id,
            title=person.name,
            role="quiet" if person.archived else "who",
            detail=about_person(index, person.id),
            edit=partial(naming, reader, stretch.line, stretch.start, stretch.end, person.id),
        )
        for person in ranked
    ]


def _groups(reader: Reader, stretch: _Stretch, prefix: str) -> Iterator[Offer]:
    folded = fold_letters(prefix)
    for group_id, name in reader.workspace.index.group_names.items():
        if same_word(folded, fold_letters(name), prefix=True):
            yield Offer(
                key=f"group {group_id}", title=name, role="text", detail=_("circle"), edit=partial(stretch.edit, name)
            )


def _tags(reader: Reader, stretch: _Stretch, prefix: str) -> Iterator[Offer]:
    folded = fold_letters(prefix)
    known = reader.tags()
    fitting = [tag for tag, count in known.items() if count > 0 and same_word(folded, fold_letters(tag), prefix=True)]
    for tag in sorted(fitting, key=lambda tag: (-known[tag], tag))[:_MOST]:
        count = known[tag]
        yield Offer(
            key=f"#{tag}",
            title=f"#{tag}",
            role="tagged",
            detail=ngettext("{n} entry", "{n} entries", count).format(n=count),
            edit=partial(stretch.edit, f"#{tag}"),
        )
