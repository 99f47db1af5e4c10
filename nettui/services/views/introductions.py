"""An introduction in words, seen from each of its three people: who brought whom together, how far, and what next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import introductions
from nettui.domain.introductions import Todo
from nettui.domain.ledger import CLOSED, COUNTED, OPEN
from nettui.domain.records import ME_ID, Consenting, Status
from nettui.domain.statuses import STATUS_NAMES
from nettui.i18n import _, pgettext
from nettui.services.views.refs import ref
from nettui.services.views.rows import IntroductionRow, Ref, SideRow
from nettui.services.views.words import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange
    from nettui.services.index import Index

__all__ = ["about", "answer", "brief_state", "in_words", "introduction_row", "next_words", "sentence", "state", "told"]


def introduction_row(index: Index, exchange: Exchange) -> IntroductionRow | None:
    """Return the three parties of an introduction and its state; None for another exchange."""
    if not introductions.is_introduction(exchange):
        return None
    return IntroductionRow(
        introducer=_ref(index, introductions.introducer(exchange)),
        sides=tuple(
            SideRow(_ref(index, side), introductions.consent_of(exchange, side))
            for side in introductions.sides(exchange)
        ),
        status=exchange.status,
        outcome=exchange.outcome.strip(),
        told_on=exchange.told_on,
        next=introductions.next_thing(exchange),
    )


def _ref(index: Index, who: Id) -> Ref:
    return Ref(ME_ID, index.me.name if index.me is not None else "") if who == ME_ID else ref(index, who)


def sentence(row: IntroductionRow, of: Id | None = None) -> str:
    """Return who brought whom together: "you introduced Maria and Georgi", "Ani introduced you to Georgi".

    The person ``of``, on whose page it stands, comes last among the sides: where the line is cut, the other name is
    read. Before it is done the present says it, and after it came to nothing what was to be.
    """
    sides = sorted(row.sides, key=lambda side: side.who.id == of)
    first, *rest = [side.who.name for side in sides if side.who.id != ME_ID] or [_nobody_named()]
    words = _sentences(to_me=any(side.who.id == ME_ID for side in row.sides), by_me=row.introducer.id == ME_ID)
    tense = 0 if row.status in OPEN else 2 if row.status in CLOSED else 1
    return words[tense].format(
        introducer=row.introducer.name, one=first, others=", ".join(rest) if rest else _nobody_named()
    )


def _sentences(*, to_me: bool, by_me: bool) -> tuple[str, str, str]:
    """Return the sentences for what is to be, what was done, and what came to nothing."""
    if to_me:
        return (
            _("{introducer} introduces you to {one}"),
            _("{introducer} introduced you to {one}"),
            _("{introducer} was to introduce you to {one}"),
        )
    if by_me:
        return (
            _("you introduce {one} and {others}"),
            _("you introduced {one} and {others}"),
            _("you were to introduce {one} and {others}"),
        )
    return (
        _("{introducer} introduces {one} and {others}"),
        _("{introducer} introduced {one} and {others}"),
        _("{introducer} was to introduce {one} and {others}"),
    )


def about(row: IntroductionRow, subject: str, of: Id | None = None) -> str:
    """Return :func:`sentence` with the subject behind it, where there is one."""
    said, subject = sentence(row, of), subject.strip()
    return _("{sentence}: {subject}").format(sentence=said, subject=subject) if subject else said


def state(row: IntroductionRow) -> str:
    """Return in few words how far it is: who was not asked, whose answer is awaited, else the status."""
    todo = row.next
    if row.status not in OPEN or todo is None:
        return _(STATUS_NAMES[row.status])
    name = _name(row, todo.who)
    if todo.todo is Todo.NAME:
        return _(STATUS_NAMES[row.status])
    if todo.who == ME_ID and todo.todo is not Todo.INTRODUCE:
        return _("waiting for you")
    words = {
        Todo.ASK: _("{name} not asked"),
        Todo.ANSWER: _("waiting for {name}"),
        Todo.INTRODUCE: _("both agreed"),
        Todo.CLOSE: _("{name} declined"),
    }
    return words[todo.todo].format(name=name)


def brief_state(row: IntroductionRow) -> str:
    """Return :func:`state` in a word or two, for a column: without the names, which its record tells."""
    todo = row.next.todo if row.next is not None and row.status in OPEN else None
    words = {
        # Translators: how far an introduction is: one of the two sides was not asked yet.
        Todo.ASK: pgettext("side of an introduction", "not asked"),
        # Translators: how far an introduction is: a side was asked and has not answered.
        Todo.ANSWER: _("waiting"),
        Todo.INTRODUCE: _("both agreed"),
        Todo.CLOSE: _(STATUS_NAMES[Status.DECLINED]),
    }
    return words[todo] if todo in words else _(STATUS_NAMES[row.status])


def answer(side: SideRow, today: date) -> str:
    """Return in words what a side said and when: "agreed, 12 Nov", "asked, 3 Nov, no answer yet", "not asked yet"."""
    if side.consent is None:
        return _("not said yet") if side.who.id == ME_ID else _("not asked yet")
    on = short_date(side.consent.on, today) if side.consent.on is not None else ""
    words = {
        Consenting.ASKED: (_("asked {date}, no answer yet"), _("asked, no answer yet")),
        Consenting.AGREED: (_("agreed {date}"), answer_word(Consenting.AGREED)),
        Consenting.DECLINED: (_("declined {date}"), answer_word(Consenting.DECLINED)),
    }
    return words[side.consent.answer][not on].format(date=on)


def answer_word(answer: Consenting) -> str:
    """Return what a side said in one word, for instance "agreed"."""
    words = {
        # Translators: one side of an introduction: this person was asked, agreed, or declined.
        Consenting.ASKED: pgettext("answer of a side", "asked"),
        Consenting.AGREED: pgettext("answer of a side", "agreed"),
        Consenting.DECLINED: pgettext("answer of a side", "declined"),
    }
    return words[answer]


def _nobody_named() -> str:
    # Translators: in "you introduce Maria and somebody": a side that is not written down.
    return pgettext("side of an introduction", "somebody")


def next_words(row: IntroductionRow) -> str:
    """Return what to do next as one sentence; empty when nothing is left to do."""
    todo = row.next
    if todo is None:
        return ""
    by_me = row.introducer.id == ME_ID
    if todo.who == ME_ID and todo.todo is not Todo.INTRODUCE:
        return {
            Todo.ASK: _("Tell {introducer} whether you would like it."),
            Todo.ANSWER: _("Tell {introducer} whether you would like it."),
            Todo.CLOSE: _("You declined: let {introducer} know, and close it."),
            Todo.OUTCOME: _("Write down what came of it."),
        }[todo.todo].format(introducer=row.introducer.name)
    to_me = any(side.who.id == ME_ID for side in row.sides)
    theirs = _("All agreed: {introducer} introduces you.") if to_me else _("All agreed: {introducer} introduces them.")
    words = {
        Todo.NAME: _("Write down whom it brings together."),
        Todo.ASK: _("Ask {name} first.") if by_me else _("{introducer} asks {name} first."),
        Todo.ANSWER: _("{name} was asked: wait for the answer."),
        Todo.INTRODUCE: _("Both agreed: introduce them.") if by_me else theirs,
        Todo.CLOSE: _("{name} declined: let the other side know, and close it."),
        Todo.OUTCOME: _("Ask {name} what came of it."),
        Todo.TELL: _("Tell {introducer} what came of it."),
        Todo.THANK: _("Thank {introducer}."),
    }
    return words[todo.todo].format(name=_name(row, todo.who), introducer=row.introducer.name)


def in_words(row: IntroductionRow, today: date) -> Iterator[str]:
    """Yield what is known of an introduction, a line each: the sentence, each side, what came of it, what is next."""
    yield sentence(row)
    for side in row.sides:
        who = _("you") if side.who.id == ME_ID else side.who.name
        yield _("{name}: {answer}").format(name=who, answer=answer(side, today))
    if row.outcome:
        yield _("what came of it: {outcome}").format(outcome=row.outcome)
    if row.told_on is not None:
        yield told(row, today)
    if words := next_words(row):
        yield _("next: {what}").format(what=words)


def told(row: IntroductionRow, today: date) -> str:
    """Return whether the introducer knows what came of it; empty when that is not to be said yet."""
    if row.told_on is not None:
        on = short_date(row.told_on, today)
        if row.introducer.id == ME_ID:
            return _("you know, since {date}").format(date=on)
        return _("{introducer} knows, since {date}").format(introducer=row.introducer.name, date=on)
    if row.status not in COUNTED or row.introducer.id == ME_ID:
        return ""
    return _("{introducer} was not told yet").format(introducer=row.introducer.name)


def _name(row: IntroductionRow, who: Id | None) -> str:
    refs = (row.introducer, *(side.who for side in row.sides))
    return next((each.name for each in refs if each.id == who), "")
