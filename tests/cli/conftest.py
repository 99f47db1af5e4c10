"""A small network with one of everything, and a way to run commands on it in this process."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from nettui.cli.main import cli
from nettui.cli.session import Session
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    ME_ID,
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    ForeignId,
    Group,
    GroupKind,
    Level,
    Me,
    Met,
    Person,
    Position,
    Promise,
    Status,
    Step,
    Whose,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from nettui.services.network import Network

HOSTILE = "Evil\x1b[31m\x1b]0;owned\x07 [bold red]x[/] \u202eesrever\x9b1m"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, monkeypatch):
    """Nothing of the machine's user is read or written."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "NETTUI_FILE", "NETTUI_NOW"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        import json

        return json.loads(self.out)


@pytest.fixture
def run(network, clock) -> Callable[..., Ran]:
    """Run the command line in this process on ``network`` (by default the empty one of the root conftest)."""

    def invoke(*args: str, on: Network | None = None, text: str | None = None, code: int | None = 0) -> Ran:
        used = on or network

        @contextmanager
        def opener(path, *, clock, read_only=False):
            yield used

        result: Result = CliRunner().invoke(cli, list(args), obj=Session(clock=clock, opener=opener), input=text)
        ran = Ran(result.exit_code, result.stdout, result.stderr)
        if code is not None:
            assert ran.code == code, (ran.out, ran.err)
        return ran

    return invoke


@pytest.fixture
def filled(network):
    """Fill ``network``: Maria (colleague), Georgi (friend), Hélène (never logged), and somebody hostile."""
    day = PartialDate.parse
    network.save(
        [
            Me(
                id=ME_ID, name="Mila", positions=(Position(organisation="Sirma", since=day("2018"), until=day("2022")),)
            ),
            Group(id="4", kind=GroupKind.COLLEAGUES, cadence_days=30),
            Group(id="50", name="Readers", kind=GroupKind.OTHER),
            Person(
                id="101",
                name="Maria Petrova",
                also=("Mimi",),
                groups=("4",),
                level=Level.SENIOR,
                positions=(
                    Position(organisation="Sirma", title="Data engineer", industry="Software", since=day("2019-03")),
                ),
                place="Sofia",
                emails=("maria@example.com",),
                birthday=day("1990-11-25"),
                met=Met(on=day("2019"), how="PyCon", by="102"),
                needs=("a designer",),
                tags=("data",),
                foreign_ids=(ForeignId(source="linkedin", id="zz-maria"),),
            ),
            Person(id="102", name="Георги Иванов", groups=("3",), level=Level.PEER, tags=("chess",)),
            Person(id="103", name="Hélène Dubois", groups=("4", "50"), positions=(Position(organisation="INRIA"),)),
            Person(id="104", name=HOSTILE, positions=(Position(organisation="A\x1b[2J"),)),
            Person(id="105", name="Old Archived", archived=True),
            Entry(
                id="201",
                at=Moment(date(2026, 10, 1)),
                channel=Channel.COFFEE,
                text="the thesis",
                people=("101",),
                mentions=("103",),
                tags=("phd",),
            ),
            Entry(id="202", at=Moment.parse("2026-11-20T14:00"), channel=Channel.CALL, text="chess", people=("102",)),
            Entry(id="203", at=Moment(date(2026, 11, 22)), text="a note about Maria", people=("101",), starred=True),
            Promise(
                id="301", text="send her my CV", whose=Whose.MINE, person="101", due=day("2026-11-27"), entry="201"
            ),
            Promise(id="302", text="long ago", whose=Whose.MINE, person="102", done_on=date(2026, 1, 2)),
            Exchange(
                id="401",
                kind=ExchangeKind.RECOMMENDATION,
                direction=Direction.RECEIVED,
                person="101",
                steps=(Step(status=Status.DONE, on=day("2026-11-10")),),
                subject="LinkedIn",
            ),
            Exchange(
                id="402",
                kind=ExchangeKind.ADVICE,
                direction=Direction.GIVEN,
                person="101",
                steps=(Step(status=Status.DONE, on=day("2025-05")), Step(status=Status.THANKED, on=day("2025-06"))),
            ),
            Exchange(
                id="403",
                kind=ExchangeKind.INTRODUCTION,
                direction=Direction.GIVEN,
                person="103",
                others=("101",),
                steps=(Step(status=Status.ASKED, on=day("2026-11-20")),),
                subject="to the data team",
            ),
            Exchange(
                id="404",
                kind=ExchangeKind.HELP,
                direction=Direction.RECEIVED,
                person="102",
                steps=(Step(status=Status.DONE, on=day("2024")), Step(status=Status.THANKED)),
            ),
        ],
        action="test.fill",
    )
    return network


NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
