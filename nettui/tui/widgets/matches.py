"""Marking in a line what was looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.finding.spans import match_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nettui.tui.widgets.line import Span

__all__ = ["marked"]


def marked(spans: Iterable[Span], words: Sequence[str]) -> tuple[Span, ...]:
    """Return ``spans`` with what one of ``words`` found in the role of a match."""
    if not words:
        return tuple(spans)
    found: list[Span] = []
    for text, role in spans:
        done = 0
        for start, end in match_spans(text, words):
            found += [(text[done:start], role), (text[start:end], "match")]
            done = end
        found.append((text[done:], role))
    return tuple(found)
