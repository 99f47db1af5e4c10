"""Commands of the view People: on whoever is selected, on the circles, on a line of a person's page."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _person(name: str, title: str, text: str, key: str, *, group: Group = Group.CHANGE, bar: int = 0) -> Command:
    return Command(
        id=f"person.{name}",
        title=title,
        help=text,
        keys=(key,),
        scope=Scope.PEOPLE,
        group=group,
        action=f"{name}_person",
        bar=bar,
    )


def _circle(name: str, title: str, text: str, key: str, bar: int) -> Command:
    return Command(
        id=f"group.{name}",
        title=title,
        help=text,
        keys=(key,),
        scope=Scope.CIRCLES,
        group=Group.CHANGE,
        action=f"{name}_group",
        bar=bar,
    )


def _line(name: str, title: str, text: str, key: str, bar: int) -> Command:
    return Command(
        id=f"register.{name}",
        title=title,
        help=text,
        keys=(key,),
        scope=Scope.PERSON,
        group=Group.CHANGE,
        action=f"{name}_record",
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    _person("add", N_("add"), N_("Add somebody, in the circle that is selected."), "a", group=Group.WRITE, bar=10),
    _person("edit", N_("edit"), N_("Edit everything that is known of the person."), "e", bar=11),
    _person("annotate", N_("notes"), N_("Edit the notes on the person in your editor."), "E"),
    _person(
        "favour", N_("favour"), N_("Record a favour given, received, asked or offered."), "f", group=Group.WRITE, bar=12
    ),
    _person(
        "ask", N_("ask and offer"), N_("Ask for something, and offer something in return."), "R", group=Group.WRITE
    ),
    _person(
        "introduce",
        N_("bring together"),
        N_("Bring the person and somebody else together; on an introduction, note what happened next."),
        "b",
        group=Group.WRITE,
    ),
    _person(
        "recommend",
        N_("write a recommendation"),
        N_("Write a recommendation for the person in your editor, from what is known of your work together."),
        "W",
        group=Group.WRITE,
    ),
    _person("promise", N_("promise"), N_("Note a promise between you and the person."), "p", group=Group.WRITE, bar=13),
    _person("groups", N_("groups"), N_("Choose the circles and groups of the person."), "m", bar=30),
    _person("archive", N_("archive"), N_("Put the person out of the way of lists, or back."), "z"),
    _person("remove", N_("delete"), N_("Delete the person, after a question."), "x"),
    Command(
        id="people.order",
        title=N_("order"),
        help=N_("Sort by the next column: name, company, last contact, due."),
        keys=("o",),
        scope=Scope.PEOPLE,
        group=Group.SHOW,
        action="order",
        bar=40,
    ),
    Command(
        id="people.turn",
        title=N_("turn the order"),
        help=N_("Turn the order of the list round."),
        keys=("O",),
        scope=Scope.PEOPLE,
        group=Group.SHOW,
        action="turn",
    ),
    Command(
        id="people.back",
        title=N_("back"),
        help=N_("Go back to the list; on the list, clear the filter, then the circle."),
        keys=("escape",),
        scope=Scope.PEOPLE,
        group=Group.GO,
        action="back",
    ),
    _circle("add", N_("new group"), N_("Make a group of your own."), "a", 10),
    _circle("edit", N_("edit group"), N_("Edit the group: its name, how often to meet, a note."), "e", 11),
    _circle("remove", N_("delete group"), N_("Delete the group, after a question; its people stay."), "x", 12),
    _line("advance", N_("next status"), N_("Move the exchange on, or mark the promise as kept."), "s", 1),
    _line("step_back", N_("status back"), N_("Put the exchange back a step, or open the promise again."), "S", 0),
    _line("edit", N_("edit"), N_("Edit what is on this line."), "e", 2),
    _line("edit_outside", N_("in your editor"), N_("Edit the text on this line in your editor."), "E", 0),
    _line("remove", N_("delete"), N_("Delete what is on this line, after a question."), "x", 3),
)
