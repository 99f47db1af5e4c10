r"""The plain file as bytes: its layout, found by searching, read a line at a time, and rewritten by splicing.

The layout is JSON that TinyDB reads, with one document a line, so that a change to one document changes one line::

    {
    "_meta": {
     "1": {"app":"nettui","min_reader":1,"schema":1}
    }
    ,"people": {
     "1763881200000417203": {"name":"Ana Björn"}
    ,"1763881260112088913": {"name":"Georgi Ivanov"}
    }
    }

Tables are sorted by name, documents by id, keys within a document by name. JSON has no raw line feed within a string,
so a line feed always ends a line and ``\n}\n`` always ends a table.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from nettui.domain.ids import id_order
from nettui.store.lineage import Lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["IndexRow", "Lines", "Snapshot", "dump", "is_document_id"]

Chunk: TypeAlias = "bytes | memoryview"
IndexRow: TypeAlias = "Sequence[Any]"
"""Name, start and end of a table's lines in the file, number of documents, and its key with its lineage where known."""

_OPEN, _CLOSE = b"{\n", b"}\n"
_SEPARATOR = b"\n,"
_TABLE_END = b"\n}\n"
_MANY = 8
_BLOCK = 64 << 10
_FEW_CHANGES = 200
_NOTHING = hashlib.sha256().hexdigest()
_QUOTED_NUMBER = re.compile(rb'"[0-9]+"')


def dump(document: object) -> bytes:
    """Return ``document`` as JSON on one line: keys sorted, no blanks, UTF-8."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        return text.encode()
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8, but has an escape
        return json.dumps(document, separators=(",", ":"), sort_keys=True).encode()


def is_document_id(key: str) -> bool:
    """Whether stock TinyDB can use ``key`` as an id and we can sort by it."""
    return key.isascii() and key.isdigit()


class Lines:
    """One table: the lines of the file it came from, and what has changed since.

    Documents stay bytes until somebody asks for one. ``revision`` rises with every change. ``base`` is the key of the
    lines as they came from the file, empty until somebody needs it.
    """

    __slots__ = ("_count", "_end", "_key", "_raw", "_start", "base", "changed", "lineage", "revision")

    def __init__(
        self,
        raw: bytes = b"",
        start: int = 0,
        end: int = 0,
        *,
        count: int | None = None,
        base: str = "",
        lineage: Lineage | None = None,
    ) -> None:
        self._raw, self._start, self._end = raw, start, end
        self._count = count
        self.base = base or (_NOTHING if start == end else "")
        self._key = (0, self.base)
        self.lineage = lineage or Lineage()
        self.changed: dict[str, bytes | None] = {}
        self.revision = 0

    @classmethod
    def of(cls, documents: Mapping[str, bytes]) -> Lines:
        """Return a table of ``documents``, which need not be sorted."""
        ordered = sorted(documents, key=id_order)
        raw = _SEPARATOR.join(b'"%s": %s' % (key.encode(), documents[key]) for key in ordered)
        return cls(raw, 0, len(raw), count=len(ordered))

    def get(self, key: str) -> bytes | None:
        """Return the JSON of one document, or None."""
        if key in self.changed:
            return self.changed[key]
        wanted = key.encode(errors="surrogatepass")  # whatever is asked for, even what no file can hold
        at, end, found = self._locate(wanted)
        return self._raw[at + len(wanted) + 4 : end] if found else None

    def put(self, key: str, document: bytes | None) -> None:
        """Set the JSON of one document; None removes it."""
        if self.base and not self.changed:
            self.lineage.mark(self.base)  # what was remembered of the file as it is may be asked for later
        if self.lineage:
            self.lineage.step(key, self.get(key))
        self.changed[key] = document
        self.revision += 1

    def key(self) -> str:
        """Return a name of the present content: two tables of one name hold the same, though not the other way round.

        It is the SHA-256 of the lines that came from the file, and after changes that of the former name and of what
        has changed: a commit, or writing a file of many megabytes, costs no second look at all of it.
        """
        if not self.base:
            self.base = hashlib.sha256(memoryview(self._raw)[self._start : self._end]).hexdigest()
            self._key = (-1, "")
        if self._key[0] != self.revision or not self._key[1]:
            name = self.base
            if self.changed:
                digest = hashlib.sha256(name.encode())
                for key in sorted(self.changed):
                    document = self.changed[key]
                    size = -1 if document is None else len(document)
                    digest.update(b"%d %s %d " % (len(key), key.encode(errors="surrogatepass"), size))
                    digest.update(document or b"")
                name = digest.hexdigest()
            self._key = (self.revision, name)
        return self._key[1]

    def mark(self) -> str:
        """Return :meth:`key` and keep track from here on of what changes."""
        name = self.key()
        self.lineage.mark(name)
        return name

    def mark_commit(self) -> None:
        """Mark the state after a commit of another session, which may have remembered something of it."""
        if self.base and len(self.changed) <= _FEW_CHANGES:
            self.mark()

    def since(self, name: str) -> dict[str, bytes | None] | None:
        """Return the documents that may differ from the content called ``name``, as they were; None when unknown."""
        return {} if name == self.key() else self.lineage.since(name)

    def __len__(self) -> int:
        if self._count is None:
            body = self._end > self._start
            self._count = self._raw.count(_SEPARATOR, self._start, self._end) + 1 if body else 0
        if not self.changed:
            return self._count
        total = self._count
        for key, document in self.changed.items():
            total += (document is not None) - self._locate(key.encode())[2]
        return total

    def ids(self) -> list[str]:
        """Return the ids in order."""
        return [key for key, _ in self.items()]

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Return ids and JSON of all documents, in the order of ids."""
        if not self.changed:
            return self._stored()
        merged: dict[str, bytes | None] = dict(self._stored())
        last = next(reversed(merged), "")
        in_order = True
        for key, document in self.changed.items():
            if document is None:
                merged.pop(key, None)
                continue
            if key not in merged:
                in_order = in_order and id_order(key) > id_order(last)
                last = key
            merged[key] = document
        present = ((key, document) for key, document in merged.items() if document is not None)
        return iter(present if in_order else sorted(present, key=lambda item: id_order(item[0])))

    def search(self, needles: Iterable[str]) -> list[tuple[str, bytes]]:
        """Return the documents whose text holds one of ``needles`` in quotes, in the order of ids."""
        wanted = {b'"%s"' % needle.encode() for needle in needles}
        found = []
        for begin in {self._line_start(at) for at in self._places(wanted)}:
            key, document = _split(self._raw[begin : self._line_end(begin)])
            if key not in self.changed:
                found.append((key, document))
        for key, changed in self.changed.items():
            if changed is not None and any(needle in changed for needle in wanted):
                found.append((key, changed))
        return sorted(found, key=lambda item: id_order(item[0]))

    def _places(self, wanted: set[bytes]) -> Iterator[int]:
        """Return where one of ``wanted`` stands, at least once for each line that has it."""
        if len(wanted) > _MANY:  # one pass that looks at every quoted number, instead of one for each needle
            for match in _QUOTED_NUMBER.finditer(self._raw, self._start, self._end):
                if match[0] in wanted:
                    yield match.start()
            wanted = {needle for needle in wanted if not needle[1:-1].isdigit()}
        for needle in wanted:
            at = self._raw.find(needle, self._start, self._end)
            while at >= 0:
                yield at
                line_end = self._raw.find(b"\n", at, self._end)
                at = -1 if line_end < 0 else self._raw.find(needle, line_end, self._end)

    def _line_start(self, at: int) -> int:
        begin = self._raw.rfind(_SEPARATOR, self._start, at)
        return self._start if begin < 0 else begin + 2

    def runs(self) -> list[Chunk]:
        """Return the table's lines to be joined by the separator, untouched neighbours in one piece."""
        view = memoryview(self._raw)
        if not self.changed:
            return [view[self._start : self._end]] if self._end > self._start else []
        out: list[Chunk] = []
        position, past = self._start, self._end + 2 if self._end > self._start else self._start
        for key in sorted(self.changed, key=id_order):
            wanted = key.encode(errors="surrogatepass")  # whatever is asked for, even what no file can hold
            at, end, found = (past, past, False) if position >= past else self._locate(wanted)
            if at > position:
                out.append(view[position : at - 2])
            document = self.changed[key]
            if document is not None:
                out.append(b'"%s": %s' % (wanted, document))
            position = end + 2 if found else at
        if position < self._end:
            out.append(view[position : self._end])
        return out

    def _stored(self) -> Iterator[tuple[str, bytes]]:
        position = self._start
        while position < self._end:  # by blocks: whoever stops early, or pauses, has not paid for the rest
            stop = self._raw.find(_SEPARATOR, min(position + _BLOCK, self._end), self._end)
            stop = self._end if stop < 0 else stop
            for line in self._raw[position:stop].split(_SEPARATOR):
                yield _split(line)
            position = stop + len(_SEPARATOR)

    def _line_end(self, begin: int) -> int:
        end = self._raw.find(b"\n", begin, self._end)
        return self._end if end < 0 else end

    def _locate(self, wanted: bytes) -> tuple[int, int, bool]:
        """Return start and end of the line with the id ``wanted``; or twice the place where it belongs."""
        raw, order = self._raw, (len(wanted), wanted)
        low, high = self._start, self._end + 2 if self._end > self._start else self._start
        while low < high:
            before = raw.rfind(_SEPARATOR, low, (low + high) // 2)
            begin = low if before < 0 else before + 2
            key = raw[begin + 1 : raw.index(b'"', begin + 1)]
            if key == wanted:
                return begin, self._line_end(begin), True
            if (len(key), key) < order:
                low = self._line_end(begin) + 2
            else:
                high = begin
        return low, low, False


def _split(line: bytes) -> tuple[str, bytes]:
    end = line.index(b'"', 1)
    return line[1:end].decode(), line[end + 3 :]


class Snapshot:
    """All tables of a file."""

    def __init__(self, tables: dict[str, Lines] | None = None) -> None:
        self.tables: dict[str, Lines] = {} if tables is None else tables

    def table(self, name: str) -> Lines:
        """Return a table, an empty one when there was none."""
        lines = self.tables.get(name)
        if lines is None:
            lines = self.tables[name] = Lines()
        return lines

    def names(self) -> list[str]:
        """Return the names of the tables that hold something."""
        return [name for name in sorted(self.tables) if len(self.tables[name])]

    @classmethod
    def of(cls, tables: Mapping[str, Mapping[str, bytes]]) -> Snapshot:
        """Return a snapshot of documents given as JSON, by table and id."""
        return cls({name: Lines.of(documents) for name, documents in tables.items()})

    @classmethod
    def scan(cls, raw: bytes) -> Snapshot:
        """Find the tables in bytes that this class wrote; ValueError when the layout is another one.

        Only the frame is looked at, not the documents: use it on bytes known to be our own.
        """
        if not raw.startswith(_OPEN) or not raw.endswith(_CLOSE):
            raise ValueError("not our layout")
        tables: dict[str, Lines] = {}
        at = len(_OPEN)
        while raw[at : at + 2] != _CLOSE:
            line_end = raw.index(b"\n", at)
            header = raw[at:line_end].removeprefix(b",")
            if not header.endswith(b": {"):
                raise ValueError("not our layout")
            start = line_end + 2
            end = raw.index(_TABLE_END, start)
            tables[json.loads(header[:-3])] = Lines(raw, start, end)
            at = end + len(_TABLE_END)
        if at + 2 != len(raw):
            raise ValueError("not our layout")
        return cls(tables)

    @classmethod
    def from_index(cls, raw: bytes, index: Iterable[IndexRow]) -> Snapshot:
        """Return the tables at the places that :meth:`render` gave for the same bytes."""
        return cls(
            {
                name: Lines(raw, start, end, count=n, base=base, lineage=Lineage.of(more[0]) if more else None)
                for name, start, end, n, base, *more in index
            }
        )

    def render(self) -> tuple[list[Chunk], list[IndexRow]]:
        """Return the bytes of the file in pieces, and where in them each table is."""
        chunks: list[Chunk] = [_OPEN]
        index: list[IndexRow] = []
        position = len(_OPEN)
        comma = b""
        for name in self.names():
            lines = self.tables[name]
            header = comma + dump(name) + b": {\n "
            chunks.append(header)
            position += len(header)
            start = position
            for number, run in enumerate(lines.runs()):
                if number:
                    chunks.append(_SEPARATOR)
                    position += 2
                chunks.append(run)
                position += len(run)
            row = (name, start, position, len(lines), lines.key() if lines.base else "")
            index.append((*row, lines.lineage.rows()) if lines.lineage else row)
            chunks.append(_TABLE_END)
            position += len(_TABLE_END)
            comma = b","
        chunks.append(_CLOSE)
        return chunks, index

    def name_contents(self) -> None:
        """See to it that :meth:`render` can tell the key of each table."""
        for lines in self.tables.values():
            lines.key()

    def to_bytes(self) -> bytes:
        """Return the whole file."""
        return b"".join(self.render()[0])
