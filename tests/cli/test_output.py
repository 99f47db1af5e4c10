"""Tables, lines and JSON, in a pipe and on a terminal."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nettui.cli import output
from nettui.cli.output import Column, Table, print_json, print_lines, print_table

TABLE = Table(
    (Column(title="Name", least=6, rank=0), Column(title="N", right=True, rank=1), Column(title="Note", rank=2)),
    [
        (("李小龙", "strong"), "7", "short"),
        ("e\u0301milie", "1234", "a note\nof two lines"),
        ("[bold red]x[/] \x1b[31m", "0", "\u202e"),
    ],
    empty="Nothing.",
)


class Terminal:
    """A standard output that says it is a terminal and keeps what it was sent."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    fake = Terminal()
    # pytest puts its own stdout back between a fixture and its test, so only the module under test sees this one.
    monkeypatch.setattr(output, "sys", SimpleNamespace(stdout=fake))
    return fake


def test_plain_rows_are_aligned_by_cells_and_hold_no_tab(capsys):
    print_table(TABLE)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all("\t" not in line and "\x1b" not in line for line in lines)
    ends = {
        cell_len(line[: line.index(word)])
        for line, word in zip(lines, ("Note", "short", "a note", "<U+202E>"), strict=True)
    }
    assert len(ends) == 1


def test_right_aligned_numbers_end_in_one_column(capsys):
    print_table(TABLE)
    lines = capsys.readouterr().out.splitlines()
    ends = {
        cell_len(line[: line.index(n) + len(n)])
        for line, n in zip(lines, ("N ", "7 ", "1234 ", "0 "), strict=True)
        if n.strip() != "N"
    }
    assert len(ends) == 1


def test_markup_and_escapes_of_a_name_are_shown_as_they_are(terminal):
    print_table(TABLE)
    assert "[bold red]x[/]" in terminal.text
    assert "\x1b[31m" not in terminal.text
    assert "\u202e" not in terminal.text
    assert "␛[31m" in terminal.text


def test_a_terminal_gets_colour_and_no_color_forbids_every_attribute(terminal, monkeypatch):
    print_table(TABLE)
    assert "\x1b[" in terminal.text
    terminal.text = ""
    monkeypatch.setenv("NO_COLOR", "1")
    print_table(TABLE)
    print_lines([[("word", "accent"), " more"]])
    assert "\x1b" not in terminal.text


def test_a_dumb_terminal_gets_no_escape(terminal, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    print_table(TABLE)
    assert "\x1b" not in terminal.text
    assert "short" in terminal.text


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_row_is_wider_than_the_terminal_nor_wraps(terminal, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    rows = [("x" * 300, "1", "字" * 100), ("short", "2", "y")]
    print_table(
        Table(
            (Column(title="Name", least=10), Column(title="N", rank=1), Column(title="Note", least=8, rank=2)),
            rows,
            empty="",
        )
    )
    lines = terminal.text.rstrip("\n").split("\n")
    assert len(lines) == 3
    assert all(cell_len(line) <= columns for line in lines)
    assert "…" in lines[1]


def test_the_important_columns_stay_on_a_narrow_terminal(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    columns = [Column(title=f"C{n}", rank=n) for n in range(6)]
    print_table(Table(columns, [["x" * 12] * 6], empty=""))
    head = terminal.text.split("\n")[0]
    assert "C0" in head
    assert "C2" in head
    assert "C5" not in head


def test_an_empty_table_is_its_hint(capsys):
    print_table(Table(TABLE.columns, [], empty="Do this."))
    assert capsys.readouterr().out == "Do this.\n"


@given(st.text(max_size=60), st.sampled_from([True, False]))
def test_json_reads_back_as_it_was_and_steers_no_terminal(text, keyed):
    import io
    from contextlib import redirect_stdout

    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogatepass", newline="")
    with redirect_stdout(stream):
        print_json({text: 1} if keyed else [text])
    stream.flush()
    printed = stream.buffer.getvalue().decode("utf-8")
    value = json.loads(printed)
    assert value == ({text: 1} if keyed else [text])
    assert not any(output._STEERING.search(char) or (ord(char) < 32 and char != "\n") for char in printed)


def test_json_is_ascii_where_the_stream_is_not_utf8():
    import io
    from contextlib import redirect_stdout

    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1251")
    with redirect_stdout(stream):
        print_json(["Hélène", "李"])
    stream.flush()
    assert json.loads(stream.buffer.getvalue().decode("ascii")) == ["Hélène", "李"]
