"""A LinkedIn CSV file as rows by column name, wherever its header stands and whoever saved it last.

Untouched files are UTF-8 with commas; a spreadsheet makes of them UTF-8 with a byte order mark, UTF-16 with tabs, or
semicolons. The header is found by its cells: the preamble above it changes its words from year to year.
"""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nettui.domain.incoming import Problem, problem
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["MAX_FIELD", "Row", "Table", "column", "decode", "find_header", "read_table"]

MAX_FIELD = 16 * 1024 * 1024
"""Characters of one cell: csv's own limit of 131,072 is less than a long message may have."""
_HEADER_WITHIN = 50
_MAX_REPAIRS = 50
_MAX_PROBLEMS = 1_000
_DELIMITERS = (",", ";", "\t")

_ALIASES: Mapping[str, str] = {
    # Not verified against a real localised archive: an account set to Portuguese had English headers. Other importers
    # carry these names, and accepting them costs nothing.
    "vorname": "first name",
    "nachname": "last name",
    "e-mail-adresse": "email address",
    "unternehmen": "company",
    "firma": "company",
    "verbunden am": "connected on",
    "vernetzt am": "connected on",
    "prénom": "first name",
    "nom": "last name",
    "nom de famille": "last name",
    "adresse e-mail": "email address",
    "entreprise": "company",
    "société": "company",
    "poste": "position",
    "connecté le": "connected on",
    "date de connexion": "connected on",
    "nombre": "first name",
    "apellido": "last name",
    "apellidos": "last name",
    "dirección de correo electrónico": "email address",
    "correo electrónico": "email address",
    "empresa": "company",
    "cargo": "position",
    "puesto": "position",
    "conectado el": "connected on",
    "fecha de conexión": "connected on",
    "nome": "first name",
    "cognome": "last name",
    "indirizzo email": "email address",
    "indirizzo e-mail": "email address",
    "azienda": "company",
    "posizione": "position",
    "collegato il": "connected on",
    "data di collegamento": "connected on",
}


def column(cell: str) -> str:
    """Return the name under which a header cell is known here."""
    name = " ".join(cell.replace("\ufeff", "").split()).casefold()
    return _ALIASES.get(name, name)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, and its cells by column name, blanks at their ends removed and inner runs kept."""

    number: int
    cells: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a cell without blanks at its ends, its lines ended by a line feed; "" when there is no such column."""
        return self.cells.get(name, "").replace("\r\n", "\n").replace("\r", "\n").strip()

    def line(self, name: str) -> str:
        """Return a cell with runs of blanks collapsed."""
        return " ".join(self.cells.get(name, "").split())


@dataclass(slots=True)
class Table:
    """The rows of one file, the columns it has, and what could not be read."""

    name: str
    columns: frozenset[str] = frozenset()
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def decode(data: bytes) -> str:
    """Return the text of a CSV file: UTF-8 with or without mark, UTF-16 with a mark or recognisable without one.

    Bytes that are no UTF-8 become U+FFFD, which :func:`read_table` reports row by row.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    start = data[:4]
    if len(start) == 4 and start[1] == start[3] == 0 and start[0] and start[2]:
        return data.decode("utf-16-le", "replace")
    if len(start) == 4 and start[0] == start[2] == 0 and start[1] and start[3]:
        return data.decode("utf-16-be", "replace")
    return data.decode("utf-8-sig", "replace")


def _parse(lines: Sequence[str], start: int, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (first line, line after, cells) of each row from line ``start`` on; raises csv.Error."""
    before = csv.field_size_limit(MAX_FIELD)
    try:
        reader = csv.reader((lines[i] for i in range(start, len(lines))), delimiter=delimiter)
        first = start
        for cells in reader:
            yield first, start + reader.line_num, cells
            first = start + reader.line_num
    finally:
        csv.field_size_limit(before)


def find_header(lines: Sequence[str], required: frozenset[str]) -> tuple[int, str, list[str]] | None:
    """Return (line after the header, delimiter, columns) of the first row that has all ``required`` columns."""
    for delimiter in _DELIMITERS:
        try:
            for _first, after, cells in _parse(lines[:_HEADER_WITHIN], 0, delimiter):
                columns = [column(cell) for cell in cells]
                if required <= set(columns):
                    return after, delimiter, columns
        except csv.Error:
            continue
    return None


def read_table(name: str, data: bytes, required: frozenset[str]) -> Table:
    """Read the rows below the header that has all ``required`` columns.

    A torn row, one with another number of cells than the header, is reported and left out; reading goes on at the line
    after the one it began on, so that one lost quotation mark does not swallow the rest of the file.
    """
    table = Table(name)
    lines = list(io.StringIO(decode(data), newline=""))
    found = find_header(lines, required)
    if found is None:
        if any(line.strip("\ufeff \t\r\n") for line in lines):
            table.problems.append(problem(name, _("This file does not have the columns that were expected.")))
        return table
    position, delimiter, columns = found
    table.columns = frozenset(columns)
    undecoded = b"\xef\xbf\xbd" not in data  # a replacement character that is really in the file is nobody's fault
    repairs = 0
    while position < len(lines):
        position, torn = _rows(table, lines, position, delimiter, columns, undecoded=undecoded)
        repairs += torn
        if repairs > _MAX_REPAIRS or len(table.problems) > _MAX_PROBLEMS:
            table.problems.append(
                problem(name, _("Too many torn rows; the rest of the file was not read."), row=position + 1)
            )
            break
    return table


def _rows(
    table: Table, lines: Sequence[str], position: int, delimiter: str, columns: list[str], *, undecoded: bool
) -> tuple[int, int]:
    """Read rows into ``table`` until the end or a torn row; return the line to go on at and how many were torn."""
    first = after = position
    try:
        for first, after, cells in _parse(lines, position, delimiter):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
                table.problems.append(
                    problem(
                        table.name,
                        _("This row has {count} cells instead of {expected}.").format(
                            count=len(cells), expected=len(columns)
                        ),
                        row=first + 1,
                        value=cells[0],
                    )
                )
                if after - first > 1 or len(table.problems) > _MAX_PROBLEMS:
                    return first + 1, 1
                continue
            if undecoded and any("\ufffd" in cell for cell in cells):
                bad = next(i for i, cell in enumerate(cells) if "\ufffd" in cell)
                table.problems.append(
                    problem(
                        table.name,
                        _("Letters that cannot be read: save the file as “CSV UTF-8”."),
                        row=first + 1,
                        column=columns[min(bad, len(columns) - 1)],
                        value=cells[bad],
                    )
                )
                continue
            table.rows.append(Row(first + 1, dict(zip(columns, cells, strict=False))))
    except csv.Error:
        table.problems.append(problem(table.name, _("A cell of this row is too long."), row=after + 1))
        return after + 1, 1
    return len(lines), 0
