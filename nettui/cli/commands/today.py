"""``nettui today``: at most seven lines, each with its reason. Good as a greeting of a new shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option
from nettui.cli.session import current
from nettui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from nettui.cli.output import Cell
    from nettui.services.ports import Json
    from nettui.services.views.today import DueRow, TodayView

__all__ = ["as_json", "command", "show"]


@declare(
    "today",
    N_("Whom to thank, to answer or to write to, and why."),
    examples=(
        ("nettui today", N_("At most seven lines, for instance when a shell starts.")),
        ("nettui today --all", N_("Everything that waits.")),
        ("nettui today --json", N_("All of it, as JSON.")),
    ),
)
@option("--all", "everything", is_flag=True, text=N_("Print everything that waits."))
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON, with the lists in full."))
def command(everything: bool, json_wanted: bool) -> None:
    """Print the day's list."""
    from nettui.services.index import Index
    from nettui.services.views.today import today_view

    with current().network(read_only=True) as network:
        index = Index(network)
        view = today_view(index)
        nobody = not index.people
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(view, index.today))
        return
    show(view, index.today, nobody=nobody, everything=everything)


def show(view: TodayView, today: date, *, nobody: bool = False, everything: bool = False) -> None:
    """Print at most :data:`~nettui.services.views.day.LINES` lines, and how many more there are."""
    from nettui.cli.output import Column, Table, print_lines, print_table
    from nettui.services.views.day import day_lines, how_many

    waiting = how_many(view)
    lines = day_lines(view, today, waiting) if everything else day_lines(view.worth_a_line(today), today)
    columns = (Column(title="", rank=0), Column(title="", least=14, rank=0), Column(title="", least=24, rank=0))
    rows: list[list[Cell]] = [
        [
            (f"{_MARKS[line.sort.value]} {line.word}", "accent"),
            (line.name, "strong"),
            (f"{line.reason}: {line.subject}" if line.subject else line.reason, "dim"),
        ]
        for line in lines
    ]
    print_table(Table(columns, rows, empty=_empty(nobody), header=False))
    left = sum(waiting.values()) - len(rows)
    if left and rows:
        more = ngettext("and {n} more: {command}", "and {n} more: {command}", left)
        print_lines([[("  " + more.format(n=left, command="nettui today --all"), "dim")]])


_MARKS = {
    "promised": "◷",
    "thank": "+",
    "asked": "→",
    "offer": "→",
    "write": "·",
    "hello": "·",
    "birthday": "*",
    "ask": "←",
}


def _empty(nobody: bool) -> str:
    if nobody:
        return _("No people yet. Import a LinkedIn archive: {command}").format(command=_("nettui import FILE.zip"))
    return _("Nothing is waiting today. Log what happens: {command}").format(command='nettui add "…"')


def as_json(view: TodayView, today: date) -> dict[str, Json]:
    """Return the contract's JSON, the lists in full; ``reason`` is in the user's language."""
    from nettui.cli import json_shapes
    from nettui.services.views import reasons

    def due(row: DueRow) -> Json:
        return {
            "id": row.due.person,
            "name": row.name,
            "last_contact": json_shapes.iso(row.due.last),
            "due": json_shapes.iso(row.due.due),
            "reason": reasons.due_reason(row.due, today),
        }

    return {
        "promises": [json_shapes.promise(p) | {"reason": reasons.promise_reason(p, today)} for p in view.promises],
        "to_thank": [json_shapes.exchange(x) | {"reason": reasons.thanks_reason(x, today)} for x in view.to_thank],
        "asked_of_me": [
            json_shapes.exchange(x) | {"reason": reasons.exchange_reason(x, today)} for x in view.asked_of_me
        ],
        "due": [due(row) for row in view.due],
        "dormant": [due(row) for row in view.dormant],
        "birthdays": [
            {
                "id": row.id,
                "name": row.name,
                "on": row.on.isoformat(),
                "turns": row.turns,
                "reason": reasons.birthday_reason(row, today),
            }
            for row in view.birthdays
        ],
        "asks_in_the_air": [
            json_shapes.exchange(x) | {"reason": reasons.ask_reason(x, today)} for x in view.asks_in_the_air
        ],
        "offers_open": [json_shapes.exchange(x) | {"reason": reasons.offer_reason(x, today)} for x in view.offers_open],
    }
