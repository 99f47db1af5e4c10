"""``nettui breadth``: levels, companies, industries and circles, each figure with what it was counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date

    from nettui.cli.output import Line, Table
    from nettui.domain.variety import Variety
    from nettui.services.ports import Json
    from nettui.services.views.breadth import BreadthView

__all__ = ["as_json", "command", "show"]

_CONNECTORS = 5


@declare(
    "breadth",
    paragraphs(
        N_("Show which levels, companies and circles are missing."),
        N_("Each figure says from how many people it was counted; fewer than five give none."),
    ),
    examples=(
        ("nettui breadth", N_("The figures, and from how many people they were counted.")),
        ("nettui breadth --json", N_("As JSON.")),
    ),
)
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON."))
def command(json_wanted: bool) -> None:
    """Print the measures."""
    from nettui.services.index import Index
    from nettui.services.views.breadth import breadth_view

    with current().network(read_only=True) as network:
        view = breadth_view(Index(network))
        today = network.today
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(view))
        return
    show(view, today)


def show(view: BreadthView, today: date) -> None:
    """Print the view."""
    from nettui.cli.output import print_lines, print_table
    from nettui.services.views.breadth_words import known_words

    if not view.people:
        empty = _("No people yet. Import a LinkedIn archive: {command}").format(command=_("nettui import FILE.zip"))
        print_lines([empty])
        return
    print_lines([[(_("Levels"), "strong"), ("  " + known_words(view.levels.known, view.levels.unknown), "dim")]])
    print_table(_level_table(view), indent=2)
    print_lines(["", *_variety(_("Companies"), view.companies), *_variety(_("Industries"), view.industries)])
    print_lines([*_met_lines(view), "", [(_("Circles"), "strong")]])
    print_table(_circle_table(view, today), indent=2)
    if view.computed:
        print_lines(["", [(_("From positions and studies"), "strong")]])
        print_table(_computed_table(view), indent=2)


def _level_table(view: BreadthView) -> Table:
    """Return level by group; a level nobody has stays visible as a row of noughts."""
    from nettui.cli.output import Cell, Column, Table
    from nettui.domain.breadth import LEVELS as ALL_LEVELS
    from nettui.services.views.words import SHORT_LEVELS, word

    rows: list[list[Cell]] = []
    for level in ALL_LEVELS:
        counts = [view.levels.count(level, group.id) for group in view.groups]
        row: list[Cell] = [word(SHORT_LEVELS, level.value if level else "unknown")]
        row += [str(count) if count else ("·", "dim") for count in counts]
        row.append((str(len(view.levels.rows[level])), "strong"))
        rows.append(row)
    return Table(
        (
            Column(title=_("Level"), rank=0),
            *(Column(title=group.name, right=True, least=10, rank=2) for group in view.groups),
            Column(title=_("All"), right=True, rank=1),
        ),
        rows,
        empty="",
    )


def _variety(title: str, variety: Variety) -> list[Line]:
    from nettui.services.views.breadth_words import known_words, variety_words

    counted = known_words(variety.known, variety.unknown)
    return [[(title, "strong"), f"  {variety_words(variety)}", (f"  {counted}", "dim")]]


def _met_lines(view: BreadthView) -> list[Line]:
    from nettui.services.views.breadth_words import known_words, met_words

    lines: list[Line] = []
    met = view.met
    if met.enough and met.share is not None:
        counted = known_words(met.known, met.unknown)
        lines.append([(_("How we met"), "strong"), f"  {met_words(met)}", (f"  {counted}", "dim")])
    if view.connectors:
        names = ", ".join(f"{each.person.name} ({each.introduced})" for each in view.connectors[:_CONNECTORS])
        lines.append([(_("Met most people through"), "strong"), f"  {names}"])
    return lines


def _circle_table(view: BreadthView, today: date) -> Table:
    from nettui.cli.output import Column, Table
    from nettui.services.views.breadth_words import circle_words
    from nettui.services.views.words import since

    return Table(
        (
            Column(title=_("Circle"), least=10, rank=0),
            Column(title=_("People"), right=True, rank=0),
            Column(title=_("Last contact"), rank=1),
            Column(title="", least=10, rank=2),
        ),
        [
            (
                circle.group.name,
                str(circle.people),
                since(circle.last_contact, today) if circle.last_contact else ("–", "dim"),
                (circle_words(circle.people, circle.stale), "accent"),
            )
            for circle in view.circles
        ],
        empty="",
    )


def _computed_table(view: BreadthView) -> Table:
    from nettui.cli.output import Column, Table
    from nettui.services.names import computed_name

    return Table(
        (Column(title=_("Circle"), least=20, rank=0), Column(title=_("People"), right=True, rank=0)),
        [(computed_name(group), str(len(group.people))) for group in view.computed],
        empty="",
    )


def as_json(view: BreadthView) -> dict[str, Json]:
    """Return the contract's JSON. Figures counted from fewer than five people are null."""
    from nettui.cli.json_shapes import iso, ref

    return {
        "people": view.people,
        "levels": _levels_json(view),
        "levels_known": view.levels.known,
        "levels_unknown": view.levels.unknown,
        "companies": _variety_json(view.companies),
        "industries": _variety_json(view.industries),
        "circles": [
            {
                "name": circle.group.stable,
                "people": circle.people,
                "last_contact": iso(circle.last_contact),
                "empty": not circle.people,
                "stale": circle.stale,
            }
            for circle in view.circles
        ],
        "computed": [
            {"kind": group.kind.value, "organisation": group.organisation, "people": len(group.people)}
            for group in view.computed
        ],
        "employer": {
            "outside": len(view.outside.outside),
            "inside": len(view.outside.inside),
            "index": _rounded(view.outside.index) if view.outside.enough else None,
            "known": view.outside.known,
            "unknown": view.outside.unknown,
        },
        "met": {
            "on_my_own": len(view.met.on_my_own),
            "through_people": len(view.met.through_people),
            "otherwise": len(view.met.otherwise),
            "share_on_my_own": _rounded(view.met.share) if view.met.enough else None,
            "known": view.met.known,
            "unknown": view.met.unknown,
        },
        "connectors": [{"person": ref(each.person), "introduced": each.introduced} for each in view.connectors],
    }


def _levels_json(view: BreadthView) -> dict[str, Json]:
    """Return level by group, zeros too; ``none`` are people in no group, ``all`` counts everybody once."""
    from nettui.domain.breadth import LEVELS as ALL_LEVELS

    names = {level: level.value if level else "unknown" for level in ALL_LEVELS}
    columns = [(circle.group.id, circle.group.stable) for circle in view.circles]
    levels: dict[str, Json] = {
        stable: {name: view.levels.count(level, group) for level, name in names.items()} for group, stable in columns
    }
    levels["none"] = {name: view.levels.count(level, None) for level, name in names.items()}
    levels["all"] = {name: len(view.levels.rows[level]) for level, name in names.items()}
    return levels


def _variety_json(variety: Variety) -> dict[str, Json]:
    return {
        "count": variety.count if variety.enough else None,
        "effective": _rounded(variety.effective) if variety.enough else None,
        "largest": {"name": variety.largest, "share": _rounded(variety.share)} if variety.enough else None,
        "known": variety.known,
        "unknown": variety.unknown,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
