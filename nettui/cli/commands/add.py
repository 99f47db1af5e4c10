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
    from collections.abc import Iterable, Iterator, Mapping

    from nettui.services.capture.understood import Ask, Problem, Ref, Understood
    from nettui.services.log import Logged
    from nettui.services.ports import Json

__all__ = ["as_json", "command"]


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
    if json_wanted:
        from nettui.cli.output import print_json

        print_json(as_json(understood, logged))
    elif logged is not None or dry_run:
        _print(understood, saved=logged is not None)
    ctx.exit(_status(understood, dry_run=dry_run, told=json_wanted))


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


def _status(understood: Understood, *, dry_run: bool, told: bool) -> int:
    """Tell on stderr what must be decided and what was kept as text, and return the exit status."""
    from nettui.text import one_line

    if understood.ask and not told:
        for ask in understood.ask:
            click.echo(f"nettui: {_question(ask)}", err=True)
    if understood.ask and not dry_run:
        return 2
    for problem, about in understood.problems:
        click.echo(f"nettui: {_sentence(problem).format(text=one_line(about))}", err=True)
    return 1 if understood.problems and not dry_run else 0


def _question(ask: Ask) -> str:
    from nettui.text import one_line

    names = ", ".join(f"{one_line(each.name)} ({each.id})" for each in ask.candidates)
    return _("Who is “{name}”: {candidates}? Nothing was saved; write the full name.").format(
        name=one_line(ask.text), candidates=names
    )


def _sentence(problem: Problem) -> str:
    sentences = {
        "future": _("“{text}” lies ahead, so it is kept as text; the journal is of what was."),
        "unknown-name": _('Nobody is called “{text}”; it is kept as text. +"New Person" makes one.'),
        "nobody": _("“{text}” names nobody, so it is kept as text."),
    }
    return sentences[problem.value]


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


def as_json(understood: Understood, logged: Logged | None) -> dict[str, Json]:
    """Return the contract's JSON. What was not saved, new or undecided people have no id."""
    made = {person.name: person.id for person in logged.people} if logged else {}
    entry = logged.entry if logged else None

    def person(ref: Ref | None) -> Json:
        return None if ref is None else {"id": ref.id or made.get(ref.name), "name": ref.name}

    return {
        "saved": entry is not None,
        "entry": {
            "id": entry.id if entry else None,
            "at": str(understood.at),
            "channel": understood.channel.value,
            "text": understood.text,
            "tags": list(understood.tags),
        },
        "people": [_person(ref, made) for ref in understood.people],
        "mentions": [_person(ref, made) for ref in understood.mentions],
        "promises": [
            {
                "text": promise.text,
                "whose": promise.whose.value,
                "due": str(promise.due) if promise.due else None,
                "person": person(promise.person),
            }
            for promise in understood.promises
        ],
        "exchanges": [
            {
                "kind": each.kind.value,
                "direction": each.direction.value,
                "status": each.status.value,
                "person": person(each.person),
                "due": str(each.due) if each.due else None,
            }
            for each in understood.exchanges
        ],
        "ask": [
            {"text": ask.text, "candidates": [{"id": each.id, "name": each.name} for each in ask.candidates]}
            for ask in understood.ask
        ],
    }


def _person(ref: Ref, made: Mapping[str, str]) -> Json:
    return {"id": ref.id or made.get(ref.name), "name": ref.name, "new": ref.new}
