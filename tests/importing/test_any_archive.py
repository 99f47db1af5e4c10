"""Whatever a source says, importing it twice is importing it once, and an older one never sets anything back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain.change import Edit
from nettui.domain.records import Person, Position
from nettui.formats.detect import read_incoming
from nettui.services.clock import FixedClock
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository

names = st.sampled_from(
    ["Ana Petkova", "ana petkova", "Ana Petkova, PhD", "Boris Iliev", "Мария Ана", "X", "Ána Petkova"]
)
slugs = st.sampled_from(["", "zz-a", "zz-b", "zz-c", "zz-d"])
companies = st.sampled_from(["", "Firm", "Other", "FIRM"])
mails = st.sampled_from(["", "", "a@example.org", "b@example.org"])
days = st.sampled_from(["12 Mar 2021", "13 Mar 2021", "29 Feb 2020"])
times = st.sampled_from(['"08/30/22, 05:51 PM"', '"08/31/22, 05:51 PM"'])


@st.composite
def connections(draw):
    rows = draw(st.lists(st.tuples(names, slugs, mails, companies, companies, days), max_size=6))
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    lines += [
        f'"{name}",,{f"https://www.linkedin.com/in/{slug}" if slug else ""},{mail},{company},{title},{day}'
        for name, slug, mail, company, title, day in rows
    ]
    return "Connections.csv", "\n".join(lines)


@st.composite
def recommendations(draw):
    status = st.sampled_from(["VISIBLE", "HIDDEN", "PENDING", ""])
    rows = draw(st.lists(st.tuples(names, companies, companies, companies, times, status), max_size=4))
    lines = ["First Name,Last Name,Company,Job Title,Text,Creation Date,Status"]
    lines += [f'"{n}",,{c},{t},{x},{at},{s}' for n, c, t, x, at, s in rows]
    return f"Recommendations_{draw(st.sampled_from(['Given', 'Received']))}.csv", "\n".join(lines)


@st.composite
def endorsements(draw):
    rows = draw(st.lists(st.tuples(names, slugs, st.sampled_from(["SQL", "Tea"])), max_size=4))
    lines = [
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status"
    ]
    lines += [
        f'2021/05/21 15:13:21 UTC,{skill},"{n}",,{f"www.linkedin.com/in/{s}" if s else ""},ACCEPTED'
        for n, s, skill in rows
    ]
    return "Endorsement_Given_Info.csv", "\n".join(lines)


@st.composite
def messages(draw):
    rows = draw(st.lists(st.tuples(st.sampled_from("12"), names, slugs, st.sampled_from("123")), max_size=4))
    lines = ["CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER"]
    me = "https://www.linkedin.com/in/zz-me"
    lines += [
        f'c{c},"{n}",{f"https://www.linkedin.com/in/{s}" if s else ""},Me,{me},2021-03-1{d} 03:18:54 UTC,hi,INBOX'
        for c, n, s, d in rows
    ]
    return "messages.csv", "\n".join(lines)


sources = st.one_of(connections(), connections(), recommendations(), endorsements(), messages())
by_hand = st.lists(
    st.tuples(names, slugs, mails, companies).map(
        lambda t: {
            "name": t[0],
            "links": (f"https://www.linkedin.com/in/{t[1]}",) if t[1] else (),
            "emails": (t[2],) if t[2] else (),
            "positions": (Position(organisation=t[3]),) if t[3] else (),
        }
    ),
    max_size=3,
)


def fresh(people):
    clock = FixedClock(datetime(2026, 11, 23, 10, tzinfo=UTC))
    network = Network(MemoryRepository(clock), clock)
    network.save([Person(id=clock.new_id(), **fields) for fields in people], action="person.add")
    return network


def bring(network, source):
    name, text = source
    incoming = read_incoming(Path(name), zone=UTC, me=network.repository.me, data=text.encode())
    planned = plan(network, incoming)
    return planned, apply(network, planned)


def snapshot(network):
    r = network.repository
    return [dict(t) for t in (r.people, r.entries, r.exchanges, r.imports)], r.me


@given(by_hand, st.lists(sources, min_size=1, max_size=4))
@settings(max_examples=150)
def test_the_same_source_again_changes_nothing_and_undo_restores(people, several):
    network = fresh(people)
    for source in several:
        before = snapshot(network)
        planned, change = bring(network, source)
        after = snapshot(network)
        assert (change is None) == planned.empty
        if change:
            undo = [Edit(e.table, e.id, e.after, e.before) for e in reversed(change.edits)]
            network.repository.commit(undo, action="undo")
            assert snapshot(network) == before
            network.repository.commit(change.edits, action="redo")
            assert snapshot(network) == after
        again, nothing = bring(network, source)
        assert nothing is None, again.changed
        assert snapshot(network) == after


@given(by_hand, st.lists(sources, min_size=1, max_size=3))
@settings(max_examples=80)
def test_nobody_and_nothing_is_removed_and_links_lead_somewhere(people, several):
    network = fresh(people)
    for source in several:
        before = set(network.repository.people), set(network.repository.exchanges), set(network.repository.entries)
        bring(network, source)
        repository = network.repository
        after = set(repository.people), set(repository.exchanges), set(repository.entries)
        assert all(b <= a for b, a in zip(before, after, strict=True))
        assert all(e.person in repository.people for e in repository.exchanges.values())
        assert all(i in repository.people for e in repository.entries.values() for i in e.people)


@given(by_hand, st.lists(sources, min_size=1, max_size=3))
@settings(max_examples=80)
def test_no_profile_address_belongs_to_two_people(people, several):
    network = fresh(people)
    for source in several:
        bring(network, source)
    ids = [f.id for p in network.repository.people.values() for f in p.foreign_ids if f.source == "linkedin"]
    assert len(ids) == len(set(ids))
