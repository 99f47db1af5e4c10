"""Who is the same person: joined on proof, asked on likeness, never joined against an address."""

from __future__ import annotations

import pytest

from nettui.domain.records import Person, Position
from nettui.services.importing.apply import apply
from nettui.services.importing.match import NEW, SKIP

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ADDRESS = "https://www.linkedin.com/in/zz-ana"
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"


def row(name="Ana Petkova", slug="zz-ana", mail="", company="Firm", title="Engineer", on="12 Mar 2021"):
    first, _blank, last = name.partition(" ")
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return f'"{first}","{last}",{url},{mail},"{company}","{title}",{on}\n'


def connections(*rows):
    return (HEADER + "".join(rows)).encode()


@pytest.fixture
def known(network):
    """Save somebody typed by hand and return them as stored."""

    def save(name="Ana Petkova", **fields):
        person = Person(id=network.clock.new_id(), name=name, **fields)
        network.save([person], action="person.add")
        return network.repository.people[person.id]

    return save


@pytest.fixture
def listed(bring):
    return lambda *rows, name="Connections.csv": bring(name, connections(*rows))


def people(network):
    return list(network.repository.people.values())


class TestJoined:
    def test_the_same_profile_address_in_a_link(self, network, known, listed):
        person = known(name="Anna", links=("http://bg.linkedin.com/in/ZZ-Ana/",))
        planned, _change = listed(row())
        (found,) = people(network)
        assert found.id == person.id
        assert found.name == "Anna"
        assert found.also == ("Ana Petkova",)
        assert planned.joined[0][1] == "same profile address"

    def test_the_same_mail_address(self, network, known, listed):
        person = known(name="Anna", emails=("Ana@Example.org",))
        planned, _change = listed(row(mail="ana@example.org"))
        assert [p.id for p in people(network)] == [person.id]
        assert planned.joined[0][1] == "same mail address"

    def test_a_shared_mail_address_of_two_profiles_is_two_people(self, network, known, listed):
        known(name="Office", emails=("office@example.org",), links=("https://www.linkedin.com/in/zz-other",))
        listed(row(mail="office@example.org"))
        assert len(people(network)) == 2

    def test_what_was_typed_is_kept_and_what_was_missing_is_added(self, network, known, listed):
        known(emails=("ana@example.org",), positions=(Position(organisation="Own Firm"),))
        planned, _change = listed(row(mail="ana@example.org"))
        (found,) = people(network)
        assert found.positions == (Position(organisation="Own Firm"),)
        assert found.links == (ADDRESS,)
        assert any(f.kept and f.field == "company" for f in planned.changed[0].fields)

    def test_a_title_is_added_to_a_company_typed_without(self, network, known, listed):
        known(emails=("ana@example.org",), positions=(Position(organisation="Firm", industry="tea"),))
        listed(row(mail="ana@example.org"))
        assert people(network)[0].positions == (Position(organisation="Firm", title="Engineer", industry="tea"),)


class TestAsked:
    def test_the_same_name_and_company_is_asked_with_a_likely_answer(self, network, known, listed):
        person = known(positions=(Position(organisation="FIRM"),))
        planned, _change = listed(row())
        (ask,) = planned.asks
        assert (ask.name, ask.candidates, ask.preselected) == ("Ana Petkova", (person.id,), person.id)
        assert people(network) == [person]
        assert planned.left_out["rows about people who wait for your decision"] == 1

    def test_the_same_name_alone_is_asked_without(self, known, listed):
        known()
        planned, _change = listed(row())
        assert planned.asks[0].preselected is None

    @pytest.mark.parametrize(("answer", "count"), [(NEW, 2), (SKIP, 1), ("the one", 1)])
    def test_an_answer_decides(self, network, known, foresee, answer, count):
        person = known()
        planned = foresee("Connections.csv", connections(row()))
        apply(network, planned, {planned.asks[0].key: person.id if answer == "the one" else answer})
        assert len(people(network)) == count
        assert bool(people(network)[0].foreign_ids) == (answer == "the one")

    def test_what_hangs_on_the_undecided_waits_with_them(self, network, known, tmp_path, bring):
        known()
        (tmp_path / "Connections.csv").write_bytes(connections(row(), row("Boris Iliev", "zz-boris")))
        (tmp_path / "Recommendations_Given.csv").write_text(
            RECOMMENDATIONS
            + 'Ana,Petkova,Firm,Engineer,good,"08/30/22, 05:51 PM",VISIBLE\n'
            + 'Boris,Iliev,Firm,Engineer,good,"08/30/22, 05:51 PM",VISIBLE\n'
        )
        planned, _change = bring(tmp_path)
        assert [e.person for e in network.repository.exchanges.values()] == [people(network)[-1].id]
        assert planned.left_out["rows about people who wait for your decision"] == 2

    def test_a_recommendation_of_one_of_two_namesakes_without_a_hint_is_asked(self, network, tmp_path, bring):
        (tmp_path / "Connections.csv").write_bytes(connections(row(), row(slug="zz-ana-2", company="Other")))
        (tmp_path / "Recommendations_Given.csv").write_text(
            RECOMMENDATIONS + 'Ana,Petkova,Elsewhere,,good,"08/30/22, 05:51 PM",\n'
        )
        bring(tmp_path)
        planned, change = bring(tmp_path)
        assert change is None
        (ask,) = planned.asks
        assert set(ask.candidates) == {p.id for p in people(network)}
        apply(network, planned, {ask.key: ask.candidates[1]})
        assert [e.person for e in network.repository.exchanges.values()] == [ask.candidates[1]]
        assert bring(tmp_path)[0].asks == []


class TestKeptApart:
    def test_two_addresses_are_two_people_whatever_else_agrees(self, network, listed):
        listed(row())
        planned, _change = listed(row(), row(slug="zz-ana-2"))
        assert len(people(network)) == 2
        assert planned.asks == []

    def test_look_alike_letters_are_other_names(self, network, known, listed):
        known(name="Аna Petkova")  # the first letter is Cyrillic
        planned, _change = listed(row())
        assert planned.asks == []
        assert len(people(network)) == 2


class TestChangedAddress:
    def test_two_who_changed_it_on_the_same_day_under_one_name_are_not_guessed(self, network, listed):
        other = row("Boris Iliev", "zz-boris", on="20 Mar 2021")
        listed(row(), row(slug="zz-ana-2"), other)
        listed(row(slug="zz-ana-3"), row(slug="zz-ana-4"), other)
        assert len(people(network)) == 5

    def test_an_incomplete_list_proves_nothing(self, network, listed):
        listed(row(), row("Boris Iliev", "zz-boris", on="20 Mar 2021"))
        planned, _change = listed(row(slug="zz-ana-2"), row("Boris Iliev", "zz-boris", on="20 Mar 2021"), "torn\n")
        assert len(planned.problems) == 1
        assert len(people(network)) == 3
        assert planned.missing == []

    def test_the_former_address_still_finds_the_person(self, network, listed, bring):
        other = row("Boris Iliev", "zz-boris", on="20 Mar 2021")
        listed(row(), other)
        listed(row(slug="zz-ana-new"), other)
        endorsed = (
            "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,"
            "Endorsee Public Url,Endorsement Status\n"
            "2021/05/21 15:13:21 UTC,SQL,Ana,Petkova,www.linkedin.com/in/zz-ana,ACCEPTED\n"
        )
        bring("Endorsement_Given_Info.csv", endorsed.encode())
        assert len(people(network)) == 2
        (exchange,) = network.repository.exchanges.values()
        assert "zz-ana-new" in {f.id for f in network.repository.people[exchange.person].foreign_ids}
        assert network.repository.people[exchange.person].links == ("https://www.linkedin.com/in/zz-ana-new",)


class TestLayoutsWithoutAddresses:
    def test_an_address_learned_later_is_added_to_the_person(self, network, listed):
        listed(row(slug=""))
        listed(row(), name="Connections_2.csv")
        (found,) = people(network)
        assert found.links == (ADDRESS,)

    def test_a_list_without_addresses_finds_those_who_have_one(self, network, listed):
        listed(row())
        planned, _change = listed(row(slug=""))
        assert len(people(network)) == 1
        assert planned.new_people == []

    def test_endorsements_of_both_layouts_are_one(self, network, bring):
        before = (
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status\n"
            "2021/05/21 15:13:21 UTC,SQL,Ana,Petkova,ACCEPTED\n"
        )
        after = (
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
            "Endorser Public Url,Endorsement Status\n"
            "2021/05/21 15:13:21 UTC,SQL,Ana,Petkova,www.linkedin.com/in/zz-ana,ACCEPTED\n"
        )
        bring("Connections.csv", connections(row()))
        bring("Endorsement_Received_Info.csv", before.encode())
        bring("Endorsement_Received_Info.csv", after.encode())
        assert len(network.repository.exchanges) == 1


def test_everybody_gone_is_kept_and_back_again_is_told(network, listed):
    listed(row(), row("Boris Iliev", "zz-boris", on="20 Mar 2021"))
    planned, _change = listed(row("Boris Iliev", "zz-boris", on="20 Mar 2021"))
    assert [p.name for p in planned.missing] == ["Ana Petkova"]
    planned, _change = listed(row(), row("Boris Iliev", "zz-boris", on="20 Mar 2021"))
    assert [[f.field for f in c.fields] for c in planned.changed] == [["listed"]]
    assert all(f.missing_since is None for p in people(network) for f in p.foreign_ids)


@pytest.mark.parametrize(
    "name",
    [
        "[/]",
        "[bold red]x",
        "=cmd|'/c calc'!A1",
        "\x1b[2J\x1b]52;c;aGk=\x07",
        "\u202egnitset",
        "x" * 300,
        "陳大文",
        "nul\0x",
    ],
)
def test_hostile_names_reach_the_network_as_they_are(network, listed, name):
    listed(row(name.replace(" ", "\u00a0"), company=name))
    (found,) = people(network)
    assert found.name == " ".join(name.split())
    assert found.positions[0].organisation == " ".join(name.split())
    assert listed(row(name.replace(" ", "\u00a0"), company=name))[1] is None


def test_a_cell_that_became_empty_removes_nothing(network, listed, everything):
    listed(row(mail="ana@example.org"))
    before = everything()
    _planned, change = listed(row(mail="", company="", title=""))
    assert change is None
    assert everything() == before


def test_a_note_reaches_somebody_known_only_by_an_endorsement(network, tmp_path, bring):
    (tmp_path / "Endorsement_Given_Info.csv").write_text(
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status"
        "\n2021/05/21 15:13:21 UTC,SQL,Ana,Petkova,www.linkedin.com/in/zz-ana,ACCEPTED\n"
    )
    (tmp_path / "Notes.csv").write_text(
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
        f"Ana,Petkova,{ADDRESS},likes tea,,\n"
    )
    bring(tmp_path)
    assert [p.notes for p in people(network)] == ["likes tea"]
