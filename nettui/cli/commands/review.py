"""``nettui review``: the five steps of this week's review with their items and reasons. It stores nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option
from nettui.cli.session import current
from nettui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from nettui.cli.output import Cell
    from nettui.services.ports import Json
    from nettui.services.views.review import ReviewView
    from nettui.services.views.rows import ReviewLine

__all__ = ["as_json", "command", "show"]


@declare(
    "review",
    N_("The weekly review: whom you met, whom to thank, what you promised, who drifts."),
    examples=(
        ("nettui review", N_("At most seven lines in five steps; in the app w answers them.")),
        ("nettui review --json", N_("The same as JSON, with the answers given so far.")),
    ),
)
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON."))
def command(json_wanted: bool) -> None:
    """Print this week's review as it stands, or what it would be."""
    from nettui.services.index import Index
    from nettui.services.views.review import review_view

    with current().network(read_only=True) as network:
        index = Index(network)
        view = review_view(index)
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(view))
        return
    show(view, index.today)


def show(view: ReviewView, today: date) -> None:
    """Print the steps that ask something, and where the review stands."""
    from rich.cells import cell_len

    from nettui.cli.output import Column, Table, print_lines, print_table
    from nettui.domain.records import ReviewStep
    from nettui.services.views.review import STEP_WORDS
    from nettui.services.views.words import weekday_and_date
    from nettui.text import visible

    # The names stand under each other in all five tables: a title that is not printed still takes its width.
    widest = max((cell_len(visible(_name(line))) for line in view.lines), default=0)
    names = Column(title=" " * widest, least=14, rank=0)
    columns = (Column(title="", rank=0), names, Column(title="", least=24, rank=0))
    for step in ReviewStep:
        lines = view.of(step)
        if lines:
            print_lines([[(_(STEP_WORDS[step]), "accent")]])
            print_table(Table(columns, [_cells(line) for line in lines], empty="", header=False))
    waiting = len(view.open)
    if waiting:
        told = ngettext("{n} line waits", "{n} lines wait", waiting).format(n=waiting)
    else:
        told = _("That was the week.") if view.lines else _("Nothing waits this week.")
        if view.upcoming is not None:
            told += " " + _("The next review is on {day}.").format(day=weekday_and_date(view.upcoming, today))
    print_lines([[(told, "dim")]])


def _name(line: ReviewLine) -> str:
    return line.person.name if line.person is not None else ""


def _cells(line: ReviewLine) -> list[Cell]:
    from nettui.services.views.review import answer_word

    name = _name(line)
    if not line.open:
        return ["  ✓", (name, "dim"), (answer_word(line), "dim")]
    return ["  ·", (name, "strong"), (f"{line.reason}: {line.subject}" if line.subject else line.reason, "dim")]


def as_json(view: ReviewView) -> dict[str, Json]:
    """Return the contract's JSON: ``answer`` is null while an item waits, ``elsewhere`` where it was settled so."""
    from nettui.cli import json_shapes
    from nettui.domain.records import ReviewStep

    def item(line: ReviewLine) -> Json:
        answer = line.item.answer.value if line.item.answer is not None else None
        return {
            "table": line.item.table.value,
            "id": line.item.about,
            "person": json_shapes.ref(line.person),
            "reason": line.reason,
            "answer": "elsewhere" if line.elsewhere else answer,
        }

    return {
        "week": view.review.week.isoformat(),
        "steps": [{"step": step.value, "items": [item(line) for line in view.of(step)]} for step in ReviewStep],
    }
