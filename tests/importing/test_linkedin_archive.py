"""A real-shaped archive gives exactly the people, favours and balances it was made from."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter, defaultdict

import pytest

from nettui.domain.change import Edit, Table
from nettui.domain.incoming import profile_slug
from nettui.domain.records import Channel, Direction, ExchangeKind, Initiator, Status
from tests.importing.conftest import NOVEMBER

COUNTED = {Status.DONE, Status.THANKED}


def rows(name):
    with zipfile.ZipFile(NOVEMBER) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))


def by_slug(network):
    return {
        f.id: person
        for person in network.repository.people.values()
        for f in person.foreign_ids
        if f.source == "linkedin"
    }


def recommendations(network):
    return [e for e in network.repository.exchanges.values() if e.kind is ExchangeKind.RECOMMENDATION]


@pytest.fixture
def november(bring):
    return bring(NOVEMBER)


def test_everybody_connected_and_everybody_who_wrote_is_there_once(network, november, expected):
    truth = expected["linkedin"]
    people = list(network.repository.people.values())
    connected = [p for p in people if p.foreign_ids[0].first_seen]
    assert len(connected) == truth["connections"]["people"]
    others = sorted(p.name for p in people if not p.foreign_ids[0].first_seen)
    assert others == truth["recommendations"]["not_in_connections"]
    assert sum(bool(p.emails) for p in connected) == truth["connections"]["with_email"]
    assert (
        sum(not p.positions or not p.positions[0].organisation for p in connected)
        == (truth["connections"]["without_company"])
    )
    days = [p.foreign_ids[0].first_seen for p in connected]
    assert min(days).isoformat() == truth["connections"]["oldest"]
    assert max(days).isoformat() == truth["connections"]["newest"]
    assert Counter(str(d.year) for d in days) == truth["connections"]["per_year"]


def test_connecting_is_not_meeting(network, november):
    assert all(person.met is None for person in network.repository.people.values())


def test_the_owner_is_no_contact_but_me(network, november, expected):
    owner = profile_slug(expected["linkedin"]["ego"]["url"])
    assert owner not in by_slug(network)
    me = network.repository.me
    assert me.name == "Mila Zvezdarova"
    assert me.foreign_ids[0].id == owner
    assert [(p.organisation, str(p.since), p.until and str(p.until), p.study) for p in me.positions] == [
        ("Copperleaf Instruments", "2022-02", None, False),
        ("Институт по тиха физика", "2014-09", "2022-01", False),
        ("Oak & Anvil LLP", "2012", "2013", False),
        ("Bright Harbour Schools", "2008", "2012", True),
        ("Технически институт „Хан Крум“", "2012-09", "2014-07", True),
    ]
    assert me.emails == ("mila@example.org",)
    assert me.links == ("https://mila.example", "https://blog.example")


def test_homonyms_stay_two_people(network, november, expected):
    known = by_slug(network)
    for first, second in expected["linkedin"]["connections"]["same_name_different_people"]:
        assert known[profile_slug(first)].id != known[profile_slug(second)].id


def test_cells_lose_only_stray_blanks(network, november, expected):
    known = by_slug(network)
    for url, title in expected["linkedin"]["connections"]["position_samples"].items():
        assert known[profile_slug(url)].positions[0].title == title


def test_the_balance_of_each_person_is_as_written(network, november, expected):
    truth = expected["linkedin"]["reciprocity"]
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for exchange in recommendations(network):
        counted = exchange.direction.value if exchange.status in COUNTED else "pending"
        found[exchange.person][counted] += 1
    people = network.repository.people
    told = sorted((people[i].name, c["given"], c["received"], c["pending"]) for i, c in found.items())
    assert told == sorted((p["name"], p["given"], p["received"], p["pending"]) for p in truth["per_person"].values())
    assert sum(c["given"] for c in found.values()) == truth["given"]
    assert sum(c["received"] for c in found.values()) == truth["received"]


def test_recommendations_i_wrote_tell_the_role_of_their_time(network, november, foresee):
    """Of those I hold the archive names the writer's work, which is not what they speak of."""
    given = [e for e in recommendations(network) if e.direction is Direction.GIVEN]
    assert given
    assert all(e.role == "" for e in recommendations(network) if e.direction is Direction.RECEIVED)
    assert [e.role for e in given if e.role]
    again = foresee(NOVEMBER)
    assert again.same[Table.EXCHANGES] == len(network.repository.exchanges)
    assert again.changed == []


def test_recommendations_find_the_right_namesake(network, november, expected):
    known = by_slug(network)
    for name, url in expected["linkedin"]["recommendations"]["ambiguous_name_resolved_by_company"].items():
        owners = {e.person for e in recommendations(network) if network.repository.people[e.person].name == name}
        assert owners == {known[profile_slug(url)].id}


def test_nothing_is_thanked_that_the_user_did_not_thank(network, november):
    statuses = {e.status for e in network.repository.exchanges.values()}
    assert statuses == {Status.DONE, Status.OFFERED, Status.DECLINED}


def test_endorsements(network, november, expected):
    truth = expected["linkedin"]["endorsements"]
    found = [e for e in network.repository.exchanges.values() if e.kind is ExchangeKind.ENDORSEMENT]
    for direction, name in ((Direction.GIVEN, "Given"), (Direction.RECEIVED, "Received")):
        mine = [e for e in found if e.direction is direction]
        table = rows(f"Endorsement_{name}_Info.csv")
        assert len(mine) == truth[f"{direction}_rows"] == len(table)
        assert len({e.person for e in mine}) == truth[f"people_{direction}"]
        said = Counter(r["Endorsement Status"] for r in table)
        status = {"ACCEPTED": Status.DONE, "PENDING": Status.OFFERED, "HIDDEN": Status.DECLINED}
        assert Counter(e.status for e in mine) == {status[word]: count for word, count in said.items()}
        assert said["ACCEPTED"] == truth[f"{direction}_accepted"]
        assert Counter(e.subject for e in mine) == Counter(r["Skill Name"] for r in table)


def test_messages_become_one_entry_a_conversation_and_day(network, november, expected):
    kept = [r for r in rows("messages.csv") if r["SENDER PROFILE URL"] and r["FOLDER"] != "SPAM"]
    days = {(r["CONVERSATION ID"], r["DATE"][:10]) for r in kept}
    found = {f.id: e for e in network.repository.entries.values() for f in e.foreign_ids if f.id.startswith("message/")}
    assert set(found) == {f"message/{conversation}/{day}" for conversation, day in days}
    assert all(e.channel is Channel.MESSAGE and e.people for e in found.values())
    texts = "\n".join(e.text for e in found.values())
    assert all(r["CONTENT"].replace("\r\n", "\n").strip() in texts for r in kept)


def test_the_last_conversation_of_each_person(network, november, expected):
    truth = expected["linkedin"]
    known = by_slug(network)
    for pid, at in truth["messages"]["last_one_to_one"].items():
        person = known[profile_slug(truth["address_of"][pid])].id
        alone = [
            e for e in network.repository.entries.values()
            if e.people == (person,) and e.foreign_ids[0].id.startswith("message/")
        ]  # fmt: skip
        assert max(str(e.at.day) for e in alone) == at[:10]


def test_who_began_a_conversation(network, november):
    first: dict[str, str] = {}
    kept = [r for r in rows("messages.csv") if r["SENDER PROFILE URL"] and r["FOLDER"] != "SPAM"]
    for row in sorted(kept, key=lambda r: r["DATE"]):
        first.setdefault(f"message/{row['CONVERSATION ID']}/{row['DATE'][:10]}", row["FROM"])
    for entry in network.repository.entries.values():
        key = entry.foreign_ids[0].id
        if key.startswith("message/"):
            assert (entry.initiator is Initiator.ME) == (first[key] == "Mila Zvezdarova")


def test_invitations_with_a_message_to_connections_are_entries_and_others_are_counted(network, november, expected):
    planned, _change = november
    truth = expected["linkedin"]["invitations"]
    connected = set(by_slug(network))
    table = rows("Invitations.csv")
    other = [
        profile_slug(r["inviteeProfileUrl"] if r["Direction"] == "OUTGOING" else r["inviterProfileUrl"]) for r in table
    ]
    kept = [r for r, slug in zip(table, other, strict=True) if slug in connected and r["Message"]]
    found = [e for e in network.repository.entries.values() if e.foreign_ids[0].id.startswith("invitation/")]
    assert sorted(e.text for e in found) == sorted(r["Message"].strip() for r in kept)
    left = planned.left_out["invitations to or from people who are not connected"]
    assert left == truth["not_yet_connected"]


def test_what_is_left_out_is_counted(november, expected):
    planned, _change = november
    truth = expected["linkedin"]
    assert (
        planned.left_out["connections that are only a date: somebody who hid or left"]
        == (truth["connections"]["date_only_rows"])
    )
    assert (
        planned.left_out["people of an uploaded address book, who are not connections"]
        == (truth["contacts_csv_rows_are_not_connections"])
    )
    assert planned.left_out["sponsored messages"] == truth["messages"]["sponsored_rows"]
    assert planned.left_out["messages in the spam folder"] == truth["messages"]["spam_rows"]
    assert not planned.asks
    assert not planned.problems


def test_notes_reach_their_people(network, november):
    known = by_slug(network)
    noted = {profile_slug(r["Connection Profile URL"]): r["Note"] for r in rows("Notes.csv")}
    assert {slug: known[slug].notes for slug in noted} == noted
    assert sum(bool(p.notes) for p in network.repository.people.values()) == len(noted)


def test_the_run_is_recorded(network, november):
    (run,) = network.repository.imports.values()
    assert (run.source, run.name, str(run.on)) == ("linkedin", NOVEMBER.name, "2026-11-03")
    assert len(run.sha256) == 64
    _planned, change = november
    assert change.action == "import.linkedin"
    assert run.counts["new_people"] == 198


def test_the_same_archive_twice_writes_nothing(network, november, bring, everything):
    before = everything()
    planned, change = bring(NOVEMBER)
    assert change is None
    assert planned.empty
    assert not planned.counts()
    assert everything() == before


def test_one_undo_takes_the_whole_import_back(network, bring, everything):
    before = everything()
    _planned, change = bring(NOVEMBER)
    network.repository.commit([Edit(e.table, e.id, e.after, e.before) for e in reversed(change.edits)], action="undo")
    assert everything() == before
