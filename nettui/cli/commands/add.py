"""``nettui add`` (also ``nettui log``): one line of what happened.

The command that is typed most: it prints plain lines and imports neither Rich nor anything else it can do without.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        ("nettui add yesterday: coffee with Maria about the thesis '#phd'", N_("An entry, with its day and its tag.")),
        ("nettui add 'call with Georgi. promised: send the slides by friday'", N_("An entry and a promise.")),
        (
            "nettui add 'lunch with Ani. asked: recommendation by 1 dec' -n",
            N_("Show what is understood; store nothing."),
        ),
        ("echo 'вчера: кафе с Мария' | nettui add -", N_("The line from standard input.")),
    ),
)
@click.argument("line", nargs=-1, required=True)
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
        _print(understood, saved=logged is not None)
    for question in questions:
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
    from nettui.services.capture.problems import sentence

    if understood.ask and not dry_run:
        return 2
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


def _print(understood: Understood, *, saved: bool) -> None:
    from nettui.services.views.words import CHANNELS, word
    from nettui.text import visible

    head = [_("Saved") if saved else _("Understood"), str(understood.at).replace("T", " ")]
    head.append(word(CHANNELS, understood.channel.value))
    if understood.people:
        head.append(_("with {names}").format(names=_names(understood.people)))
    if understood.mentions:
        head.append(_("about {names}").format(names=_names(understood.mentions)))
    head += [f"#{tag}" for tag in understood.tags]
    click.echo(visible(" · ".join(head)))
    if understood.text:
        click.echo(f"  {visible(' '.join(understood.text.split()))}")
    for line in (*_promises(understood), *_exchanges(understood)):
        click.echo(f"  {visible(line)}")


def _names(people: Iterable[Ref]) -> str:
    return ", ".join(_("{name} (new)").format(name=ref.name) if ref.new else ref.name for ref in people)


def _promises(understood: Understood) -> Iterator[str]:
    whose = {"mine": _("I promised"), "theirs": _("promised to me")}
    for promise in understood.promises:
        who = f" ({promise.person.name})" if promise.person else ""
        due = ", " + _("by {date}").format(date=promise.due) if promise.due else ""
        yield f"{whose[promise.whose.value]}{who}: {promise.text}{due}"


def _exchanges(understood: Understood) -> Iterator[str]:
    from nettui.domain.statuses import STATUS_NAMES
    from nettui.services.names import KIND_NAMES

    ways = {"given": _("→ given"), "received": _("← received")}
    open_ways = {"given": _("→ to give"), "received": _("← to receive")}
    for each in understood.exchanges:
        way = (ways if each.status.value == "done" else open_ways)[each.direction.value]
        subject = f": {each.subject}" if each.subject else ""
        due = ", " + _("by {date}").format(date=each.due) if each.due else ""
        yield f"{way} ({each.person.name}): {_(KIND_NAMES[each.kind])}, {_(STATUS_NAMES[each.status])}{subject}{due}"
