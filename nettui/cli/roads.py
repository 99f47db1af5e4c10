"""``nettui breadth --roads NAME``: the roads into a company or an industry, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.session import current
from nettui.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from nettui.cli.output import Cell
    from nettui.services.ports import Json
    from nettui.services.views.roads import RoadsView, StayRow, TieRow

__all__ = ["as_json", "print_roads"]


def print_roads(name: str, *, json_wanted: bool) -> None:
    """Print the roads into what ``name`` means. Raises InvalidInput for several, NotFound for nothing."""
    from nettui.services.index import Index
    from nettui.services.views.roads import find_place, roads_view

    with current().network(read_only=True) as network:
        index = Index(network)
        view = roads_view(index, find_place(index, name))
        today = network.today
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(view))
        return
    _show(view, today)


def _show(view: RoadsView, today: date) -> None:
    from nettui.cli.output import Column, Table, print_lines, print_table
    from nettui.services.views.roads import kind_word, stay_words, tie_words

    print_lines([[(_("Roads into {name}").format(name=view.place.name), "strong"), f"  {kind_word(view.place.kind)}"]])
    parts: list[tuple[str, list[tuple[Cell, ...]]]] = []
    for title, stays, over in ((_("Are there"), view.here, False), (_("Were there"), view.were, True)):
        rows: list[tuple[Cell, ...]] = [
            (each.person.name, stay_words(each.position, view.place.kind, today, over=over)) for each in stays
        ]
        parts.append((title, rows))
    ties: list[tuple[Cell, ...]] = [
        (bridge.person.name if not number else "", tie_words(tie, today))
        for bridge in view.bridges
        for number, tie in enumerate(bridge.ties)
    ]
    for (title, rows), count in zip(
        [*parts, (_("Could introduce you"), ties)],
        (len(view.here), len(view.were), len(view.bridges)),
        strict=True,
    ):
        print_lines(["", [(title, "strong"), (f"  {count}", "dim")]])
        if not rows:
            print_lines([[("  " + _("nobody that is written down"), "dim")]])
            continue
        columns = (Column(title=_("Name"), least=14, rank=0), Column(title=_("Why"), least=24, rank=0))
        print_table(Table(columns, rows, empty=""), indent=2)


def as_json(view: RoadsView) -> dict[str, Json]:
    """Return the contract's JSON of the roads."""
    from nettui.cli.json_shapes import iso, ref

    def stay(row: StayRow) -> Json:
        position = row.position
        return {
            "person": ref(row.person),
            "title": position.title or None,
            "organisation": position.organisation or None,
            "study": position.study,
            "since": iso(position.since),
            "until": iso(position.until),
        }

    def tie(row: TieRow) -> Json:
        return {"kind": row.kind.value, "to": ref(row.to), "on": iso(row.on), "times": row.times}

    return {
        "kind": view.place.kind.value,
        "name": view.place.name,
        "here": [stay(row) for row in view.here],
        "were": [stay(row) for row in view.were],
        "could_introduce": [
            {"person": ref(bridge.person), "ties": [tie(each) for each in bridge.ties]} for bridge in view.bridges
        ],
    }
