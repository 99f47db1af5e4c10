"""What the measures of breadth look at of each person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from nettui.domain.breadth import company_of, industry_of
from nettui.domain.ids import id_order
from nettui.domain.organisations import organisation_key
from nettui.domain.outside import employers_of, industries_of
from nettui.domain.records import Level, Met, Person
from nettui.domain.variety import industry_key
from nettui.services.facts.by_person import ByPerson
from nettui.services.facts.remembered import dict_in_slices

if TYPE_CHECKING:
    from collections.abc import Generator

    from nettui.domain.ids import Id
    from nettui.services.ports import Json

__all__ = ["BreadthFacts", "Sketch"]

_MET = Met(how="somehow")


class Sketch(NamedTuple):
    """One person, as far as breadth goes. Of how we met only ``by`` is kept, and whether there is anything else.

    ``employers`` and ``trades`` are the keys of all present employers and their industries.
    """

    id: Id
    archived: bool
    level: Level | None
    groups: tuple[Id, ...]
    company: str
    company_key: str
    industry: str
    industry_key: str
    employers: tuple[str, ...]
    trades: tuple[str, ...]
    met: Met | None


class BreadthFacts(ByPerson[Sketch]):
    """A sketch of everybody."""

    name: ClassVar[str] = "breadth-facts"
    version: ClassVar[int] = 2

    def people(self) -> list[Sketch]:
        """Return those who are not archived, in the order of ids."""
        return sorted((row for row in self._rows.values() if not row.archived), key=lambda row: id_order(row.id))

    def _make(self, person: Person, today: date) -> Sketch:
        company, industry = company_of(person, today), industry_of(person, today)
        met = person.met
        if met is not None and met.by is None:
            met = _MET if met.how.strip() else None
        elif met is not None:
            met = Met(by=met.by)
        return Sketch(
            id=person.id,
            archived=person.archived,
            level=person.level,
            groups=person.groups,
            company=company,
            company_key=organisation_key(company),
            industry=industry,
            industry_key=industry_key(industry),
            employers=employers_of(person, today),
            trades=industries_of(person, today),
            met=met,
        )

    def _unpack(self, value: Json) -> Generator[None, None, Any]:
        yield
        found: Any = value
        ids, archived, levels, groups, *names, employers, trades, met_by = found["columns"]
        level = {each.value: each for each in Level} | {"": None}
        met = {by: None if by == "" else _MET if by is None else Met(by=by) for by in set(met_by)}
        yield
        sketches = zip(
            ids,
            archived,
            map(level.__getitem__, levels),
            map(tuple, groups),
            *names,
            map(tuple, employers),
            map(tuple, trades),
            map(met.__getitem__, met_by),
            strict=True,
        )
        found["rows"] = yield from dict_in_slices((row[0], Sketch._make(row)) for row in sketches)
        return found

    def _restore(self, value: Any, today: date) -> date:  # noqa: ANN401, ARG002
        day = date.fromordinal(value["day"])
        self._rows, self._turns = value["rows"], dict(value["turns"])
        return day

    def _dump(self) -> Json:
        rows = self._rows.values()
        columns: list[Any] = [
            [row.id for row in rows],
            [row.archived for row in rows],
            [row.level.value if row.level else "" for row in rows],
            [row.groups for row in rows],
            [row.company for row in rows],
            [row.company_key for row in rows],
            [row.industry for row in rows],
            [row.industry_key for row in rows],
            [row.employers for row in rows],
            [row.trades for row in rows],
            ["" if row.met is None else row.met.by for row in rows],
        ]
        return {"day": self._as_of(), "turns": dict(self._turns), "columns": columns}
