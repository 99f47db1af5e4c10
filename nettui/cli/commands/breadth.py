"""``nettui breadth``: levels, companies, industries and circles, each figure with what it was counted from.

``--roads NAME`` prints instead who is at a company or in an industry, who was, and who could introduce one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date

    from nettui.cli.output import Line, Table
    from nettui.domain.outside import OutsideBalance
    from nettui.domain.variety import Variety
    from nettui.services.ports import Json
    from nettui.services.views.breadth import BreadthView

__all__ = ["as_json", "command", "show"]


@declare(
    "breadth",
    paragraphs(
        N_("Show which levels, companies and circles are missing."),
        N_("Each figure says from how many people it was counted; fewer than five give none."),
    ),
    examples=(
        ("nettui breadth", N_("The figures, and from how many people they were counted.")),
        ("nettui breadth --why", N_("With what each figure says, its source and what it does not say.")),
        ('nettui breadth --roads "Acme"', N_("Who is there, who was, and who could introduce you.")),
        ("nettui breadth --json", N_("As JSON.")),
    ),
)
@option("--why", is_flag=True, text=N_("Print why each figure is there, and its source."))
@option("--roads", metavar="NAME", text=N_("Show the roads into a company or an industry."))
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON."))
def command(json_wanted: bool, why: bool, roads: str | None) -> None:
    """Print the measures, or the roads."""
    from nettui.services.index import Index
    from nettui.services.views.breadth import breadth_view

    if roads is not None:
        from nettui.cli.roads import print_roads

        print_roads(roads, json_wanted=json_wanted)
        return
    with current().network(read_only=True) as network:
        view = breadth_view(Index(network))
        today = network.today
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(view))
        return
    show(view, today, reasons=why)


def show(view: BreadthView, today: date, *, reasons: bool = False) -> None:
    """Print the view, with ``reasons`` also why each measure is there."""
    from nettui.cli.output import print_lines, print_table
    from nettui.services.views.breadth_why import Measure, why
    from nettui.services.views.breadth_words import known_words, network_words, outside_words, reached_words

    def because(measure: Measure) -> list[Line]:
        return [[(f"  {why(measure)}", "dim")]] if reasons else []

    if not view.people:
        empty = _("No people yet. Import a LinkedIn archive: {command}").format(command=_("nettui import FILE.zip"))
        print_lines([empty])
        return
    print_lines([network_words(view), ""])
    print_lines([[(_("Levels"), "strong"), ("  " + known_words(view.levels.known, view.levels.unknown), "dim")]])
    print_lines(because(Measure.LEVELS))
    print_table(_level_table(view), indent=2)
    print_lines([f"  {reached_words(view.levels)}"] if view.levels.enough else [])
    print_lines(["", *_variety(_("Companies"), view.companies), *because(Measure.COMPANIES)])
    print_lines([*_variety(_("Industries"), view.industries), *because(Measure.INDUSTRIES)])
    for title, balance, measure in (
        (_("Outside your company"), view.outside, Measure.EMPLOYER),
        (_("Outside your industry"), view.outside_industry, Measure.TRADE),
    ):
        said = outside_words(balance, industry=measure is Measure.TRADE)
        print_lines([_balance(title, balance, said), *because(measure)])
    print_lines([*_met_lines(view, today), *(because(Measure.MET) if view.met.enough else [])])
    print_lines(because(Measure.CONNECTORS) if view.connectors else [])
    print_lines(["", [(_("Circles"), "strong")], *because(Measure.CIRCLES), *_spread_lines(view)])
    print_lines(because(Measure.GROUPS) if view.spread.enough else [])
    print_table(_circle_table(view, today), indent=2)
    if view.computed:
        print_lines(["", [(_("From positions and studies"), "strong")], *because(Measure.COMPUTED)])
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


def _balance(title: str, balance: OutsideBalance, said: str) -> Line:
    from nettui.services.views.breadth_words import index_words, known_words

    words = index_words(balance)
    counted = known_words(balance.known, balance.unknown)
    return [(title, "strong"), f"  {said}" + (f", {words}" if words else ""), (f"  {counted}", "dim")]


def _spread_lines(view: BreadthView) -> list[Line]:
    from nettui.services.views.breadth_words import known_words, spread_words

    if not view.spread.enough:
        return []
    largest = next((circle.group.name for circle in view.circles if circle.group.id == view.spread.largest), "")
    counted = known_words(view.spread.known, view.spread.unknown)
    return [[f"  {spread_words(view.spread, largest)}", (f"  {counted}", "dim")]]


def _met_lines(view: BreadthView, today: date) -> list[Line]:
    from nettui.domain.connectors import TOP
    from nettui.services.views.breadth_words import known_words, met_words, thanks_words

    lines: list[Line] = []
    met = view.met
    if met.enough and met.share is not None:
        counted = known_words(met.known, met.unknown)
        lines.append([(_("How we met"), "strong"), f"  {met_words(met)}", (f"  {counted}", "dim")])
    if view.connectors:
        lines.append([(_("Met most people through"), "strong")])
        lines += [
            [f"  {each.introduced:>3}  {each.person.name}", (f"  {thanks_words(each.thanks, today)}", "dim")]
            for each in view.connectors[:TOP]
        ]
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
    from nettui.domain.records import Level

    return {
        "people": view.people,
        "levels": _levels_json(view),
        "levels_known": view.levels.known,
        "levels_unknown": view.levels.unknown,
        "levels_reached": view.levels.reached if view.levels.enough else None,
        "levels_share": {level.value: _rounded(view.levels.share(level)) for level in Level}
        if view.levels.enough
        else None,
        "companies": _variety_json(view.companies),
        "industries": _variety_json(view.industries),
        "groups": _groups_json(view),
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
        "employer": _balance_json(view.outside),
        "trade": _balance_json(view.outside_industry),
        "met": {
            "on_my_own": len(view.met.on_my_own),
            "through_people": len(view.met.through_people),
            "otherwise": len(view.met.otherwise),
            "share_on_my_own": _rounded(view.met.share) if view.met.enough else None,
            "known": view.met.known,
            "unknown": view.met.unknown,
        },
        "connectors": [
            {
                "person": ref(each.person),
                "introduced": each.introduced,
                "unthanked": len(each.thanks.waiting) if each.thanks is not None else None,
                "thanked": each.thanks.thanked if each.thanks is not None else None,
                "last_thanked": iso(each.thanks.last) if each.thanks is not None else None,
            }
            for each in view.connectors
        ],
    }


def _balance_json(balance: OutsideBalance) -> Json:
    return {
        "outside": len(balance.outside),
        "inside": len(balance.inside),
        "index": _rounded(balance.index) if balance.enough else None,
        "known": balance.known,
        "unknown": balance.unknown,
    }


def _groups_json(view: BreadthView) -> Json:
    spread = view.spread
    largest = next((circle.group.stable for circle in view.circles if circle.group.id == spread.largest), None)
    return {
        "count": spread.count if spread.enough else None,
        "effective": _rounded(spread.effective) if spread.enough else None,
        "largest": {"name": largest, "share": _rounded(spread.share)} if spread.enough else None,
        "known": spread.known,
        "unknown": spread.unknown,
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
