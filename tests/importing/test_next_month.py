"""Next month's archive plans exactly the difference; what was edited by hand stays; nothing goes backwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from nettui.domain.current import current_position
from nettui.domain.incoming import profile_slug
from nettui.domain.records import ExchangeKind, Person, Position, Status
from tests.importing.conftest import DECEMBER, NOVEMBER

FIELD = {"company": "Company", "title": "Position", "email": "Email Address", "url": "URL"}


@pytest.fixture
def november(bring):
    return bring(NOVEMBER)


def person_of(network, address):
    slug = profile_slug(address)
    return next(p for p in network.repository.people.values() if any(f.id == slug for f in p.foreign_ids))


def total(network):
    done = [
        e
        for e in network.repository.exchanges.values()
        if e.kind is ExchangeKind.RECOMMENDATION and e.status in {Status.DONE, Status.THANKED}
    ]
    counted = Counter(e.direction.value for e in done)
    return {**counted, "balance": counted["given"] - counted["received"]}


@pytest.fixture
def truth(expected):
    return expected["linkedin_next_month"]["imported_after_the_first"]


def test_new_people(november, foresee, truth):
    found = {p.foreign_ids[0].id for p in foresee(DECEMBER).new_people}
    assert found == {profile_slug(url) for url in truth["new_people"]}


def test_changed_people_field_by_field(network, november, foresee, truth):
    planned = foresee(DECEMBER)
    changed = {c.before.id: c for c in planned.changed if isinstance(c.before, Person)}
    wanted = {person_of(network, url).id: fields for url, fields in truth["changed"].items()}
    assert set(changed) == set(wanted)
    for person_id, fields in wanted.items():
        told = {FIELD[f.field]: f.new for f in changed[person_id].fields if f.field in FIELD}
        assert told == {k: v for k, v in fields.items() if k != "Last Name"}
        if "Last Name" in fields:
            assert changed[person_id].after.name.endswith(fields["Last Name"])
            assert changed[person_id].before.name in changed[person_id].after.also


def test_a_changed_address_is_recognised_and_says_why(network, november, bring, truth):
    (old, new), *_none = truth["address_changed"].items()
    person = person_of(network, old)
    planned, _change = bring(DECEMBER)
    assert person_of(network, new).id == person.id == person_of(network, old).id
    assert {p.id: why for p, why in planned.joined}[person.id].startswith("same name and day of connection")
    connected = [p for p in network.repository.people.values() if any(f.first_seen for f in p.foreign_ids)]
    assert len(connected) == truth["contacts_after"]


def test_those_no_longer_listed_are_kept_and_marked(network, november, bring, truth):
    planned, _change = bring(DECEMBER)
    gone = {profile_slug(url) for url in truth["no_longer_listed_keep_them"]}
    assert {p.foreign_ids[0].id for p in planned.missing} == gone
    for url in truth["no_longer_listed_keep_them"]:
        assert str(person_of(network, url).foreign_ids[0].missing_since) == "2026-12-05"


def test_recommendations(network, november, bring, truth):
    planned, _change = bring(DECEMBER)
    new = [e for e in planned.new_exchanges if e.kind is ExchangeKind.RECOMMENDATION]
    fields = Counter(f.field for c in planned.changed if not isinstance(c.before, Person) for f in c.fields)
    assert len(new) == len(planned.new_exchanges) == truth["recommendations_new_rows"]
    assert fields == {
        "status": truth["recommendations_changed_status"],
        "text": truth["recommendations_changed_text"],
    }
    changed = [c for c in planned.changed for f in c.fields if f.field == "text"]
    for change in changed:  # the text that another one replaced is kept
        assert [v.text for v in network.repository.exchanges[change.after.id].versions] == [change.before.text]
    assert total(network) == truth["reciprocity_total"]
    people = network.repository.people
    touched = {people[e.person].name for e in new} | {
        people[c.after.person].name for c in planned.changed for f in c.fields if f.field == "status"
    }
    assert sorted(touched) == truth["reciprocity_changed_people"]


def test_an_invitation_that_was_accepted_meanwhile_becomes_an_entry(november, bring):
    planned, _change = bring(DECEMBER)
    assert all(e.foreign_ids[0].id.startswith("invitation/") for e in planned.new_entries)


def test_a_changed_company_ends_the_former_position(network, november, bring, truth):
    url = next(u for u, fields in truth["changed"].items() if "Company" in fields)
    bring(DECEMBER)
    assert person_of(network, url).positions == (
        Position(
            organisation="Copperleaf Instruments",
            title="プロダクトデザイナー",
            until=person_of(network, url).positions[1].since,
        ),
        Position(
            organisation="Mossgrid Energy", title="Chief of Staff", since=person_of(network, url).positions[0].until
        ),
    )
    # The archive is of December, the clock of these tests shows November: what it says is so already.
    assert str(person_of(network, url).positions[0].until) == "2026-11"
    present = current_position(person_of(network, url), network.today)
    assert present is not None
    assert present.organisation == "Mossgrid Energy"


def test_december_twice_changes_nothing(november, bring, everything):
    bring(DECEMBER)
    before = everything()
    planned, change = bring(DECEMBER)
    assert change is None
    assert not planned.counts()
    assert everything() == before


def test_an_older_archive_sets_nothing_back(network, november, bring, everything):
    bring(DECEMBER)
    before = everything()
    planned, change = bring(NOVEMBER)
    assert planned.older
    assert change is None
    assert everything() == before


def test_an_older_archive_first_seen_later_only_adds(network, bring, truth):
    bring(DECEMBER)
    people = dict(network.repository.people)
    exchanges = dict(network.repository.exchanges)
    bring(NOVEMBER)
    assert total(network) == truth["reciprocity_total"]
    assert dict(network.repository.exchanges) == exchanges
    for person_id, person in people.items():
        after = network.repository.people[person_id]
        assert after.name == person.name
        assert not person.positions or after.positions == person.positions
    for url in truth["no_longer_listed_keep_them"]:
        assert str(person_of(network, url).foreign_ids[0].missing_since) == "2026-12-05"
    _planned, change = bring(DECEMBER)
    assert change is None


class TestHandEdits:
    def edit(self, network, person, **fields):
        network.save([replace(person, **fields)], action="person.edit")

    def test_a_name_typed_by_hand_stays(self, network, november, bring, truth):
        url = next(u for u, fields in truth["changed"].items() if "Last Name" in fields)
        self.edit(network, person_of(network, url), name="Tamsin B.")
        planned, _change = bring(DECEMBER)
        assert person_of(network, url).name == "Tamsin B."
        (change,) = (c for c in planned.changed if c.after.id == person_of(network, url).id)
        assert [(f.field, f.kept) for f in change.fields] == [("name", True)]

    def test_a_position_typed_by_hand_stays(self, network, november, bring, truth):
        url = next(u for u, fields in truth["changed"].items() if "Company" in fields)
        mine = (Position(organisation="Own Firm", title="Founder"),)
        self.edit(network, person_of(network, url), positions=mine)
        planned, _change = bring(DECEMBER)
        assert person_of(network, url).positions == mine
        (change,) = (c for c in planned.changed if c.after.id == person_of(network, url).id)
        assert all(f.kept for f in change.fields)
        again, nothing = bring(DECEMBER)
        assert nothing is None
        assert not again.changed

    def test_a_mail_address_removed_by_hand_does_not_come_back(self, network, november, bring):
        person = next(p for p in network.repository.people.values() if p.emails)
        self.edit(network, person, emails=())
        bring(DECEMBER)
        assert network.repository.people[person.id].emails == ()

    def test_a_text_edited_by_hand_stays(self, network, november, bring, foresee):
        changed = next(c.before for c in foresee(DECEMBER).changed if any(f.field == "text" for f in c.fields))
        network.save([replace(changed, text="in my words")], action="exchange.edit")
        planned, _change = bring(DECEMBER)
        assert network.repository.exchanges[changed.id].text == "in my words"
        (change,) = (c for c in planned.changed if c.after.id == changed.id)
        assert [(f.field, f.kept) for f in change.fields] == [("text", True)]

    def test_thanks_stay(self, network, november, bring):
        received = next(
            e
            for e in network.repository.exchanges.values()
            if e.kind is ExchangeKind.RECOMMENDATION and e.direction == "received" and e.status is Status.DONE
        )
        thanked = replace(received, steps=(*received.steps, replace(received.steps[0], status=Status.THANKED)))
        network.save([thanked], action="exchange.step")
        bring(DECEMBER)
        assert network.repository.exchanges[received.id].status is Status.THANKED

    def test_everything_else_of_a_person_is_left_alone(self, network, november, bring, truth):
        url = next(u for u, fields in truth["changed"].items() if "Company" in fields)
        self.edit(network, person_of(network, url), tags=("phd",), notes="likes tea", cadence_days=30, groups=("1",))
        bring(DECEMBER)
        person = person_of(network, url)
        assert (person.tags, person.notes, person.cadence_days, person.groups) == (("phd",), "likes tea", 30, ("1",))
        assert person.positions[-1].organisation == "Mossgrid Energy"


def test_a_person_merged_or_deleted_by_hand_is_not_split_again(network, november, bring):
    """Two people made one keep both profile addresses, so both archives' rows find the one."""
    first, second, *_rest = network.repository.people.values()
    merged = replace(first, foreign_ids=(*first.foreign_ids, *second.foreign_ids))
    network.save([merged], removed=[second], action="person.merge")
    planned, _change = bring(NOVEMBER)
    assert not planned.new_people
