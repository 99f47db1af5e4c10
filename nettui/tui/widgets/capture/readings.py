"""Correcting what was understood: for each part of a line the ways to read it, each as an edit of the line itself.

The grammar stays the one truth: nothing is remembered beside the text, and one learns how to write it the next time.
An edit that does not have the effect it promises is not offered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from nettui.domain.records import Channel
from nettui.domain.transliteration import has_cyrillic
from nettui.i18n import _
from nettui.services.capture.channels import channel_of
from nettui.services.capture.index import words_of
from nettui.services.capture.kinds import section_of
from nettui.services.capture.understood import Role
from nettui.services.views.words import CHANNELS, since, weekday_and_date, word
from nettui.tui.widgets.capture.meaning import SECTION_WORDS
from nettui.tui.widgets.capture.naming import everybody, naming
from nettui.tui.widgets.capture.offers import Edit, Offer, about_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from nettui.domain.ids import Id
    from nettui.services.capture.understood import Span, Understood
    from nettui.tui.widgets.capture.reader import Reader

__all__ = ["Part", "first_part", "parts_of", "readings"]

_NAMES = {Role.PERSON, Role.MENTION, Role.NEW, Role.ASK}
_DAYS = 7
_MOST_NAMESAKES = 6  # with the other readings they have a digit each
_MARKERS = {
    "mine": ("promised:", "обещах:"),
    "theirs": ("awaiting:", "очаквам:"),
    ("received", "asked"): ("asked:", "помолих:"),
    ("given", "asked"): ("was asked:", "помолиха ме:"),
    ("given", "offered"): ("offered:", "предложих:"),
    ("received", "offered"): ("was offered:", "предложиха ми:"),
    ("given", "done"): ("gave:", "дадох:"),
    ("received", "done"): ("got:", "получих:"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the line that can be read otherwise: its place, empty where it is not written, and its sort.

    ``sort`` is a :class:`Role`; DATE and CHANNEL stand also for what is understood without a word for it.
    """

    start: int
    end: int
    sort: Role

    def title(self, line: str) -> str:
        """Return the question that its readings answer."""
        if self.end > self.start:
            return _("“{text}” is …").format(text=line[self.start : self.end])
        return _("When?") if self.sort is Role.DATE else _("How?")


def parts_of(understood: Understood) -> list[Part]:
    """Return the parts in the order of the line; when and how first."""
    written = {span.role: span for span in reversed(understood.spans)}
    date, channel = written.get(Role.DATE), written.get(Role.CHANNEL)
    body = date.end if date else 0
    while understood.line[body : body + 1].isspace():
        body += 1
    parts = [Part(date.start, date.end, Role.DATE) if date else Part(0, 0, Role.DATE)]
    parts.append(Part(channel.start, channel.end, Role.CHANNEL) if channel else Part(body, body, Role.CHANNEL))
    others = {*_NAMES, Role.TAG, Role.SECTION, Role.ESCAPE}
    named = [span for span in understood.spans if span.role in others]
    return parts + [Part(span.start, _end(understood.line, span), span.role) for span in named]


def _end(line: str, span: Span) -> int:
    """Return the end of a part: without the blanks at its end, and a mark with the word that it marks."""
    if span.role is Role.ESCAPE:
        return span.end + len((line[span.end :].split() or [""])[0])
    return span.start + len(line[span.start : span.end].rstrip())


def readings(reader: Reader, understood: Understood, part: Part) -> list[Offer]:
    """Return how ``part`` of the line may be read; the present reading is among them, without an edit."""
    makers: dict[Role, Callable[[_Correction], Iterator[Offer]]] = {
        Role.DATE: _dates,
        Role.CHANNEL: _channels,
        Role.TAG: _plain,
        Role.SECTION: _sections,
        Role.ESCAPE: _unescaped,
    }
    correction = _Correction(reader, understood, part)
    return list(makers.get(part.sort, _people)(correction))


@dataclass(frozen=True, slots=True)
class _Correction:
    """One part of one line, and what all readings of it need."""

    reader: Reader
    understood: Understood
    part: Part

    @property
    def line(self) -> str:
        return self.understood.line

    @property
    def text(self) -> str:
        return self.line[self.part.start : self.part.end]

    @property
    def cyrillic(self) -> bool:
        """Whether one writes in Cyrillic, whatever the script of the names."""
        named = [(span.start, span.end) for span in self.understood.spans if span.role in _NAMES]
        prose = [
            letter
            for place, letter in enumerate(self.line)
            if letter.isalpha() and not any(start <= place < end for start, end in named)
        ]
        return sum(map(has_cyrillic, prose)) * 2 > len(prose)

    def put(self, text: str, *, back: int = 0) -> Edit:
        """Return the line with ``text`` in place of the part and ``back`` characters before it.

        The cursor stays with the end of the line, where one goes on writing.
        """
        line = self.line[: self.part.start - back] + text + self.line[self.part.end :]
        return Edit(line, len(line))

    def offer(
        self,
        key: str,
        title: str,
        edit: Edit,
        check: Callable[[Understood], bool],
        role: str = "text",
        detail: str = "",
    ) -> Iterator[Offer]:
        """Yield the offer if the edited line is understood as it says."""
        if edit.line != self.line and check(self.reader.try_reading(edit.line)):
            yield Offer(key=key, title=title, role=role, detail=detail, edit=lambda: edit)

    def at(self, understood: Understood, roles: set[Role]) -> bool:
        """Whether something with one of ``roles`` begins near where the part begins."""
        return any(span.role in roles and abs(span.start - self.part.start) <= 1 for span in understood.spans)


# -- names -------------------------------------------------------------------------------------------------------------


def _people(correction: _Correction) -> Iterator[Offer]:
    bare = correction.text.lstrip("@+").strip('"“”„')
    now = correction.part.sort
    index = correction.reader.workspace.index
    if now is Role.NEW:
        yield Offer(key="new", title=_("a new person"), role="who", current=True)
    for person in _called(correction.reader, bare):
        known = index.people.get(person)
        if known is None:
            continue
        here = now in (Role.PERSON, Role.MENTION) and person in everybody(correction.understood)
        edit = partial(naming, correction.reader, correction.line, correction.part.start, correction.part.end, person)
        detail = about_person(index, person)
        yield Offer(key=person, title=known.name, role="who", detail=detail, edit=None if here else edit, current=here)
    yield from _spoken_of(correction)
    if now is not Role.NEW and '"' not in bare:
        yield from correction.offer(
            "new",
            _("a new person"),
            correction.put(f'+"{bare}"'),
            lambda other: correction.at(other, {Role.NEW}),
            role="who",
            detail=_("called “{name}”").format(name=bare),
        )
    yield from correction.offer(
        "plain",
        _("no name at all"),
        correction.put(f"\\{bare}"),
        lambda other: not correction.at(other, _NAMES),
        detail=f"\\{bare}",
    )


def _called(reader: Reader, name: str) -> list[Id]:
    """Return the ids of some of those in whose names all words of ``name`` stand, those met lately first."""
    index = reader.index
    found: set[int] | None = None
    for each in words_of(name):
        numbers = {posting.person for posting in index.find(each)}
        found = numbers if found is None else found & numbers
    last = reader.workspace.index.last_contact

    def likeliest(number: int) -> tuple[bool, int, int]:
        met = last(index.id_of(number))
        return index.is_archived(number), -met.toordinal() if met else 0, number

    return [index.id_of(number) for number in sorted(found or (), key=likeliest)[:_MOST_NAMESAKES]]


def _spoken_of(correction: _Correction) -> Iterator[Offer]:
    """Offer to turn somebody who took part into one who was spoken of, and the other way round."""
    if correction.understood.channel is Channel.NOTE:
        return
    cyrillic = correction.cyrillic
    there, about = ("с", "за") if cyrillic else ("with", "about")
    before = correction.line[: correction.part.start].rstrip()
    leading = before.rsplit(maxsplit=1)[-1].lower() if before else ""
    if correction.part.sort is Role.PERSON:
        known, wanted, role, title = {"with", "с", "със"}, about, Role.MENTION, _("only spoken of")
    elif correction.part.sort is Role.MENTION:
        known, wanted, role, title = {"about", "re", "за", "относно"}, there, Role.PERSON, _("took part")
    else:
        return
    back = correction.part.start - len(before) + len(leading) if leading in known else 0
    edit = correction.put(f"{wanted} {correction.text}", back=back)
    shift = len(wanted) + 1 - back

    def works(other: Understood) -> bool:
        return any(span.role is role and span.start == correction.part.start + shift for span in other.spans)

    yield from correction.offer("part", title, edit, works, detail=f"{wanted} {correction.text}")


# -- when and how ------------------------------------------------------------------------------------------------------


def _dates(correction: _Correction) -> Iterator[Offer]:
    today = correction.reader.workspace.today
    understood = correction.understood
    rest = correction.line[correction.part.end :].lstrip()
    if understood.dated:
        when = f"{since(understood.at.day, today)}, {weekday_and_date(understood.at.day, today)}"
        yield Offer(key="date", title=when, role="when", detail=correction.text, current=True)
        edit = correction.put(f"\\{correction.text}")
        yield from correction.offer(
            "text", _("now; the words are text"), edit, lambda other: not other.dated, detail=f"\\{correction.text}"
        )
    else:
        yield Offer(key="now", title=_("now"), role="when", current=True)
    for back in range(1 if not understood.dated else 0, _DAYS):
        day = today - timedelta(days=back)
        if understood.dated and day == understood.at.day:
            continue
        head = _head(back, cyrillic=correction.cyrillic) or f"{day.day}.{day.month:02}.{day.year}"
        line = f"{head}: {rest}"
        yield from correction.offer(
            f"day {back}",
            f"{since(day, today)}, {weekday_and_date(day, today)}",
            Edit(line, len(line)),
            lambda other, day=day: other.dated and other.at.day == day,  # type: ignore[misc]
            role="when",
            detail=f"{head}:",
        )


def _head(back: int, *, cyrillic: bool) -> str:
    words = ("днес", "вчера") if cyrillic else ("today", "yesterday")
    return words[back] if back < len(words) else ""


def _channels(correction: _Correction) -> Iterator[Offer]:
    understood = correction.understood
    typed = correction.text.rstrip(":")
    labelled = correction.text.endswith(":")
    for channel in sorted(Channel, key=lambda channel: channel is not Channel.NOTE):
        title = word(CHANNELS, channel.value)
        if channel is Channel.NOTE:
            title = _("note, no contact")
        if channel is understood.channel:
            yield Offer(key=channel.value, title=title, role="how", detail=typed, current=True)
            continue
        label = _label(channel)
        edit = correction.put(f"{label}:") if labelled else correction.put(f"{label}: {correction.text}")
        yield from correction.offer(
            channel.value,
            title,
            edit,
            lambda other, channel=channel: other.channel is channel,  # type: ignore[misc]
            role="how",
            detail=f"{label}:",
        )


def _label(channel: Channel) -> str:
    """Return the channel's word in the user's language if the grammar knows it, else in English."""
    own = word(CHANNELS, channel.value)
    return own if channel_of(own.lower()) is channel else channel.value


# -- sections, tags, marks ---------------------------------------------------------------------------------------------


def _sections(correction: _Correction) -> Iterator[Offer]:
    cyrillic = has_cyrillic(correction.text)
    now = section_of(correction.text)
    present = now.whose.value if now.whose else (now.direction.value, now.status.value)
    count = _recorded(correction.understood)
    for sort, markers in _MARKERS.items():
        title = _(SECTION_WORDS[sort])
        if sort == present:
            yield Offer(key=str(sort), title=title, detail=correction.text, current=True)
            continue
        edit = correction.put(markers[cyrillic])
        yield from correction.offer(
            str(sort), title, edit, lambda other: _recorded(other) == count, detail=markers[cyrillic]
        )
    yield from _plain(correction)


def _recorded(understood: Understood) -> int:
    return len(understood.promises) + len(understood.exchanges)


def _plain(correction: _Correction) -> Iterator[Offer]:
    if correction.part.sort is Role.TAG:
        yield Offer(key="tag", title=_("a tag"), role="tagged", detail=correction.text, current=True)
    yield from correction.offer(
        "plain",
        _("plain text"),
        correction.put(f"\\{correction.text}"),
        lambda other: not correction.at(other, {correction.part.sort}),
        detail=f"\\{correction.text}",
    )


def _unescaped(correction: _Correction) -> Iterator[Offer]:
    yield Offer(key="plain", title=_("plain text"), detail="\\", current=True)
    edit = correction.put(correction.text[1:])
    yield Offer(key="meant", title=_("what it looks like"), edit=lambda: edit)


def first_part(parts: Sequence[Part], cursor: int) -> int:
    """Return the number of the part to begin with: the one at the cursor, else a question, else a name."""
    for number, part in enumerate(parts):
        if part.start < cursor <= part.end:
            return number
    for sorts in ({Role.ASK}, _NAMES):
        for number, part in enumerate(parts):
            if part.sort in sorts:
                return number
    return min(1, len(parts) - 1)
