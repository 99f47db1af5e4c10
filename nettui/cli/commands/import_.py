"""``nettui import``: bring in what another program knows, or only show what that would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nettui.cli.command import Argument, declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nettui.cli.output import Line
    from nettui.domain.incoming import Problem
    from nettui.domain.records import Person
    from nettui.services.importing.match import Ask
    from nettui.services.importing.plan import Plan, PlannedChange
    from nettui.services.ports import Json

__all__ = ["as_json", "command", "lines"]

_BLANKS = 30
_SHOWN = 12
"""Changes, questions and problems printed of each sort; the JSON has all."""


@declare(
    "import",
    paragraphs(
        N_("Import a LinkedIn archive or another nettui file."),
        N_("A zip, its folder, or one of its CSV files. Importing again brings only what differs."),
        N_("What needs no decision is done; the rest is left out and told (exit status 1)."),
    ),
    examples=(
        ("nettui import Basic_LinkedInDataExport_11-03-2026.zip -n", N_("Show the plan; nothing is stored.")),
        ("nettui import Basic_LinkedInDataExport_11-03-2026.zip", N_("Do it; nettui undo takes all of it back.")),
        ("nettui import --as json other.json", N_("The records of another nettui file.")),
    ),
)
@click.argument("path", cls=Argument, type=click.Path(path_type=Path))
@option("--as", "wanted", metavar="FORMAT", text=N_("What the file is, instead of finding out: linkedin, json."))
@option("-n", "--dry-run", is_flag=True, text=N_("Show the plan and store nothing."))
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON."))
@click.pass_context
def command(ctx: click.Context, path: Path, wanted: str | None, dry_run: bool, json_wanted: bool) -> None:
    """Plan, print, and apply."""
    from nettui.cli.reading import check_format, read
    from nettui.services.importing.apply import apply
    from nettui.services.importing.plan import plan as make_plan

    check_format(wanted)
    with current().network(read_only=dry_run) as network, _Waiting():
        plan = make_plan(network, read(path, wanted, network.repository.me))
        people = dict(network.repository.people)
        applied = False
        if not dry_run:
            applied = apply(network, plan) is not None
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(plan, people, applied=applied))
    else:
        from nettui.cli.output import print_lines

        print_lines(lines(plan, people, applied=applied, dry_run=dry_run))
    if plan.asks or plan.problems:
        ctx.exit(1)


class _Waiting:
    """A line on the terminal's stderr that goes away again: large archives take seconds. Silent in a pipe."""

    def __enter__(self) -> None:
        import sys

        self._shown = sys.stderr.isatty()
        if self._shown:
            click.echo(_("Reading …"), err=True, nl=False)
            # Overwritten with blanks, not erased by an escape: a dumb terminal would show that.

    def __exit__(self, *_error: object) -> None:
        if self._shown:
            click.echo(f"\r{'':{_BLANKS}}\r", err=True, nl=False)


def _count(counts: Mapping[str, int], prefix: str, table: str) -> int:
    return counts.get(f"{prefix}_{table}", 0)


def lines(plan: Plan, people: Mapping[str, Person], *, applied: bool, dry_run: bool) -> list[Line]:
    """Return what was read, what is new, changed, the same, to be decided, left out and wrong."""
    from nettui.services.importing.words import source_size

    found: list[Line] = [[(plan.name, "strong"), f"  {source_size(plan)}"]]
    if plan.older:
        found.append(_("Older than what was imported before: it only adds, and changes nothing."))
    found += _sums(plan)
    found += _section(_("changed"), [line for change in plan.changed for line in _change_lines(change, people)])
    found += _section(_("no longer listed there (they stay here)"), [f"  {each.name}" for each in plan.missing])
    found += _section(_("recognised as one person"), [f"  {each.name}: {_(why)}" for each, why in plan.joined])
    found += _section(_("to be decided"), [_ask_line(ask, people) for ask in plan.asks])
    found += _section(_("left out"), [f"  {count:>5}  {_(reason)}" for reason, count in sorted(plan.left_out.items())])
    found += _section(_("problems"), [_problem_line(problem) for problem in plan.problems])
    found += ["", _ending(plan, applied=applied, dry_run=dry_run)]
    return found


def _ending(plan: Plan, *, applied: bool, dry_run: bool) -> str:
    undecided = len(plan.asks)
    waits = (
        " "
        + ngettext(
            "{n} person waits for your decision and was left out.",
            "{n} people wait for your decision and were left out.",
            undecided,
        ).format(n=undecided)
        if undecided
        else ""
    )
    if dry_run:
        return _("A plan only: nothing was stored.") + waits
    if applied:
        return _("Imported. {command} takes it back.").format(command="nettui undo") + waits
    return _("Nothing new: everything was here already.") + waits


def _sums(plan: Plan) -> list[Line]:
    from nettui.domain.change import Table

    counts = plan.counts()
    titles = ((Table.PEOPLE, _("people")), (Table.ENTRIES, _("entries")), (Table.EXCHANGES, _("exchanges")))
    longest = max(len(title) for _table, title in titles)
    return [
        f"  {title:<{longest}}  "
        + _("{new} new, {changed} changed, {same} the same").format(
            new=_count(counts, "new", table), changed=_count(counts, "changed", table), same=plan.same[table]
        )
        for table, title in titles
    ]


def _section(title: str, body: list[Line]) -> list[Line]:
    if not body:
        return []
    more: list[Line] = []
    if len(body) > _SHOWN:
        left = len(body) - _SHOWN
        more = [[("  " + ngettext("… {n} more line", "… {n} more lines", left).format(n=left), "dim")]]
    return ["", [(title, "accent")], *body[:_SHOWN], *more]


def _change_lines(change: PlannedChange, people: Mapping[str, Person]) -> Iterator[Line]:
    """Yield a line for each field: what it was and what it is; what was edited by hand stays."""
    from nettui.services.importing.words import field_name, field_values, record_name

    for field in change.fields:
        kept = "  " + _("kept as you wrote it") if field.kept else ""
        yield [
            f"  {record_name(change.after, people)}  ",
            (f"{field_name(field)}: ", "dim"),
            " → ".join(field_values(field, people)),
            (kept, "dim"),
        ]


def _ask_line(ask: Ask, people: Mapping[str, Person]) -> Line:
    names = [f"{people[each].name} ({each})" if each in people else each for each in ask.candidates]
    return [f"  {ask.name}  ", (_(ask.evidence), "dim"), "  " + ", ".join(names)]


def _problem_line(problem: Problem) -> Line:
    from nettui.services.importing.words import where_of

    value = f" “{problem.value}”" if problem.value else ""
    return [(f"  {where_of(problem)}: ", "dim"), f"{problem.problem}{value}"]


def as_json(plan: Plan, people: Mapping[str, Person], *, applied: bool) -> dict[str, Json]:
    """Return the contract's JSON; ``missing`` counts people whom the source no longer lists. Reasons stay English."""
    from nettui.domain.change import Table

    counts = plan.counts()
    tables = (Table.PEOPLE, Table.ENTRIES, Table.EXCHANGES)
    return {
        "source": plan.source,
        "files": [{"name": file.name, "rows": file.rows} for file in plan.files],
        "new": {table.value: _count(counts, "new", table) for table in tables},
        "changed": {table.value: _count(counts, "changed", table) for table in tables},
        "same": {table.value: plan.same[table] for table in tables},
        "missing": len(plan.missing),
        "ask": [
            {
                "name": ask.name,
                "candidates": [
                    {"id": each, "name": people[each].name if each in people else ""} for each in ask.candidates
                ],
                "evidence": ask.evidence,
            }
            for ask in plan.asks
        ],
        "left_out": [{"reason": reason, "count": count} for reason, count in sorted(plan.left_out.items())],
        "problems": [
            {
                "file": problem.file,
                "row": problem.row,
                "column": problem.column or None,
                "value": problem.value or None,
                "problem": problem.problem,
            }
            for problem in plan.problems
        ],
        "applied": applied,
    }
