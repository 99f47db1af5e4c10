"""What one typed line means, as frozen data that a screen can draw while it is typed.

The rules of who is who, kept few so that they can be foreseen:

* A person named in the main text of an interaction (any channel but ``note``) took part: ``people``. A person named
  there after *about*, *re*, *regarding*, *за*, *относно*, *заради* is only spoken of, a mention, and so are those named
  after them up to the end of the sentence or the next *with*, *met*, *с*, *със*. So is *Maria's* (her brother came),
  and *a friend of Maria*.
* In a note everybody is a mention.
* A person named in a section, not after *about* or *за*, is the one the promise or exchange is with: the first such
  name. Who introduces whom in a section about an introduction: see :mod:`nettui.services.capture.introductions`.
  Everybody named only in a section is a mention of the entry.
* A section that names nobody is with the first participant, in a note with the first person named. A promise can do
  without a person; an exchange cannot, and stays text with a problem that says so.
* A name that fits several people and cannot be decided is in ``ask`` and stands in the lists undecided.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.dates import Moment, PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Channel, Direction, ExchangeKind, Status, Whose

__all__ = [
    "Ask",
    "Candidate",
    "Problem",
    "Ref",
    "Role",
    "Span",
    "Understood",
    "UnderstoodExchange",
    "UnderstoodPromise",
    "decide",
]


class Role(StrEnum):
    """What a stretch of the line was understood as."""

    DATE = "date"
    CHANNEL = "channel"
    PERSON = "person"
    MENTION = "mention"
    NEW = "new"
    ASK = "ask"
    TAG = "tag"
    SECTION = "section"
    PROMISE = "promise"
    EXCHANGE = "exchange"
    KIND = "kind"
    DUE = "due"
    ESCAPE = "escape"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters ``start`` to ``end`` (exclusive) of the line, and what they are.

    Spans may lie inside one another: a promise holds names and a due date. They come ordered by start, longest first.
    """

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a name may mean."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A person of the line: known by ``id``; without one new by ``name``, or undecided between ``candidates``."""

    id: Id | None
    name: str
    candidates: tuple[Candidate, ...] = field(default=(), hash=False)  # of a frequent first name there are thousands

    @property
    def new(self) -> bool:
        """Whether saving makes this person."""
        return self.id is None and not self.candidates

    @property
    def undecided(self) -> bool:
        """Whether somebody must be asked."""
        return self.id is None and bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Ask:
    """A name as typed, and those it fits; ``decide`` takes the answer under the same text."""

    text: str
    candidates: tuple[Candidate, ...]


class Problem(StrEnum):
    """Why something was kept as text; the screens have the sentence for each."""

    FUTURE = "future"
    UNKNOWN_NAME = "unknown-name"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodPromise:
    """A promise of the line, without its due date in the text."""

    text: str
    whose: Whose
    person: Ref | None = None
    due: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodExchange:
    """An exchange of the line. ``subject`` is empty when the section says no more than the kind."""

    kind: ExchangeKind
    direction: Direction
    status: Status
    person: Ref
    others: tuple[Ref, ...] = ()
    subject: str = ""
    due: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The meaning of ``line``. ``dated`` tells whether the line named its date or ``at`` is the present."""

    line: str
    at: Moment
    dated: bool
    channel: Channel
    text: str
    people: tuple[Ref, ...] = ()
    mentions: tuple[Ref, ...] = ()
    tags: tuple[str, ...] = ()
    promises: tuple[UnderstoodPromise, ...] = ()
    exchanges: tuple[UnderstoodExchange, ...] = ()
    spans: tuple[Span, ...] = ()
    problems: tuple[tuple[Problem, str], ...] = ()

    @property
    def ask(self) -> tuple[Ask, ...]:
        """The names that must be decided first, each once, in order."""
        named = (*self.people, *self.mentions, *self._section_people())
        return tuple(dict.fromkeys(Ask(ref.name, ref.candidates) for ref in named if ref.undecided))

    @property
    def new_people(self) -> tuple[str, ...]:
        """The names of the people that saving makes."""
        named = (*self.people, *self.mentions, *self._section_people())
        return tuple(dict.fromkeys(ref.name for ref in named if ref.new))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to save."""
        return not (self.text or self.promises or self.exchanges)

    def _section_people(self) -> Iterable[Ref]:
        for promise in self.promises:
            if promise.person:
                yield promise.person
        for exchange in self.exchanges:
            yield exchange.person
            yield from exchange.others


def decide(understood: Understood, choices: Mapping[str, Id]) -> Understood:
    """Return ``understood`` with the names that ``choices`` answers settled; an id nobody asked for is ignored."""

    def settle(ref: Ref) -> Ref:
        chosen = choices.get(ref.name) if ref.undecided else None
        found = next((one for one in ref.candidates if one.id == chosen), None)
        return Ref(found.id, found.name) if found else ref

    people = tuple(dict.fromkeys(settle(ref) for ref in understood.people))
    mentions = dict.fromkeys(settle(ref) for ref in understood.mentions)
    return replace(
        understood,
        people=people,
        mentions=tuple(ref for ref in mentions if ref not in people),
        promises=tuple(replace(one, person=one.person and settle(one.person)) for one in understood.promises),
        exchanges=tuple(
            replace(one, person=settle(one.person), others=tuple(settle(ref) for ref in one.others))
            for one in understood.exchanges
        ),
    )
