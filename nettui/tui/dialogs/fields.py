"""The sorts of fields that forms are made of, each with its reading and its suggestions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from nettui.i18n import _
from nettui.services.names import group_name
from nettui.text import one_line
from nettui.tui.dialogs import reading
from nettui.tui.dialogs.finder import Finder
from nettui.tui.dialogs.spec import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from enum import StrEnum

    from nettui.domain.dates import Moment, PartialDate
    from nettui.domain.ids import Id
    from nettui.tui.dialogs.names import Labels
    from nettui.tui.workspace import Workspace

    Complete = Callable[[str], list[str]]

__all__ = [
    "birthday",
    "choice",
    "days",
    "due",
    "groups",
    "heading",
    "line",
    "lines",
    "moment",
    "past",
    "people",
    "person",
    "suggest",
    "tags",
    "text",
    "yes_no",
]

_MOST = 6


def suggest(words: Callable[[], Iterable[str]]) -> Complete:
    """Return suggestions from ``words``, asked for when first needed. Those that begin with what is typed come first.

    Among them the often used stand before the others.
    """
    ordered: list[str] = []
    finder: Finder | None = None

    def complete(typed: str) -> list[str]:
        nonlocal finder
        if finder is None:
            counts = Counter(word for each in words() if (word := each.strip()))
            ordered.extend(sorted(counts, key=lambda word: (-counts[word], word.casefold())))
            finder = Finder(ordered)
        return [ordered[place] for place in finder.find(typed)[:_MOST]]

    return complete


def _of_last(complete: Complete) -> Complete:
    """Return suggestions for the last word of a list with commas, as whole lists."""

    def whole(typed: str) -> list[str]:
        before, comma, last = typed.rpartition(",")
        start = f"{before}{comma} " if comma else ""
        given = {part.strip() for part in before.split(",")}
        return [start + word for word in complete(last.strip()) if word not in given] if last.strip() else []

    return whole


def line(
    key: str,
    label: str,
    value: str,
    *,
    hint: str = "",
    words: Callable[[], Iterable[str]] | None = None,
    needed: bool = False,
) -> Field:
    """Return a field for a text of one line; ``words`` are suggested."""
    return Field(
        key=key,
        label=label,
        raw=value,
        value=value,
        read=reading.read_text,
        hint=hint,
        complete=suggest(words) if words else None,
        needed=needed,
    )


def text(key: str, label: str, value: str, *, hint: str = "", needed: bool = False) -> Field:
    """Return a field for a text of any number of lines."""
    return Field(
        key=key, label=label, kind=Kind.TEXT, raw=value, value=value, read=reading.read_text, hint=hint, needed=needed
    )


def lines(key: str, label: str, value: tuple[str, ...], *, hint: str = "") -> Field:
    """Return a field for texts that stand one on a line."""
    return Field(
        key=key,
        label=label,
        kind=Kind.LINES,
        raw="\n".join(value),
        value=value,
        read=reading.read_lines,
        hint=hint or _("one a line"),
    )


def choice(
    key: str,
    label: str,
    value: StrEnum | None,
    words: Mapping[str, str],
    read: Callable[[str], object],
    *,
    none: str = "",
    hint: str = "",
    translate: Callable[[str], str] = _,
) -> Field:
    """Return a field for one of ``words`` (value: word); ``none`` is the word, translated, for no value."""
    options = [(each, translate(word)) for each, word in words.items()]
    if none:
        options.insert(0, ("", none))
    return Field(
        key=key,
        label=label,
        kind=Kind.CHOICE,
        raw="" if value is None else value.value,
        value=value,
        read=lambda raw: read(raw) if raw else None,
        options=tuple(options),
        hint=hint,
    )


def yes_no(key: str, label: str, value: bool, *, hint: str = "") -> Field:
    """Return a field for yes or no."""
    return Field(
        key=key,
        label=label,
        kind=Kind.CHOICE,
        raw="yes" if value else "",
        value=value,
        read=bool,
        options=(("", _("no")), ("yes", _("yes"))),
        hint=hint,
    )


def _write(value: object) -> str:
    return "" if value is None else str(value).replace("T", " ")


def past(key: str, label: str, value: PartialDate | None, workspace: Workspace, *, hint: str = "") -> Field:
    """Return a field for a date behind us, known to the year, month or day."""
    now = workspace.network.clock.now
    return Field(
        key=key,
        label=label,
        raw=_write(value),
        value=value,
        read=lambda raw: reading.read_past_date(raw, now()),
        tidy=_write,
        hint=hint or _("2019, 2019-06, 14.06.2019 or last friday"),
        anew=True,
    )


def due(key: str, label: str, value: PartialDate | None, workspace: Workspace) -> Field:
    """Return a field for a date that may lie ahead."""
    now = workspace.network.clock.now
    return Field(
        key=key,
        label=label,
        raw=_write(value),
        value=value,
        read=lambda raw: reading.read_date(raw, now()),
        tidy=_write,
        hint=_("2027-01, 4.12.2026, friday, in two weeks"),
        anew=True,
    )


def birthday(key: str, label: str, value: PartialDate | None) -> Field:
    """Return a field for a birthday, with or without its year."""
    shown = f"{value.day:02}.{value.month:02}" if value is not None and value.year is None else _write(value)

    def tidy(read: object) -> str:
        return birthday("", "", read).raw  # type: ignore[arg-type]

    return Field(
        key=key,
        label=label,
        raw=shown,
        value=value,
        read=reading.read_birthday,
        tidy=tidy,
        hint=_("14.06 or 14.06.1985"),
        anew=True,
    )


def moment(key: str, label: str, value: Moment, workspace: Workspace) -> Field:
    """Return a field for a day, or a day and a time."""
    now = workspace.network.clock.now
    return Field(
        key=key,
        label=label,
        raw=_write(value),
        value=value,
        read=lambda raw: reading.read_moment(raw, now()),
        tidy=_write,
        hint=_("2026-11-20, 20.11.2026 14:00, yesterday 9:30"),
        anew=True,
        needed=True,
    )


def days(key: str, label: str, value: int | None, *, hint: str = "") -> Field:
    """Return a field for a number of days."""
    return Field(
        key=key,
        label=label,
        raw="" if value is None else str(value),
        value=value,
        read=reading.read_days,
        tidy=_write,
        hint=hint or _("a number of days, or 2w, 3m, 1y"),
    )


def _joined(ids: object, names: Mapping[Id, str]) -> str:
    return ", ".join(names.get(each, each) for each in cast("tuple[Id, ...]", ids))


def person(
    key: str,
    label: str,
    value: Id | None,
    workspace: Workspace,
    labels: Labels,
    *,
    needed: bool = False,
    hint: str = "",
) -> Field:
    """Return a field for one person."""
    return Field(
        key=key,
        label=label,
        raw="" if value is None else labels.of.get(value, value),
        value=value,
        read=lambda raw: reading.read_person(raw, labels, workspace),
        tidy=lambda read: labels.of.get(str(read), ""),
        hint=hint or _("a few letters of the name, Tab completes"),
        complete=labels.matching,
        needed=needed,
    )


def people(
    key: str, label: str, value: tuple[Id, ...], workspace: Workspace, labels: Labels, *, hint: str = ""
) -> Field:
    """Return a field for several people."""
    return Field(
        key=key,
        label=label,
        raw=_joined(value, labels.of),
        value=value,
        read=lambda raw: reading.read_several(raw, lambda name: reading.read_person(name, labels, workspace)),
        tidy=lambda read: _joined(read, labels.of),
        hint=hint or _("names with commas between them, Tab completes"),
        complete=_of_last(labels.matching),
    )


def groups(key: str, label: str, value: tuple[Id, ...], workspace: Workspace) -> Field:
    """Return a field for circles."""
    names = {
        group.id: " ".join(group_name(group).replace(",", " ").split()) for group in workspace.index.groups.values()
    }
    ids = {name.casefold(): group_id for group_id, name in names.items()}
    complete = _of_last(suggest(names.values))

    def read(name: str) -> Id:
        return ids.get(name.strip().casefold()) or reading.read_group(name, workspace)

    return Field(
        key=key,
        label=label,
        raw=_joined(value, names),
        value=value,
        read=lambda raw: reading.read_several(raw, read),
        tidy=lambda read: _joined(read, names),
        hint=_("there are: {names}").format(names=", ".join(one_line(name, 20) for name in names.values())),
        complete=complete,
    )


def tags(key: str, label: str, value: tuple[str, ...], workspace: Workspace) -> Field:
    """Return a field for tags; those in use are suggested."""
    index = workspace.index

    def used() -> Iterable[str]:
        for person in index.people.values():
            yield from person.tags
        for entry in index.entries.values():
            yield from entry.tags

    return Field(
        key=key,
        label=label,
        raw=", ".join(value),
        value=value,
        read=reading.read_list,
        hint=_("words with commas between them"),
        complete=_of_last(suggest(used)),
    )


def heading(label: str) -> Field:
    """Return a line that parts the fields of a form."""
    return Field(key="", label=label, kind=Kind.HEADING)
