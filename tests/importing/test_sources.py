"""A zip, its folder and single files say the same; a plan that the network has overtaken is made afresh."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from nettui.domain.records import ExchangeKind
from nettui.domain.statuses import path
from nettui.formats.detect import read_incoming
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan
from tests.importing.conftest import DATA, NOVEMBER


def test_a_folder_is_the_same_as_its_zip(foresee, bring, unpacked):
    bring(NOVEMBER)
    assert foresee(unpacked).empty


@pytest.mark.parametrize(
    "name",
    [
        "Connections.csv",
        "Recommendations_Given.csv",
        "Endorsement_Received_Info.csv",
        "messages.csv",
        "Invitations.csv",
    ],
)
def test_a_single_file_after_the_zip_brings_nothing_new(foresee, bring, unpacked, name):
    bring(NOVEMBER)
    planned = foresee(unpacked / name)
    assert planned.empty
    assert sum(planned.same.values())


def test_files_one_after_the_other_give_the_people_and_balances_of_the_zip(network, bring, unpacked, expected):
    for name in ("Connections.csv", "Recommendations_Given.csv", "Recommendations_Received.csv"):
        bring(unpacked / name)
    truth = expected["linkedin"]
    assert len(network.repository.people) == truth["connections"]["people"] + len(
        truth["recommendations"]["not_in_connections"]
    )
    found = [e for e in network.repository.exchanges.values() if e.kind is ExchangeKind.RECOMMENDATION]
    assert len(found) == truth["recommendations"]["given_rows"] + truth["recommendations"]["received_rows"]
    bring(NOVEMBER)
    assert len(network.repository.people) == truth["connections"]["people"] + 2


def test_a_renamed_archive_within_another_folder_is_the_same(foresee, bring, unpacked, tmp_path):
    bring(NOVEMBER)
    (tmp_path / "box" / "inner").mkdir(parents=True)
    shutil.move(unpacked, tmp_path / "box" / "inner" / "My LinkedIn")
    planned = foresee(tmp_path / "box")
    assert planned.empty


@pytest.mark.parametrize("layout", ["2018", "2021", "resaved-by-excel"])
def test_older_layouts_twice_change_nothing(network, bring, layout):
    bring(DATA / "older" / layout)
    assert len(network.repository.people) == 12
    planned, change = bring(DATA / "older" / layout)
    assert change is None
    assert planned.asks == []


def test_older_layouts_lead_to_the_present_without_doubles(network, bring, expected):
    for layout in ("2021", "2018", "resaved-by-excel"):
        bring(DATA / "older" / layout)
        assert len(network.repository.people) == 12
    bring(NOVEMBER)
    assert len(network.repository.people) == expected["linkedin"]["connections"]["people"] + 2
    recommendations = [e for e in network.repository.exchanges.values() if e.kind is ExchangeKind.RECOMMENDATION]
    assert len(recommendations) == 49


def test_times_are_those_of_the_users_zone(network):
    zone = timezone(timedelta(hours=3))
    incoming = read_incoming(NOVEMBER, zone=zone)
    apply(network, plan(network, incoming))
    late = next(e for e in network.repository.entries.values() if e.foreign_ids[0].id.endswith("/2022-08-23"))
    assert str(late.at).startswith(("2022-08-23", "2022-08-24"))
    elsewhere = read_incoming(NOVEMBER, zone=timezone(timedelta(hours=-8)), me=network.repository.me)
    assert plan(network, elsewhere).empty


def test_a_plan_that_was_overtaken_is_made_afresh(network, bring, foresee):
    bring(NOVEMBER)
    planned = foresee(DATA / "Basic_LinkedInDataExport_12-05-2026.zip")
    person = planned.changed[0].before
    network.save([replace(network.repository.people[person.id], tags=("mine",))], action="person.edit")
    apply(network, planned)
    assert network.repository.people[person.id].tags == ("mine",)


def test_progress_is_told(network, foresee):
    told = []
    apply(network, foresee(NOVEMBER), on_progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1]


def test_the_summary_is_plain_data(foresee):
    import json

    summary = foresee(NOVEMBER).summary()
    assert json.loads(json.dumps(summary)) == summary
    assert summary["new"] == {"people": 198, "entries": 75, "exchanges": 189}


def test_the_two_sides_of_a_pending_recommendation(network, bring):
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    line = 'Ana,P,Firm,,good,"08/30/22, 05:51 PM",{}\n'
    bring("Recommendations_Received.csv", (head + line.format("PENDING")).encode())
    (exchange,) = network.repository.exchanges.values()
    assert exchange.status == "offered"
    bring("Recommendations_Received.csv", (head + line.format("HIDDEN")).encode())
    (exchange,) = network.repository.exchanges.values()
    assert [s.status for s in exchange.steps] == ["offered", "done"]
    bring("Recommendations_Received.csv", (head + line.format("PENDING")).encode())
    assert network.repository.exchanges[exchange.id].status == "done"


def test_a_hidden_endorsement_was_declined_until_it_is_shown(network, bring):
    head = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
    line = "2021/05/21 15:13:21 UTC,SQL,Ana,P,www.linkedin.com/in/zz-ana,{}\n"
    statuses = []
    for word in ("HIDDEN", "HIDDEN", "ACCEPTED", "HIDDEN"):
        bring("Endorsement_Received_Info.csv", (head + line.format(word)).encode())
        (exchange,) = network.repository.exchanges.values()
        statuses.append([step.status.value for step in path(exchange)])
    assert statuses == [["offered", "declined"]] * 2 + [["offered", "done"]] * 2
    assert [step.status for step in exchange.steps] == ["offered", "declined", "offered", "done"], (
        "nothing is forgotten"
    )


def test_lines_of_a_message_end_as_lines_do(network, bring):
    head = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    row = '2-b,,Ana P,https://www.linkedin.com/in/zz-ana,Me,2021-03-12 15:04:00 UTC,,"one\r\ntwo\rthree",INBOX\n'
    answers = "".join(
        f"2-{n},,Me,https://www.linkedin.com/in/zz-me,{name},2021-03-1{n} 15:04:00 UTC,,hi,INBOX\n"
        for n, name in enumerate(("Ana P", "Bo Q", "Cy R"), start=3)
    )
    bring("messages.csv", (head + row + answers).encode())
    (entry,) = (entry for entry in network.repository.entries.values() if "one" in entry.text)
    assert "one\ntwo\nthree" in entry.text
    assert "\r" not in entry.text


def test_identical_rows_count_once(network, bring):
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    line = 'Ana,P,Firm,,good,"08/30/22, 05:51 PM",VISIBLE\n'
    bring("Recommendations_Given.csv", (head + line * 3).encode())
    assert len(network.repository.exchanges) == 1


def test_a_path_is_only_a_name_when_bytes_are_given(network):
    incoming = read_incoming(Path("/nowhere/Connections.csv"), zone=None, data=b"First Name,Last Name,Connected On\n")
    assert plan(network, incoming).empty


def test_a_connection_whose_day_cannot_be_read_is_still_a_person(bring, network):
    """As in an archive in another language: the address says who it is, and the day is told as a problem."""
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "Ana,Newton,https://www.linkedin.com/in/zz-ana,,Quietwater,Engineer,{}\n"
    nameless = "Bea,Newton,,,,,12 Mär 2021\n"
    planned, _ = bring("Connections.csv", (header + row.format("12 Mär 2021") + nameless).encode())
    assert [person.name for person in network.repository.people.values()] == ["Ana Newton"]
    assert [problem.value for problem in planned.problems] == ["12 Mär 2021", "12 Mär 2021"]

    bring("Connections.csv", (header + row.format("12 Mar 2021")).encode())
    (person,) = network.repository.people.values()
    assert str(person.foreign_ids[0].first_seen) == "2021-03-12"
