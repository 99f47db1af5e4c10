"""The filters that the lists share: options, the filter line, and what they mean together (all must hold)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from nettui.cli.command import Argument, Count, option
from nettui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nettui.domain.filters import Facts as FilterFacts
    from nettui.domain.ids import Id
    from nettui.domain.periods import Period
    from nettui.domain.query import Query, Target
    from nettui.domain.records import Entry, Exchange, Person, Promise
    from nettui.services.index import Index

__all__ = ["Filters", "filter_options", "limited"]

_T = TypeVar("_T")
_PERIODS = frozenset({"period", "from", "to"})
_ONE_FIELD = re.compile(r"([^\W\d_]+):([^\"“„]*\s[^\"“„]*)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the user asked for. ``count`` None is everything, ``sort`` None the list's own order."""

    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    period: str | None = None
    count: int | None = None
    sort: str | None = None

    def select_people(self, index: Index, people: Iterable[Person]) -> list[Person]:
        """Return those who fit; the period is that of the last contact. Raises InvalidInput."""
        from nettui.domain.filters import person_filter
        from nettui.domain.query import Target

        fits = person_filter(self._query(Target.PEOPLE, index, self.tags), _facts(index, with_last=True))
        period = self._period()
        return [
            person
            for person in people
            if fits(person)
            and (period is None or ((last := index.last_contact(person.id)) is not None and last in period))
        ]

    def select_entries(self, index: Index, entries: Iterable[Entry]) -> list[Entry]:
        """Return those that fit. Raises InvalidInput."""
        from nettui.domain.filters import entry_filter
        from nettui.domain.query import Target

        fits = entry_filter(self._query(Target.JOURNAL, index, self.tags), _facts(index))
        period = self._period()
        return [entry for entry in entries if fits(entry) and (period is None or entry.at.day in period)]

    def select_exchanges(self, index: Index, exchanges: Iterable[Exchange]) -> list[Exchange]:
        """Return those that fit; a tag is one of the person's. Raises InvalidInput."""
        from nettui.domain.ledger import happened_in

        found, period = self.split_exchanges(index, exchanges)
        return [exchange for exchange in found if happened_in(exchange, period)]

    def split_exchanges(self, index: Index, exchanges: Iterable[Exchange]) -> tuple[list[Exchange], Period]:
        """Return those that fit all but the period, and the period: a register of it begins at what was before.

        Raises InvalidInput.
        """
        from nettui.domain.filters import exchange_filter
        from nettui.domain.periods import ALL_TIME
        from nettui.domain.query import Query, Target
        from nettui.domain.query_values import period_of

        query = self._query(Target.LEDGER, index, ())
        bounds = [period_of(term) for term in query.terms if term.field in _PERIODS]
        rest = Query(Target.LEDGER, tuple(term for term in query.terms if term.field not in _PERIODS))
        fits, whom = exchange_filter(rest, _facts(index)), self._tagged(index)
        period = self._period() or ALL_TIME
        for bound in bounds:
            period = period.within(bound)
        return [each for each in exchanges if fits(each) and (whom is None or each.person in whom)], period

    def select_promises(self, index: Index, promises: Iterable[Promise]) -> list[Promise]:
        """Return those that fit; a tag is one of the person's, the period that of the due day. Raises InvalidInput."""
        from nettui.domain.filters import promise_filter
        from nettui.domain.query import Target

        fits, whom = promise_filter(self._query(Target.LEDGER, index, ()), _facts(index)), self._tagged(index)
        period = self._period()
        return [
            promise
            for promise in promises
            if fits(promise)
            and (whom is None or promise.person in whom)
            and (period is None or period.touches(promise.due))
        ]

    def _tagged(self, index: Index) -> frozenset[Id] | None:
        """Return who has all the tags; None when none is asked for."""
        if not self.tags:
            return None
        from nettui.domain.filters import person_filter
        from nettui.domain.query import Query, Target
        from nettui.services.finding.terms import tag_term

        fits = person_filter(Query(Target.PEOPLE, tuple(map(tag_term, self.tags))), _facts(index))
        return frozenset(person.id for person in index.people.values() if fits(person))

    def _query(self, target: Target, index: Index, tags: Iterable[str]) -> Query:
        from nettui.domain.query import Target as Targets
        from nettui.domain.query import Term
        from nettui.services.finding.terms import query_of, tag_term

        name_field = "name" if target is Targets.PEOPLE else "with"
        further = (
            *(Term(name_field, name) for name in self.people),
            *(Term("group", name) for name in self.groups),
            *map(tag_term, tags),
        )
        return query_of(" ".join(_as_line(word) for word in self.words), target, index, further)

    def _period(self) -> Period | None:
        if self.start is None and self.end is None and self.period is None:
            return None
        from nettui.domain.periods import ALL_TIME, Period, parse_day_bound

        asked = Period.between(
            parse_day_bound(self.start) if self.start is not None else None,
            parse_day_bound(self.end) if self.end is not None else None,
        )
        return asked.within(Period.parse(self.period) if self.period is not None else ALL_TIME)


def limited(records: Sequence[_T], count: int | None) -> Sequence[_T]:
    """Return the first ``count``; all when it is None."""
    return records if count is None else records[:count]


def filter_options(sorts: Sequence[str], *, query: bool = True) -> Callable[[Any], Any]:
    """Return a decorator that adds the filters; the command gets them as one argument, ``filters``."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        def run(
            *,
            query: tuple[str, ...] = (),
            people: tuple[str, ...],
            groups: tuple[str, ...],
            tags: tuple[str, ...],
            start: str | None,
            end: str | None,
            count: int | None,
            sort: str | None,
            **others: Any,  # noqa: ANN401 - the options of the command itself
        ) -> Any:  # noqa: ANN401
            filters = Filters(
                words=query, people=people, groups=groups, tags=tags, start=start, end=end, count=count, sort=sort
            )
            return function(filters=filters, **others)

        run.__doc__ = function.__doc__
        run.__click_params__ = list(getattr(function, "__click_params__", ()))  # type: ignore[attr-defined]
        decorated: Callable[..., Any] = run
        for add in reversed(_options(sorts)):
            decorated = add(decorated)
        return click.argument("query", cls=Argument, nargs=-1)(decorated) if query else decorated

    return decorate


def _options(sorts: Sequence[str]) -> list[Callable[[Any], Any]]:
    return [
        option(
            "--with",
            "people",
            multiple=True,
            metavar="NAME",
            shell_complete=_complete_name,
            text=N_("Only with this person; may be repeated."),
        ),
        option("--group", "groups", multiple=True, metavar="NAME", text=N_("Only this circle or group.")),
        option("--tag", "tags", multiple=True, metavar="TAG", text=N_("Only with this tag.")),
        option("--from", "start", metavar="DATE", text=N_("Not before 2026, 2026-11 or 2026-11-23.")),
        option("--to", "end", metavar="DATE", text=N_("Not after 2026, 2026-11 or 2026-11-23.")),
        option("-n", "--count", "count", type=Count(min=0), metavar="COUNT", text=N_("At most so many lines.")),
        option("--sort", "sort", type=click.Choice(list(sorts)), text=N_("Order of the lines.")),
    ]


def _complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from nettui.cli.names import complete

    return complete(ctx, param, incomplete)


def _as_line(word: str) -> str:
    """Return a word of the shell as part of the filter line: the shell ate the quotes of ``company:Acme Data``."""
    match = _ONE_FIELD.match(word)
    return f'{match[1]}:"{match[2]}"' if match and ":" not in match[2] else word


def _facts(index: Index, *, with_last: bool = False) -> FilterFacts:
    from nettui.domain.search import search_fold

    return index.facts(search_fold, with_last=with_last)
