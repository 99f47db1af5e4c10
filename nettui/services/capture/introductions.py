"""Who introduces whom in a section about an introduction: *gave: introduction Maria to Georgi*, *got: intro from Ani*.

* What I give: two names are the two sides, unless *to* or *with* stands before the first ("lunch with Elena. offered:
  intro to Georgi and Todor"): then whoever the entry is with is brought together with them, as with one name.
* What I receive is from whom *from*, *by*, *through*, *от*, *чрез* names, else from whom the entry is with, else from
  the first name. After *to* or *with* several names are introductions of mine to each, one for each; without it they
  are brought together with each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nettui.domain.records import Direction
from nettui.services.capture.wordlist import wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.services.capture.understood import Ref

__all__ = ["parties"]

_TO = wordset("to with с със")
_FROM = wordset("from by via through от чрез през")
_LAST_WORD = re.compile(r"(\w+)[^\w.;]*\Z")


def parties(
    direction: Direction, line: str, named: Sequence[tuple[Ref, int]], leading: Ref | None
) -> list[tuple[Ref, tuple[Ref, ...]]]:
    """Return the ``person`` and the ``others`` of each introduction; none when nobody is named.

    ``named`` are the people of the section and where their names begin in ``line``, ``leading`` whom the entry is with.
    """
    before = {ref: _word_before(line, start) for ref, start in reversed(named)}
    people = list(dict.fromkeys(ref for ref, _start in named))
    to = bool(people) and before[people[0]] in _TO
    if direction is Direction.GIVEN:
        if leading is not None and (to or len(people) < 2):
            people = list(dict.fromkeys((leading, *people)))
        return [(people[0], tuple(people[1:]))] if people else []
    introducer = next((ref for ref in people if before[ref] in _FROM), None)
    others = [ref for ref in people if ref != introducer]
    if introducer is not None:
        others = others or [ref for ref in (leading,) if ref is not None and ref != introducer]
    elif leading is not None:
        introducer, others = leading, [ref for ref in people if ref != leading]
    elif people:
        introducer, *others = people
    else:
        return []
    if len(others) > 1 and before[others[0]] in _TO:
        return [(introducer, (other,)) for other in others]
    return [(introducer, tuple(others))]


def _word_before(line: str, start: int) -> str:
    found = _LAST_WORD.search(line, max(start - 40, 0), start)
    return found[1].lower() if found else ""
