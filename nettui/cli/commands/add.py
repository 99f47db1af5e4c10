"""``nettui add`` (also ``nettui log``): one line of what happened.

The command that is typed most: it prints plain lines and imports neither Rich nor anything else it can do without.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from nettui.cli.command import Argument, declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from nettui.cli.output import Cell
    from nettui.domain.dates import PartialDate
    from nettui.services.capture.understood import Ask, Ref, Understood
    from nettui.services.network import Network

__all__ = ["command"]

_SHOWN = 5
"""As many of those whom a name may mean are listed in a question; ``--json`` has all."""


@declare(
    "add",
    paragraphs(
        N_("Write down what happened, in one line."),
        N_("When, how, with whom, what was promised, asked or given; people are found by their names."),
    ),
    examples=(
        (
            N_("nettui add yesterday: coffee with Maria about the thesis '#phd'"),
            N_("An entry, with its day and its tag."),
        ),
        (N_("nettui add 'call with Georgi. promised: send the slides by friday'"), N_("An entry and a promise.")),
        (
            N_("nettui add 'lunch with Ani. asked: recommendation by 1 dec' -n"),
            N_("Show what is understood; store nothing."),
        ),
        ("echo 'вчера: кафе с Мария' | nettui add -", N_("The line from standard input.")),
    ),
)
@click.argument("line", cls=Argument, nargs=-1, required=True)
@option("-n", "--dry-run", is_flag=True, text=N_("Show what is understood and store nothing."))
@option("--json", "json_wanted", is_flag=True, text=N_("Print JSON."))
@click.pass_context
def command(ctx: click.Context, line: tuple[str, ...], dry_run: bool, json_wanted: bool) -> None:
    """Understand the line, save it, and print what it came to."""
    from nettui.services.capture.parse import understand

    text = _typed(line)
    with current().network(read_only=dry_run) as network:
        understood = understand(network, text)
        if understood.empty:
            from nettui.errors import InvalidInput

            raise InvalidInput(
                _("There is nothing to log."), hint=_("Write what happened, for example: coffee with Maria")
            )
        thoughts = [] if understood.ask else _carried(network, understood)
        logged = None
        if not dry_run and not understood.ask:
            from nettui.services.log import log

            logged = log(network, understood)
        questions = [] if json_wanted else [_question(ask, network) for ask in understood.ask]
    if json_wanted:
        from nettui.cli.output import print_json
        from nettui.services.capture.as_json import as_json

        print_json(as_json(understood, logged))
    elif logged is not None or dry_run:
        _print(understood, network.today, saved=logged is not None)
    for question in (*questions, *thoughts):
        click.echo(f"nettui: {question}", err=True)
    ctx.exit(_status(understood, dry_run=dry_run))


def _typed(words: tuple[str, ...]) -> str:
    """Return the line: the words of the arguments, or standard input for a single ``-``."""
    from nettui.errors import InvalidInput

    if words == ("-",):
        try:
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InvalidInput(_("The line is not UTF-8 text; nothing was saved.")) from error
        return text.strip("\r\n")
    text = " ".join(words)
    if any("\ud800" <= char <= "\udfff" for char in text):  # how Python hands over bytes that are no text
        raise InvalidInput(_("The line is not UTF-8 text; nothing was saved."))
    return text


def _status(understood: Understood, *, dry_run: bool) -> int:
    """Tell on stderr what was kept as text, and return the exit status."""
    if understood.ask and not dry_run:
        return 2
    if understood.problems:
        from nettui.services.capture.problems import sentence

        for problem, about in understood.problems:
            click.echo(f"nettui: {sentence(problem, about)}", err=True)
    return 1 if understood.problems and not dry_run else 0


def _question(ask: Ask, network: Network) -> str:
    """Return whom the name may mean, told apart by where they work, and how to say it."""
    from nettui.domain.current import current_position
    from nettui.text import one_line

    shown = []
    for each in ask.candidates[:_SHOWN]:
        position = current_position(network.repository.people[each.id], network.today)
        where = f", {one_line(position.organisation)}" if position and position.organisation else ""
        shown.append(f"{one_line(each.name)}{where} ({each.id})")
    more = ", …" if len(ask.candidates) > _SHOWN else ""
    return _(
        "Who is “{name}”: {candidates}? Nothing was saved; write the full name, or the number behind it: {example}"
    ).format(
        name=one_line(ask.text),
        candidates="; ".join(shown) + more,
        example=f"{one_line(ask.text)} @{ask.candidates[0].id}",
    )


def _carried(network: Network, understood: Understood) -> list[str]:
    """Return whom the line asks for something who carries several requests already: worth a thought, no obstacle."""
    asked = {
        each.person.id: each.person.name
        for each in understood.exchanges
        if each.person and each.person.id and (each.direction.value, each.status.value) == ("received", "asked")
    }
    if not asked:
        return []
    from nettui.domain.ask_load import ask_load
    from nettui.services.index import Index
    from nettui.services.views.reasons import ask_load_words
    from nettui.text import one_line

    index = Index(network)
    loads = [(ask_load(index.exchanges_of(who), who, index.today), name) for who, name in asked.items()]
    return [words for load, name in loads if (words := ask_load_words(load, one_line(name)))]


def _print(understood: Understood, today: date, *, saved: bool) -> None:
    """Print what was understood: a line of its own for each thing, its name in front."""
    from nettui.cli.output import print_brief
    from nettui.services.views.words import CHANNELS, since, word

    at = understood.at
    when = [since(at.day, today), str(at).replace("T", " "), word(CHANNELS, understood.channel.value)]
    title = _("Saved") if saved else _("Understood, not saved")
    rows = list(_rows(understood))
    wide = max((len(label) for label, _parts in rows), default=0)
    print_brief(
        [
            [(title, "accent"), "  " + " · ".join(when)],
            *([(f"  {label:<{wide}}  ", "dim"), *parts] for label, parts in rows),
        ]
    )


def _rows(understood: Understood) -> Iterator[tuple[str, list[Cell]]]:
    if understood.people:
        yield _("with"), [(_names(understood.people), "strong")]
    if understood.mentions:
        yield _("about"), [(_names(understood.mentions), "strong")]
    if understood.text:
        yield _("text"), [" ".join(understood.text.split())]
    if understood.tags:
        yield _("tags"), [" ".join(f"#{tag}" for tag in understood.tags)]
    for promise in understood.promises:
        label = _("I promised") if promise.whose.value == "mine" else _("promised to me")
        yield label, _row(promise.person, promise.text, promise.due)
    for each in understood.exchanges:
        from nettui.services.names import kind_and_subject

        labels = {
            ("given", "asked"): _("asked of me"),
            ("given", "offered"): _("I offered"),
            ("given", "done"): _("I gave"),
            ("received", "asked"): _("I asked"),
            ("received", "offered"): _("offered to me"),
            ("received", "done"): _("I received"),
        }
        what = kind_and_subject(each.kind, each.subject)
        yield labels[each.direction.value, each.status.value], _row(each.person, what, each.due)


def _row(person: Ref | None, what: str, due: PartialDate | None) -> list[Cell]:
    parts: list[Cell] = [(person.name, "strong"), "  "] if person else []
    parts.append(what)
    if due is not None:
        parts.append(("  " + _("by {date}").format(date=due), "accent"))
    return parts


def _names(people: Iterable[Ref]) -> str:
    return ", ".join(_("{name} (new)").format(name=ref.name) if ref.new else ref.name for ref in people)
