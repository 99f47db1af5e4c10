"""Apps for the tests: over an empty network, over the sample, and over names that would break a careless screen."""

from __future__ import annotations

import pytest

from nettui.bootstrap import demo_network
from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Person, Position
from nettui.tui.app import NettuiApp
from nettui.tui.workspace import Workspace

SIZES = [(80, 24), (120, 36), (200, 60)]

HOSTILE = (
    "[/] <x>",
    "[bold]Markup[/bold] [TODO]",
    "\x1b[31mred\x1b[0m\x07",
    "\u202eright to left\u202c",
    "a\nb\tc",
    "Ж" * 200,
    "名前 漢字 " * 10,
    "é́́́́",
    "👩‍👩‍👧‍👦 family",
    "   ",
    "`$(rm -rf /)`",
)


@pytest.fixture
def demo_app():
    """The app on the sample network, on Monday 23 November 2026."""
    return NettuiApp(Workspace(demo_network()))


@pytest.fixture
def empty_app(network):
    return NettuiApp(Workspace(network, path="network.json"))


@pytest.fixture
def hostile_app(network, clock):
    people = [
        Person(
            id=clock.new_id(),
            name=name,
            groups=("4",),
            tags=(name,),
            notes=name,
            positions=(Position(organisation=name, title=name, industry=name),),
        )
        for name in HOSTILE
    ]
    entries = [
        Entry(
            id=clock.new_id(),
            at=Moment.parse("2026-11-20"),
            channel=Channel.COFFEE,
            text=person.name,
            people=(person.id,),
            tags=("x",),
        )
        for person in people
    ]
    network.save([*people, *entries], action="person.add")
    return NettuiApp(Workspace(network, path="network.json"))
