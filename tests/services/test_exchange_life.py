"""All ways an exchange can go, on a real network with a model beside it: nothing that was written is ever lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Person, Status, Step
from nettui.domain.statuses import STARTS, path, set_status, steps_until
from nettui.errors import InvalidInput
from nettui.services import exchanges
from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.services.undo import redo, undo
from nettui.store.memory import MemoryRepository

TODAY = date(2026, 11, 23)
FOLLOWS = {
    Status.ASKED: [Status.AGREED, Status.DONE, Status.DECLINED, Status.LAPSED],
    Status.OFFERED: [Status.AGREED, Status.DONE, Status.DECLINED, Status.LAPSED],
    Status.AGREED: [Status.DONE, Status.DECLINED, Status.LAPSED],
    Status.DONE: [Status.THANKED],
    Status.THANKED: [],
    Status.DECLINED: [],
    Status.LAPSED: [],
}
"""The table of the design, written down a second time."""

notes = st.sampled_from(["", "", "by mail", "без време", "[/]", "twice said"])
past_days = st.dates(date(2026, 1, 1), TODAY)
any_days = st.dates(date(2026, 1, 1), date(2027, 2, 1))


def vague(days):
    """Dates known to the day, the month, the year, or without a year."""
    return st.one_of(
        st.none(),
        days.map(PartialDate.of),
        days.map(lambda day: PartialDate(day.year, day.month)),
        days.map(lambda day: PartialDate(day.year)),
        st.just(PartialDate(None, 6, 14)),
    )


def certain(on):
    return on is not None and on.year is not None


def backwards(way, place):
    """Whether the step at ``place`` lies certainly on the wrong side of another one."""
    on = way[place].on
    if not certain(on):
        return False
    return any(certain(s.on) and on.last_day() < s.on.first_day() for s in way[:place]) or any(
        certain(s.on) and s.on.last_day() < on.first_day() for s in way[place + 1 :]
    )


@dataclass(frozen=True)
class Model:
    """The steps that hold, all dates and notes that were ever written, and whether anything ever followed the first."""

    way: tuple[Step, ...]
    dates: frozenset[tuple[Status, PartialDate | None]] = field(default_factory=frozenset)
    notes: frozenset[tuple[Status, str]] = field(default_factory=frozenset)
    single: bool = True

    def wrote(self, way, **changes):
        dates = self.dates | {(step.status, step.on) for step in way}
        noted = self.notes | {(step.status, step.note) for step in way if step.note}
        return replace(self, way=tuple(way), dates=dates, notes=noted, **changes)

    def without(self, step):
        """What is corrected need not be kept."""
        return replace(self, dates=self.dates - {(step.status, step.on)}, notes=self.notes - {(step.status, step.note)})


class ExchangeLife(RuleBasedStateMachine):
    @initialize(status=st.sampled_from(Status), on=vague(past_days), note=notes)
    def begin(self, status, on, note):
        """A past exchange is entered where it stands; what came before thanks or a refusal has no date."""
        clock = FixedClock(datetime(2026, 11, 23, 10, tzinfo=UTC))
        self.network = Network(MemoryRepository(clock), clock)
        self.network.save([Person(id="101", name="Maria")], action="person.add")
        steps = steps_until(status, on, note)
        made = Exchange(id="401", kind=ExchangeKind.ADVICE, direction=Direction.RECEIVED, person="101", steps=steps)
        exchanges.record(self.network, made)
        self.model = Model(()).wrote(steps, single=len(steps) == 1)
        self.past: list[tuple[Exchange, Model]] = []
        self.future: list[tuple[Exchange, Model]] = []

    @property
    def stored(self):
        return self.network.repository.exchanges["401"]

    def does(self, action, after):
        """Do ``action``; ``after`` is the model then, None where it must be refused in one line, changing nothing."""
        before, commits = self.stored, len(self.network.repository.changes(1000))
        if after is None:
            with pytest.raises(InvalidInput) as refused:
                action()
            assert "\n" not in str(refused.value)
            assert str(refused.value).strip()
            assert (self.stored, len(self.network.repository.changes(1000))) == (before, commits)
            return
        change = action()
        if change is not None:
            self.past.append((before, self.model))
            self.future.clear()
        else:
            assert self.stored == before
        self.model = after

    # -- one key a step ---------------------------------------------------------------------------------------------

    @rule(status=st.none() | st.sampled_from(Status), on=vague(any_days), note=notes, undated=st.booleans())
    def move(self, status, on, note, undated):
        when = None if undated else on or PartialDate.of(TODAY)
        ahead = FOLLOWS[self.model.way[-1].status]
        target = status or (ahead[0] if ahead else None)
        way = (*self.model.way, Step(status=target, on=when, note=note)) if target else ()
        late = when is not None and certain(when) and when.first_day() > TODAY
        allowed = target in ahead and not late and not backwards(way, len(way) - 1)
        self.does(
            lambda: exchanges.move(self.network, "401", status, on=on, note=note, undated=undated),
            self.model.wrote(way, single=False) if allowed else None,
        )

    @rule()
    def back(self):
        way = self.model.way[:-1]
        self.does(lambda: exchanges.back(self.network, "401"), self.model.wrote(way, single=False) if way else None)

    # -- correcting -------------------------------------------------------------------------------------------------

    @rule(place=st.integers(-1, 4), on=vague(any_days), note=notes)
    def correct(self, place, on, note):
        way = list(self.model.way)
        after = None
        if 0 <= place < len(way) and not (certain(on) and on.first_day() > TODAY):
            was = way[place]
            way[place] = replace(was, on=on, note=note)
            if on == was.on or not backwards(way, place):
                after = self.model.without(was).wrote(way)
        self.does(lambda: exchanges.correct_step(self.network, "401", place, on=on, note=note), after)

    @rule(status=st.sampled_from(Status), on=vague(past_days), touched=st.booleans())
    def fill_in_the_form(self, status, on, touched):
        """The form has a status and a date; untouched, the date is that of the present status."""
        on = on if touched else self.model.way[-1].on
        self.does(lambda: exchanges.edit(self.network, set_status(self.stored, status, on)), self._by_form(status, on))

    def _by_form(self, status, on):
        model, last = self.model, len(self.model.way) - 1
        present = model.way[last]
        if status is present.status:
            way = (*model.way[:last], replace(present, on=on))
            fine = on == present.on or not backwards(way, last)
            return replace(model, dates=model.dates - {(status, present.on)}).wrote(way) if fine else None
        for place, step in enumerate(model.way):
            if step.status is status:
                way = (*model.way[:place], replace(step, on=step.on if on == present.on else on))
                return None if backwards(way, place) else model.wrote(way, single=False)
        if status in FOLLOWS[present.status]:
            way = (*model.way, Step(status=status, on=on))
            return None if backwards(way, last + 1) else model.wrote(way, single=False)
        if model.single and status in STARTS:
            return model.without(present).wrote((replace(present, status=status, on=on),))
        return None

    @rule(subject=st.sampled_from(["", "the thesis", "за INRIA"]))
    def edit_something_else(self, subject):
        self.does(lambda: exchanges.edit(self.network, replace(self.stored, subject=subject)), self.model)

    # -- undo and redo ----------------------------------------------------------------------------------------------

    @precondition(lambda self: self.past)
    @rule()
    def take_back(self):
        record, model = self.past.pop()
        self.future.append((self.stored, self.model))
        undo(self.network)
        assert self.stored == record
        self.model = model

    @precondition(lambda self: self.future)
    @rule()
    def do_again(self):
        record, model = self.future.pop()
        self.past.append((self.stored, self.model))
        redo(self.network)
        assert self.stored == record
        self.model = model

    # -- what always holds ------------------------------------------------------------------------------------------

    @invariant()
    def the_path_is_what_was_written(self):
        assert path(self.stored) == self.model.way
        assert (self.stored.status, self.stored.on) == (self.model.way[-1].status, self.model.way[-1].on)

    @invariant()
    def no_date_and_no_note_is_lost(self):
        assert {(step.status, step.on) for step in self.stored.steps} >= self.model.dates
        assert {(step.status, step.note) for step in self.stored.steps} >= self.model.notes

    @invariant()
    def dates_never_run_backwards(self):
        assert not any(backwards(self.model.way, place) for place in range(len(self.model.way)))


TestExchangeLife = ExchangeLife.TestCase
TestExchangeLife.settings = settings(max_examples=60, stateful_step_count=25)


@pytest.mark.long
def test_the_life_of_an_exchange_at_length():
    run_state_machine_as_test(ExchangeLife, settings=settings(max_examples=1000, stateful_step_count=40))
