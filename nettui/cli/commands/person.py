"""``nettui person``: one person, what is open, and everything between you."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from nettui.cli.command import Argument, declare, option, paragraphs
from nettui.cli.names import complete
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.cli.output import Cell, Line, Style
    from nettui.domain.records import Position
    from nettui.services.ports import Json
    from nettui.services.views.person import PersonView, RegisterRow
    from nettui.services.views.rows import ExchangeRow

__all__ = ["as_json", "command", "lines"]


@declare(
    "person",
    paragraphs(
        N_("Show one person and everything between you."),
        N_("Facts, what happened since you last spoke, what is open, needs, and what went each way."),
    ),
    examples=(
        (N_("nettui person Maria"), N_("By name, nickname or a part of it that fits only one.")),
        (N_("nettui person 'Maria Petrova' --json"), N_("As JSON.")),
    ),
)
@click.argument("name", cls=Argument, nargs=-1, required=True, shell_complete=complete)
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON."))
def command(name: tuple[str, ...], json_wanted: bool) -> None:
    """Print the person who is meant."""
    from nettui.domain.search import search_fold
    from nettui.services.index import Index
    from nettui.services.lookup import find_person
    from nettui.services.views.person import person_view

    session = current()
    with session.network(read_only=True) as network:
        view = person_view(Index(network), find_person(network, " ".join(name), fold=search_fold))
        today = network.today
    if not session.shows_balance():
        view = replace(view, balance=None)
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(view))
        return
    from nettui.cli.output import print_lines

    print_lines(lines(view, today))


def lines(view: PersonView, today: date) -> list[Line]:
    """Return the page, one section after the other; a section without content is left out."""
    found: list[Line] = [[(view.row.name, "strong"), *_also(view)]]
    found += _facts(view, today)
    sections = (
        (_("since you last spoke"), _since(view)),
        (_("open"), _open(view, today)),
        (_("together"), _register_lines(view.register)),
        (_("needs"), [f"  {need}" for need in view.person.needs]),
        (_("balance"), _balance(view)),
    )
    for title, body in sections:
        if body:
            found += ["", [(title, "accent")], *body]
    if not view.register:
        found += ["", _("Nothing between you is written down yet: {command}").format(command='nettui add "…"')]
    return found


def _also(view: PersonView) -> list[Cell]:
    return [(f"  ({', '.join(view.row.also)})", "dim")] if view.row.also else []


def _facts(view: PersonView, today: date) -> list[Line]:
    from nettui.services.views.words import LEVELS, since, until, word

    row, person = view.row, view.person
    work = ", ".join(part for part in (row.title, row.organisation) if part)
    standing = [group.name for group in row.groups] + ([word(LEVELS, row.level.value)] if row.level else [])
    met = ""
    if person.met is not None:
        how = [str(person.met.on or ""), person.met.how]
        how.append(_("through {name}").format(name=view.introduced_by.name) if view.introduced_by else "")
        met = ", ".join(part for part in how if part)
    last = since(row.last_contact, today) if row.last_contact else _("nothing written down yet")
    due = _(", due {when}").format(when=until(row.due, today)) if row.due else ""
    facts = (
        (_("Work"), work),
        (_("Circles"), " · ".join(standing)),
        (_("Together at"), ", ".join(group.organisation for group in view.shared)),
        (_("Place"), person.place),
        (_("Met"), met),
        (_("Last contact"), last + due),
        (_("Birthday"), str(person.birthday or "")),
        (_("Mail"), ", ".join(person.emails)),
        (_("Telephone"), ", ".join(person.phones)),
        (_("Links"), ", ".join(person.links)),
        (_("In common"), person.in_common),
        (_("Can vouch for me"), person.can_vouch),
        (_("I can vouch for"), person.i_can_vouch),
        (_("Tags"), " ".join(f"#{tag}" for tag in person.tags)),
        (_("Notes"), person.notes),
    )
    known = [(title, value) for title, value in facts if value]
    longest = max(len(title) for title, _value in known)
    return [[(f"  {title:<{longest}}  ", "dim"), value] for title, value in known]


def _since(view: PersonView) -> list[Line]:
    found: list[Line] = []
    for position in view.started:
        text = _("started at {organisation}").format(organisation=position.organisation)
        if position.title:
            text = _("started as {title} at {organisation}").format(
                title=position.title, organisation=position.organisation
            )
        found.append(f"  {position.since}  {text}")
    return found + [[f"  {row.on}  ", (_("mentioned: "), "dim"), row.text] for row in view.mentioned]


def _open(view: PersonView, today: date) -> list[Line]:
    from nettui.services.views.reasons import promise_reason

    whose = {"mine": _("I promised"), "theirs": _("promised to me")}
    found: list[Line] = [
        [f"  ◷ {whose[promise.whose.value]}: ", promise.text, (f"  {promise_reason(promise, today)}", "dim")]
        for promise in view.promises
    ]
    return found + [_open_exchange(view, each) for each in view.exchanges]


def _open_exchange(view: PersonView, each: ExchangeRow) -> Line:
    from nettui.domain.statuses import STATUS_NAMES
    from nettui.services.names import KIND_NAMES

    arrow = {"given": "→", "received": "←"}[each.direction.value]
    if each.introduction is not None:
        from nettui.services.views.introductions import about, next_words, state

        said = about(each.introduction, each.subject, view.person.id)
        return [f"  {arrow} {said}, {state(each.introduction)}", (f"  {next_words(each.introduction)}", "dim")]
    return [
        f"  {arrow} {_(KIND_NAMES[each.kind])}, {_(STATUS_NAMES[each.status])}",
        (f" {each.on}" if each.on else "", "dim"),
        f"  {each.subject}" if each.subject else "",
    ]


def _register_lines(rows: Sequence[RegisterRow]) -> list[Line]:
    """Return one line a row: the day, what it was, in a column as wide as it must be, and the text."""
    parts = [_register_parts(row) for row in rows]
    wide = max((len(what) for what, _style, _text, _status in parts), default=0)
    return [
        [
            (f"  {row.on or '–'!s:<10}  ", "dim"),
            (f"{what:<{wide}}  ", style),
            text,
            (f"  {status}" if status else "", "dim"),
        ]
        for row, (what, style, text, status) in zip(rows, parts, strict=True)
    ]


def _register_parts(row: RegisterRow) -> tuple[str, Style, str, str]:
    from nettui.domain.records import Entry, Exchange
    from nettui.domain.statuses import STATUS_NAMES
    from nettui.services.views.words import CHANNELS, word

    record = row.record
    if isinstance(record, Entry):
        return word(CHANNELS, record.channel.value), "accent", row.text, ""
    if isinstance(record, Exchange):
        way = _("→ given") if record.direction.value == "given" else _("← received")
        return way, "", row.text, row.state or _(STATUS_NAMES[record.status])
    made = _("I promised") if record.whose.value == "mine" else _("promised to me")
    kept = _("kept {date}").format(date=record.done_on) if record.done_on else _("open")
    return made, "", row.text, kept


def _balance(view: PersonView) -> list[Line]:
    from nettui.services.names import KIND_NAMES

    return [
        "  "
        + _("{kind}: given {given}, received {received}").format(
            kind=_(KIND_NAMES[row.kind]), given=row.given, received=row.received
        )
        for row in view.balance or ()
        if row.given or row.received
    ]


def as_json(view: PersonView) -> dict[str, Json]:
    """Return the contract's JSON: the row of ``people`` and all that is known beside it."""
    from nettui.cli import json_shapes
    from nettui.cli.json_shapes import iso

    person = view.person
    met: Json = None
    if person.met is not None:
        met = {
            "on": iso(person.met.on),
            "how": person.met.how or None,
            "by": json_shapes.ref(view.introduced_by),
        }
    rest: dict[str, Json] = {
        "positions": [_position(position) for position in person.positions],
        "place": person.place or None,
        "emails": list(person.emails),
        "phones": list(person.phones),
        "links": list(person.links),
        "birthday": iso(person.birthday),
        "met": met,
        "in_common": person.in_common or None,
        "can_vouch": person.can_vouch or None,
        "i_can_vouch": person.i_can_vouch or None,
        "needs": list(person.needs),
        "tags": list(person.tags),
        "notes": person.notes or None,
        "shared": [{"kind": group.kind.value, "organisation": group.organisation} for group in view.shared],
        "since_last_contact": {
            "positions": [_position(position) for position in view.started],
            "mentions": [_register(row) for row in view.mentioned],
        },
        "open": {
            "promises": [json_shapes.promise(row) for row in view.promises],
            "exchanges": [json_shapes.exchange(row) for row in view.exchanges],
        },
        "register": [_register(row) for row in view.register],
        "balance": [json_shapes.balance(row) for row in view.balance or ()],
    }
    return json_shapes.person(view.row) | rest


def _position(position: Position) -> Json:
    from nettui.cli.json_shapes import iso

    return {
        "organisation": position.organisation or None,
        "title": position.title or None,
        "industry": position.industry or None,
        "since": iso(position.since),
        "until": iso(position.until),
        "study": position.study,
    }


def _register(row: RegisterRow) -> Json:
    from nettui.cli.json_shapes import iso

    return {"on": iso(row.on), "type": row.type, "id": row.id, "text": row.text}
