"""One line in, its meaning out: grammar, dates and names put together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nettui.domain.records import Channel, ExchangeKind
from nettui.services.capture.grammar import cut
from nettui.services.capture.index import NetworkPeople
from nettui.services.capture.introductions import parties
from nettui.services.capture.names import ESCAPE, NameFinder
from nettui.services.capture.people import resolve
from nettui.services.capture.understood import (
    Problem,
    Role,
    Span,
    Understood,
    UnderstoodExchange,
    UnderstoodPromise,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from nettui.services.capture.grammar import Part, Shape
    from nettui.services.capture.index import People
    from nettui.services.capture.names import Found
    from nettui.services.capture.understood import Ref
    from nettui.services.network import Network

__all__ = ["parse", "understand"]


def understand(network: Network, line: str) -> Understood:
    """Return what ``line`` means in ``network`` at its present time. Never fails, whatever the text."""
    return parse(line, people=NetworkPeople(network), now=network.clock.now())


def parse(line: str, *, people: People, now: datetime) -> Understood:
    """Return what ``line`` means among ``people`` when written at ``now``, the wall clock of the user.

    The same in every language of the program. Nothing typed is lost: each word is in a text or under a span.
    """
    shape = cut(line, now)
    names = _Names(shape, people)
    meaning = _Meaning(shape, names)
    return meaning.understood()


class _Names:
    """The people of each stretch of a line."""

    def __init__(self, shape: Shape, people: People) -> None:
        blocked = [*shape.blocked, *(part.due_span for part in shape.parts if part.due_span)]
        blocked += [part.kind_span for part in shape.parts if part.kind_span]
        finder = NameFinder(people.index, shape.line, blocked)
        self.main = [one for start, end in shape.main for one in finder.find(start, end)]
        self.parts = [finder.find(part.inner, part.inner_end) for part in shape.parts]
        self._refs: Mapping[Found, Ref | None] = resolve(
            [*self.main, *(one for part in self.parts for one in part)], people
        )

    def ref(self, found: Found) -> Ref | None:
        """Return whom ``found`` means."""
        return self._refs[found]

    def refs(self, found: Sequence[Found]) -> list[Ref]:
        """Return the people of ``found``, each once."""
        return list(dict.fromkeys(ref for one in found if (ref := self._refs[one]) is not None))


@dataclass(slots=True)
class _Meaning:
    """Gathers the result; the rules are those of :mod:`nettui.services.capture.understood`."""

    shape: Shape
    names: _Names
    promises: list[UnderstoodPromise] = field(default_factory=list)
    exchanges: list[UnderstoodExchange] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)
    problems: list[tuple[Problem, str]] = field(default_factory=list)

    def understood(self) -> Understood:
        """Return everything gathered."""
        shape, names = self.shape, self.names
        self.spans += shape.spans
        self.problems += shape.problems
        everyone = [*names.main, *(one for part in names.parts for one in part)]
        people = names.refs([one for one in names.main if self._takes_part(one)])
        self._mark_names(everyone)
        self._mark_escapes()
        self.dropped = sorted({*shape.dropped, *self.dropped})
        leading = people or (names.refs(names.main) if shape.channel is Channel.NOTE else [])
        kept = list(shape.main)
        for part, found in zip(shape.parts, names.parts, strict=True):
            if not self._section(part, found, leading[0] if leading else None):
                kept.append((part.start, part.end))
        return Understood(
            line=shape.line,
            at=shape.at,
            dated=shape.dated,
            channel=shape.channel,
            text=self._main_text(sorted(kept)),
            people=tuple(people),
            mentions=tuple(ref for ref in names.refs(everyone) if ref not in people),
            tags=tuple(shape.tags),
            promises=tuple(self.promises),
            exchanges=tuple(self.exchanges),
            spans=tuple(sorted(self.spans, key=lambda span: (span.start, -span.end, span.role))),
            problems=tuple(self.problems),
        )

    def _takes_part(self, found: Found) -> bool:
        return self.shape.channel is not Channel.NOTE and not found.spoken_of

    def _mark_names(self, everyone: Sequence[Found]) -> None:
        main = set(self.names.main)
        for one in everyone:
            ref = self.names.ref(one)
            if ref is None:
                self.problems.append((Problem.UNKNOWN_NAME, one.name))
                continue
            self.dropped += one.dropped
            there = self._takes_part(one) if one in main else not one.spoken_of
            role = Role.PERSON if there else Role.MENTION
            if ref.undecided:
                role = Role.ASK
            elif ref.new:
                role = Role.NEW
            self.spans.append(Span(one.start, one.end, role))

    def _mark_escapes(self) -> None:
        body = self.spans[0].end if self.shape.dated else 0
        for match in ESCAPE.finditer(self.shape.line, body):
            self.spans.append(Span(match.start(), match.end(), Role.ESCAPE))
            self.dropped.append(match.span())

    def _section(self, part: Part, found: Sequence[Found], leading: Ref | None) -> bool:
        """Record a section; return False when it must stay text, for want of a person."""
        there = [one for one in found if not one.spoken_of]
        text = self._text(part.inner, part.inner_end, part.due_span) or self._text(part.inner, part.inner_end, None)
        whose = part.section.whose
        if whose is not None:
            person = next(iter(self.names.refs(there)), leading)
            self.promises.append(UnderstoodPromise(text=text, whose=whose, person=person, due=part.due))
        elif not self._exchange(part, text, there, leading):
            self.problems.append((Problem.NOBODY, self.shape.line[part.start : part.inner_end]))
            return False
        self._mark_section(part, Role.PROMISE if whose is not None else Role.EXCHANGE)
        return True

    def _exchange(self, part: Part, text: str, found: Sequence[Found], leading: Ref | None) -> bool:
        named = [(ref, one.start) for one in found if (ref := self.names.ref(one)) is not None]
        if part.kind is ExchangeKind.INTRODUCTION:
            who = parties(part.section.direction, self.shape.line, named, leading)
        else:
            person = named[0][0] if named else leading
            who = [(person, ())] if person is not None else []
        only_kind = part.kind_span is not None and text == self.shape.line[slice(*part.kind_span)]
        self.exchanges += [
            UnderstoodExchange(
                kind=part.kind,
                direction=part.section.direction,
                status=part.section.status,
                person=person,
                others=others,
                subject="" if only_kind else text,
                due=part.due,
            )
            for person, others in who
        ]
        return bool(who)

    def _mark_section(self, part: Part, role: Role) -> None:
        self.spans.append(Span(part.start, part.inner, Role.SECTION))
        self.spans.append(Span(part.inner, part.end, role))
        if part.kind_span:
            self.spans.append(Span(*part.kind_span, Role.KIND))
        if part.due_span:
            self.spans.append(Span(*part.due_span, Role.DUE))

    def _main_text(self, kept: Sequence[tuple[int, int]]) -> str:
        text = ""
        last = 0
        for start, end in kept:
            piece = self._text(start, end, None, single_line=False)
            if piece:
                gap = "\n" if "\n" in self.shape.line[last:start] or self.shape.line[start : start + 1] == "\n" else " "
                text = f"{text}{gap}{piece}" if text else piece
            last = end
        return text

    def _text(self, start: int, end: int, hole: tuple[int, int] | None, *, single_line: bool = True) -> str:
        """Return the words between ``start`` and ``end`` without marks, and without ``hole``."""
        line, pieces, cursor = self.shape.line, [], start
        for drop_start, drop_end in sorted([*self._dropped_in(start, end), *([hole] if hole else [])]):
            pieces.append(line[cursor : max(cursor, drop_start)])
            cursor = max(cursor, drop_end)
        pieces.append(line[cursor:end])
        text = "".join(pieces)
        return " ".join(text.split()).rstrip(",;") if single_line else text.strip()

    def _dropped_in(self, start: int, end: int) -> list[tuple[int, int]]:
        return self.dropped[bisect_left(self.dropped, (start, 0)) : bisect_left(self.dropped, (end, 0))]
