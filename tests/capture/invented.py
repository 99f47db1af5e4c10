"""The invented network that the capture tests write their lines in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Person
from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository

SOFIA = ZoneInfo("Europe/Sofia")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SOFIA)
"""A Monday."""

PEOPLE = (
    Person(id="101", name="Мария Петрова", also=("Мими",)),
    Person(id="102", name="Иван Георгиев", also=("Ванката",)),
    Person(id="103", name="Ivan Kolev"),
    Person(id="104", name="Georgi Ivanov", also=("Жоро", "Гошо")),
    Person(id="105", name="Hélène Dubois"),
    Person(id="106", name="Петър Стоянов"),
    Person(id="107", name="Елена Димитрова", also=("Ели",)),
    Person(id="108", name="Will Turner"),
    Person(id="109", name="Калина Тодорова"),
    Person(id="110", name="王小明", also=("Xiaoming",)),
    Person(id="111", name="Николай Христов", also=("Ники",)),
    Person(id="112", name="Yana Koleva-Brandt"),
    Person(id="113", name="Чавдар Шишков"),
    Person(id="114", name="Ana María García López"),
    Person(id="115", name="Стоян Недев", archived=True),
    Person(id="116", name="Stoyan Markov"),
    Person(id="117", name="Бойка Ранкова", archived=True),
    Person(id="118", name="Siobhán O'Neill"),
    Person(id="119", name="Тодор Ангелов"),
    Person(id="120", name="Jean-Luc Moreau"),
    Person(id="121", name="Десислава Цонева, PhD", also=("Деси",)),
    Person(id="122", name="Vasil van der Berg"),
)


def _entry(number: int, *people: str) -> Entry:
    return Entry(id=str(200 + number), at=Moment(NOW.date()), channel=Channel.MET, text="long ago", people=people)


ENTRIES = (
    # Елена appears with Иван Георгиев more often than with Ivan Kolev; Тодор with each of them once; Hélène with one.
    _entry(1, "102", "107"),
    _entry(2, "102", "107"),
    _entry(3, "103", "107"),
    _entry(4, "102", "119"),
    _entry(5, "103", "119"),
    _entry(6, "103", "105"),
)


def invented_network() -> Network:
    """Return a fresh copy of it, in memory."""
    clock = FixedClock(NOW)
    network = Network(MemoryRepository(clock), clock)
    network.save([*PEOPLE, *ENTRIES], action="test.setup")
    return network
