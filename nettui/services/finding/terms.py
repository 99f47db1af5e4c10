"""Filter lines: what a typed line means in this network, for the command line and, leniently, while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.counted import asks_for_none
from nettui.domain.query import Query, Term, parse, pieces, term_of
from nettui.errors import InvalidInput
from nettui.i18n import in_every_language
from nettui.services.names import GROUP_KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nettui.domain.ids import Id
    from nettui.domain.query import Target
    from nettui.services.index import Index

__all__ = ["Reading", "in_this_network", "query_of", "read_while_typed", "tag_term"]


def tag_term(text: str) -> Term:
    """Return the term for a tag, given with or without its ``#``."""
    return Term("tag", text.removeprefix("#"))


def query_of(line: str, target: Target, index: Index, further: Iterable[Term] = ()) -> Query:
    """Return what ``line`` and ``further`` terms mean together. Raises InvalidInput."""
    typed = parse(line, target)
    return in_this_network(Query(target, (*typed.terms, *further)), index)


def in_this_network(query: Query, index: Index) -> Query:
    """Return ``query`` with the six circles by id: they are called differently in each language, and by kind."""
    if not query.values("group"):
        return query
    circles = _circles(index)
    return Query(
        query.target,
        tuple(
            Term("group", circles.get(term.value.casefold(), term.value), term.exact) if term.field == "group" else term
            for term in query.terms
        ),
    )


def _circles(index: Index) -> dict[str, Id]:
    """Return the circles by kind, for scripts, and by their names in every language, for people."""
    return {
        name.casefold(): group.id
        for group in index.groups.values()
        if not group.name
        for name in (*in_every_language(GROUP_KIND_NAMES[group.kind]), group.kind.value)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A line as far as it can be understood: the terms that make sense, and what to say of the first that does not.

    ``words`` are the texts to highlight: bare words and the values of text fields.
    """

    query: Query
    words: tuple[str, ...] = ()
    problem: str = ""
    hint: str = ""


_TEXT_FIELDS = frozenset({"", "name", "company", "title", "industry", "place", "need", "with", "tag"})


def read_while_typed(line: str, target: Target, index: Index, check: Callable[[Term], object]) -> Reading:
    """Read a line that may be half typed; nothing is raised.

    A part that makes no sense (yet), such as ``company:`` or ``last:>1``, is left out: the list stays as wide as the
    rest says. ``check`` raises InvalidInput for a term whose value its field cannot have.
    """
    terms: list[Term] = []
    problem: InvalidInput | None = None
    for piece in pieces(line):
        try:
            term = term_of(piece, target)
            if term is not None:
                for meant in in_this_network(Query(target, (term,)), index).terms:
                    check(meant)
                    terms.append(meant)
        except InvalidInput as error:
            problem = problem or error
    return Reading(
        query=Query(target, tuple(terms)),
        words=tuple(dict.fromkeys(t.value for t in terms if t.field in _TEXT_FIELDS and not asks_for_none(t))),
        problem=problem.message if problem is not None else "",
        hint=(problem.hint or "") if problem is not None else "",
    )
