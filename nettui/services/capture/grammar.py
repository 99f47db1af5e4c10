"""Cutting a line into its parts: head date, channel, sections with their due dates, tags.

Only the shape is read here; whom the names mean comes later. All scans are linear: patterns are bounded, so that a line
of 100 kB costs no more than its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nettui.domain.dates import Moment
from nettui.domain.records import Channel
from nettui.services.capture.channels import channel_of, is_lead_in, is_reflexive
from nettui.services.capture.index import WORD
from nettui.services.capture.kinds import SECTION, Section, kind_of, section_of
from nettui.services.capture.understood import Problem, Role, Span
from nettui.services.capture.when import due_in, read_past

if TYPE_CHECKING:
    from datetime import datetime

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import ExchangeKind

__all__ = ["Part", "Shape", "cut"]

_HEAD = re.compile(r"[^\n]{0,80}?:(?=\s|$)")
_TAG = re.compile(r"(?<![\w#/&\\])#(?=[\d_-]{0,40}[^\W\d_])([\w\u0300-\u036f]+(?:-[\w\u0300-\u036f]+)*)")
_CHUNK = re.compile(r"\S+")
_DATE_OR_TIME = re.compile(r"\d{1,2}:\d\d|\d{1,2}\.\d\d(?:\.(?:\d{4})?)?|\d{4}-\d\d-\d\d|\d{1,2}[ .]+[^\W\d_]{3,}")
_MARKS = frozenset("#@+\\")
_MOST_LEAD_INS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A section from its marker at ``start`` to ``end``; its own words are between ``inner`` and ``inner_end``."""

    start: int
    inner: int
    inner_end: int
    end: int
    section: Section
    kind: ExchangeKind
    kind_span: tuple[int, int] | None
    due: PartialDate | None
    due_span: tuple[int, int] | None


@dataclass(slots=True)
class Shape:
    """The parts of a line. ``main`` are the stretches outside sections, ``dropped`` those in them that are no text."""

    line: str
    at: Moment
    dated: bool = False
    channel: Channel = Channel.NOTE
    main: list[tuple[int, int]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)
    blocked: list[tuple[int, int]] = field(default_factory=list)
    problems: list[tuple[Problem, str]] = field(default_factory=list)


def cut(line: str, now: datetime) -> Shape:
    """Return the parts of ``line`` as written at ``now``."""
    shape = Shape(line, Moment.of(now))
    body = _head(shape, now)
    _addresses(shape)
    _sections(shape, body, now)
    _channel(shape)
    _tags(shape)
    return shape


def _head(shape: Shape, now: datetime) -> int:
    """Read the date before the first colon, or before a channel word; return where the rest begins."""
    match = _HEAD.match(shape.line)
    head = match.group()[:-1] if match else ""
    past = read_past(head, now) if head.strip() else None
    if match is None or past is None:
        return _head_before_channel(shape, now)
    if past.moment is None:
        shape.problems.append((Problem.FUTURE, head.strip()))
        return 0
    shape.at, shape.dated = past.moment, True
    shape.spans.append(Span(len(head) - len(head.lstrip()), match.end(), Role.DATE))
    return match.end()


def _head_before_channel(shape: Shape, now: datetime) -> int:
    """Read a date that has no colon: *yesterday coffee with Maria*, *снощи вечеря с Мария*.

    Only what leaves no doubt counts: a day that names itself, right before the word of a channel. *2nd call* is no
    date, and neither is one that lies ahead.
    """
    words = _first_words(shape.line, 0, len(shape.line))
    for number in range(1, len(words)):
        if shape.line[words[number - 1].end() : words[number].start()].strip(" \t,./:-"):
            return 0
        end = words[number].start()
        head = shape.line[:end].rstrip(" \t,")
        if len(head) == end or _channel_word(shape.line, end, len(shape.line)) is None:
            continue
        past = read_past(head, now) if _names_a_day(head) else None
        if past is not None and past.moment is not None:
            shape.at, shape.dated = past.moment, True
            start = len(head) - len(head.lstrip())
            shape.spans.append(Span(start, len(shape.line[:end].rstrip()), Role.DATE))
            return end
    return 0


def _names_a_day(head: str) -> bool:
    head = head.strip()
    return _DATE_OR_TIME.fullmatch(head) is not None or head[:1].isalpha() or head.lower().endswith(" ago")


def _addresses(shape: Shape) -> None:
    """Keep web and mail addresses from being read as names and tags."""
    for match in _CHUNK.finditer(shape.line):
        chunk = match.group()
        if "://" in chunk or chunk.startswith("www.") or ("@" in chunk[1:] and "." in chunk[chunk.rfind("@") :]):
            at = chunk.find("://")
            plain = at < 0 and not chunk.startswith("www.") and chunk[0] in "@+\\"
            if not plain:
                shape.blocked.append(match.span())


def _sections(shape: Shape, body: int, now: datetime) -> None:
    line, cursor = shape.line, body
    markers = list(SECTION.finditer(line, body))
    for number, marker in enumerate(markers):
        limit = markers[number + 1].start() if number + 1 < len(markers) else len(line)
        newline = line.find("\n", marker.end(), limit)
        end = newline if newline >= 0 else limit
        part = _part(line, marker, end, now)
        if part is None:
            continue
        if line[cursor : marker.start()].strip():
            shape.main.append((cursor, marker.start()))
        shape.parts.append(part)
        cursor = end
    if line[cursor:].strip():
        shape.main.append((cursor, len(line)))


def _part(line: str, marker: re.Match[str], end: int, now: datetime) -> Part | None:
    """Return the section behind ``marker``, or None when nothing follows it."""
    inner, inner_end = _trimmed(line, marker.end(), end)
    if inner == inner_end:
        return None
    section = section_of(marker.group())
    due = due_in(line[inner:inner_end], now)
    due_span = (inner + due[0], inner + due[1]) if due else None
    words = [(match.group(), match.span()) for match in _first_words(line, inner, inner_end)]
    kind, index = kind_of([word for word, _ in words])
    named = words[index][1] if index is not None and section.whose is None else None
    return Part(
        marker.start(), inner, inner_end, end, section, kind, named, due[2] if due else None, due_span
    )  # fmt: skip


def _first_words(line: str, start: int, end: int) -> list[re.Match[str]]:
    words = []
    for match in WORD.finditer(line, start, end):
        words.append(match)
        if len(words) == _MOST_LEAD_INS:
            break
    return words


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without blanks around it and without the punctuation that ends it."""
    text = line[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip().rstrip(".,;").rstrip())
    return (start + left, start + right) if right > left else (start, start)


def _channel(shape: Shape) -> None:
    """Read the channel from the main text, if that comes before every section."""
    if not shape.main or (shape.parts and shape.parts[0].start < shape.main[0][0]):
        return
    found = _channel_word(shape.line, *shape.main[0])
    if found is not None:
        match, channel, first = found
        _take_channel(shape, match, channel, first=first)


def _channel_word(line: str, start: int, end: int) -> tuple[re.Match[str], Channel, bool] | None:
    """Return the first word, or the one after *had a quick …*, *бях на …*, if it names a channel; and whether first.

    A bullet, a dash, a quotation mark or a picture before it says nothing.
    """
    previous = start
    for number, match in enumerate(_first_words(line, start, end)):
        between = line[previous : match.start()].strip()
        if between and (number or any(char in _MARKS for char in between)):
            return None
        word = match.group().lower()
        channel = channel_of(word)
        if channel is not None:
            return match, channel, number == 0
        if not (is_lead_in(word, first=number == 0) or is_reflexive(word)):
            return None
        previous = match.end()
    return None


def _take_channel(shape: Shape, match: re.Match[str], channel: Channel, *, first: bool) -> None:
    shape.channel = channel
    label = first and shape.line.startswith(":", match.end()) and shape.main[0][1] > match.end() + 1
    label = label and bool(shape.line[match.end() + 1 : shape.main[0][1]].strip())
    end = match.end() + label
    shape.spans.append(Span(match.start(), end, Role.CHANNEL))
    shape.blocked.append((match.start(), end))
    if label:  # "coffee: Maria" - a label, not a word of the sentence
        shape.dropped.append((match.start(), end))


def _tags(shape: Shape) -> None:
    seen = set()
    blocked = sorted(shape.blocked)
    at = 0
    body = shape.spans[0].end if shape.dated else 0
    for match in _TAG.finditer(shape.line, body):
        while at < len(blocked) and blocked[at][1] <= match.start():
            at += 1
        if at < len(blocked) and blocked[at][0] <= match.start():
            continue
        shape.spans.append(Span(match.start(), match.end(), Role.TAG))
        if match[1].casefold() not in seen:
            seen.add(match[1].casefold())
            shape.tags.append(match[1])
