"""Recommendations as Markdown (CommonMark): a heading, what is known of each as a list, and the text as it was written.

The text is Markdown of its author's and goes out as it is, without control characters (C0 but tab and line feed, DEL,
C1). The same letters give the same bytes, in one language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nettui.domain.records import Direction
from nettui.i18n import _, pgettext
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nettui.domain.letters import Letter

__all__ = ["file_names", "one", "several"]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NO_NAME = re.compile(r"[^\w]+")
_LONGEST_NAME = 40
"""Characters of a name within the name of a file: 255 bytes is the limit of common file systems."""


def one(letter: Letter) -> str:
    """Return one recommendation, with a line feed at its end."""
    return "\n".join(_lines(letter)) + "\n"


def several(letters: Iterable[Letter]) -> str:
    """Return all of ``letters`` in their order, with a rule between them; nothing for none."""
    return "\n---\n\n".join(map(one, letters))


def file_names(letters: Iterable[Letter]) -> dict[str, str]:
    """Return the name of a file for each letter by its id: date, person and way, as in ``2026-03-15-maria-given.md``.

    Each name stands once, whatever upper and lower case mean to the file system; what has no date comes without.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for letter in letters:
        who = _NO_NAME.sub("-", fold_name(letter.person)).strip("-_")[:_LONGEST_NAME] or "somebody"
        parts = [str(letter.on) if letter.on is not None else "", who, letter.direction.value]
        name = stem = "-".join(part for part in parts if part)
        if name in taken:
            name = f"{stem}-{letter.id}"
        taken.add(name)
        names[letter.id] = f"{name}.md"
    return names


def _lines(letter: Letter) -> Iterator[str]:
    given = letter.direction is Direction.GIVEN
    title = _("Recommendation for {name}") if given else _("Recommendation by {name}")
    name = _line(letter.person) or _("somebody")
    if not given and letter.organisation.strip():
        name += ", " + _line(letter.organisation)  # the role below is not theirs, so this stands beside the name
    yield "# " + title.format(name=name)
    yield ""
    facts = {
        _("Status"): pgettext("recommendation", "draft") if letter.draft else "",
        _("Role"): letter.role,
        _("Organisation"): letter.organisation if given else "",
        _("About"): letter.subject,
        _("Date"): str(letter.on) if letter.on is not None else "",
        _("Where"): letter.where,
        _("Link"): letter.url,
    }
    known = [f"- {label}: {_line(value)}" for label, value in facts.items() if value.strip()]
    if known:
        yield from known
        yield ""
    yield _plain(letter.text).strip("\n")


def _plain(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(text: str) -> str:
    return " ".join(_plain(text).split())
