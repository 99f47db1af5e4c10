"""What each line of the table means, to the last field."""

from __future__ import annotations

import pytest

from nettui.domain.dates import Moment
from nettui.domain.transliteration import has_cyrillic
from nettui.services.capture.parse import understand
from tests.capture.invented import NOW, invented_network
from tests.capture.lines import LINES, Case


@pytest.fixture(scope="module")
def invented():
    return invented_network()


def shown(ref):
    if ref is None:
        return ""
    return ("?" if ref.undecided else "+" if ref.new else "") + ref.name


def meaning(understood) -> Case:
    return Case(
        line=understood.line,
        at=str(understood.at) if understood.dated else "",
        channel=understood.channel.value,
        text=understood.text,
        people=[shown(ref) for ref in understood.people],
        mentions=[shown(ref) for ref in understood.mentions],
        tags=list(understood.tags),
        promises=[(p.whose.value, p.text, shown(p.person), str(p.due or "")) for p in understood.promises],
        exchanges=[
            (
                f"{e.direction.value} {e.kind.value} {e.status.value}",
                e.subject,
                shown(e.person),
                [shown(ref) for ref in e.others],
                str(e.due or ""),
            )
            for e in understood.exchanges
        ],
        ask={ask.text: [one.name for one in ask.candidates] for ask in understood.ask},
        problems=[(problem.value, text) for problem, text in understood.problems],
    )


@pytest.mark.parametrize("case", LINES, ids=lambda case: case.line[:50])
def test_line_means_exactly(case, invented):
    understood = understand(invented, case.line)

    assert meaning(understood) == case
    if not understood.dated:
        assert understood.at == Moment.of(NOW)


def test_the_table_is_large_and_half_bulgarian():
    lines = [case.line for case in LINES]

    assert len(set(lines)) == len(lines) >= 120
    assert 2 * sum(has_cyrillic(line) for line in lines) >= len(lines)


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        (
            "yesterday: coffee with Maria about Todor #phd. promised: my CV by friday",
            "date=yesterday: channel=coffee person=Maria mention=Todor tag=#phd "
            "section=promised:_ promise=my_CV_by_friday due=by_friday",
        ),
        (
            "вчера: кафе с Мария. помолих: съвет до петък",
            "date=вчера: channel=кафе person=Мария section=помолих:_ exchange=съвет_до_петък kind=съвет due=до_петък",
        ),
        ('call: @ivan, \\Elena, +"Nora Lind"', 'channel=call: ask=@ivan escape=\\ new=+"Nora_Lind"'),
        ("бележка: за Мария", "channel=бележка: mention=Мария"),
        (
            "promised: tell Elena about Todor",
            "section=promised:_ promise=tell_Elena_about_Todor person=Elena mention=Todor",
        ),
        ("just words", ""),
    ],
)
def test_spans_show_what_was_understood_as_what(line, spans, invented):
    understood = understand(invented, line)

    shown = [f"{span.role.value}={line[span.start : span.end].replace(' ', '_')}" for span in understood.spans]
    assert " ".join(shown) == spans
