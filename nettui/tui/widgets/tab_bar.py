"""The top line: the name, the five views with their keys, and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from nettui.i18n import _
from nettui.services.views.words import day_of_week_and_date
from nettui.tui.commands.everywhere import VIEWS
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from datetime import date

    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["TabBar"]


class TabBar(Painted):
    """One line, nothing to focus: the keys ``1`` to ``5`` work everywhere."""

    DEFAULT_CSS = """
    TabBar { dock: top; height: 1; background: $bar; }
    """

    active: reactive[str] = reactive("")
    """The name of the view that is shown."""
    today: reactive[date | None] = reactive(None)
    """The day at the right edge."""
    note: reactive[str] = reactive("")
    """A word beside the day: that this is the sample, or that nothing can be saved."""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        width = self.size.width
        note: list[Span] = [(self.note, "mark"), (" ", "text")] if self.note else []
        day: list[Span] = [(day_of_week_and_date(self.today), "quiet"), (" ", "text")] if self.today else []
        right = [*note, ("  ", "text"), *day] if note and day else [*note, *day]
        tabs: list[Span] = []
        for number, (name, title, _question) in enumerate(VIEWS, start=1):
            here = name == self.active
            tabs.append((f" {number}", "mark" if here else "quiet"))
            tabs.append((f" {_(title)} ", "strong" if here else "quiet"))
        left: list[Span] = [(" nettui  ", "quiet"), *tabs]
        if width_of(left) + width_of(right) > width:
            left = tabs
        if width_of(left) + width_of(right) > width:
            right = note
        if width_of(left) + width_of(right) > width:
            right = []
        return self.strip_of(Line(tuple(left), tuple(right)), width)
