"""Any command on a real pseudo-terminal, with a model of its screen: for end-to-end tests of the app.

    with Pty([sys.executable, "-m", "nettui"], size=(120, 36), env={"HOME": str(tmp_path)}) as pty:
        pty.wait_for("Today")                 # reads until the text is on the screen; fails with the screen after 10 s
        pty.press("2", "down", "enter")       # named keys, single characters, ctrl+x, alt+x
        pty.type("coffee with Maria")         # one key a character
        assert "Maria" in pty.text            # the screen as it is, one line a row
        pty.resize(80, 24)
        before = pty.received
        pty.press("down"); pty.settle()
        assert pty.received - before < 600    # bytes written to the terminal
        pty.press("q")
        assert pty.wait_exit() == 0
        assert pty.leftovers() == []          # modes that were not reset

Everything runs in one thread: the terminal reads, and answers the queries of the program, only inside the methods that
wait (``wait_for``, ``wait_until``, ``settle``, ``wait_exit``). So a terminal that reads nothing is simply one that
nobody waits on: :meth:`Pty.stall` is a name for that, with a check that the program really has filled the line.

The terminal is an xterm, or with ``kitty=True`` one that also speaks the kitty keyboard protocol, synchronised output
and in-band resize, as kitty, Ghostty, WezTerm and foot do.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty as system_pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte
from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["Pty", "Screen"]

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "insert": "\x1b[2~", "delete": "\x1b[3~", "enter": "\r",
    "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f10": "\x1b[21~",
}  # fmt: skip
"""What an xterm sends."""

_TOKEN = re.compile(
    rb"\x1b\[(?P<private>[<-?]?)(?P<numbers>[0-9;:]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b[PX^_](?P<string>[^\x1b]*)\x1b\\"
    rb"|\x1b(?P<escape>[ -/]*[0-OQ-WYZ\\`-~])"
    rb"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    rb"|(?P<text>[^\x00-\x1f\x7f]+)",
    re.DOTALL,
)
_BEGUN = re.compile(rb"\x1b(?:|\[[<-?]?[0-9;:]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]+)\Z", re.DOTALL)
_ALTERNATE = frozenset({47, 1047, 1049})
_WATCHED = {
    1000: "mouse", 1002: "mouse", 1003: "mouse", 1006: "mouse", 1015: "mouse", 1016: "mouse", 1004: "focus",
    1049: "alternate screen", 2004: "bracketed paste", 2026: "synchronised output", 2048: "in-band resize",
}  # fmt: skip
_ALL_KEYS = 8
"""The kitty keyboard mode in which every key comes as a sequence."""
_NAMED = {"escape": 27, "enter": 13, "tab": 9, "backspace": 127, "space": 32}
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
"""Signs and the keys of a US keyboard that they are on."""
_LAUNCH = (
    "import fcntl,os,signal,sys,termios; fcntl.ioctl(0,termios.TIOCSCTTY,0); "
    "[signal.signal(n,signal.SIG_DFL) for n in (signal.SIGHUP,signal.SIGINT)]; os.execvp(sys.argv[1],sys.argv[1:])"
)
"""Makes the pseudo-terminal the controlling one, which only a process of the new session itself can do, and hears the
signals that whoever runs the tests in the background ignores."""


class Screen(pyte.Screen):
    """pyte's screen, and what it lacks: scrolling by sequence, repeating, and the corner that stays when resized."""

    def resize(self, lines: int | None = None, columns: int | None = None) -> None:
        rows, width = lines or self.lines, columns or self.columns
        for y in [y for y in self.buffer if y >= rows]:
            del self.buffer[y]
        for line in self.buffer.values():
            for x in [x for x in line if x >= width]:
                del line[x]
        self.lines, self.columns, self.margins = rows, width, None
        self.cursor.y, self.cursor.x = min(self.cursor.y, rows - 1), min(self.cursor.x, width - 1)

    @property
    def display(self) -> list[str]:
        """The rows as text; a wide character of which half was written over is gone, where pyte stumbles."""
        return ["".join(self._cells(self.buffer[y])) for y in range(self.lines)]

    def _cells(self, line: Mapping[int, pyte.screens.Char]) -> Iterator[str]:
        x = 0
        while x < self.columns:
            text = line[x].data or " "
            wide = wcwidth(text[0]) == 2
            whole = wide and x + 1 < self.columns and not line[x + 1].data
            yield text if whole or not wide else " "
            x += 2 if whole else 1

    def scroll(self, count: int) -> None:
        """Move the lines of the scroll region up by ``count``, or down when negative."""
        x, y = self.cursor.x, self.cursor.y
        top, bottom = self.margins or (0, self.lines - 1)
        for _ in range(min(abs(count), self.lines)):
            self.cursor.y = bottom if count > 0 else top
            (self.index if count > 0 else self.reverse_index)()
        self.cursor.x, self.cursor.y = x, y


class Pty:
    """A command on a pseudo-terminal of ``size`` (columns, rows). Use it in a ``with``: it ends what it started.

    ``env`` is added to a small environment: PATH, HOME, a UTF-8 locale, TERM=xterm-256color and COLORTERM=truecolor; a
    value of None takes a variable away.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        cwd: str | os.PathLike[str] | None = None,
        kitty: bool = False,
    ) -> None:
        self.columns, self.rows = size
        self.kitty = kitty
        self.received = 0
        """Bytes that the program has written."""
        self.log = bytearray()
        """Those bytes; cut it to look at what comes next: ``pty.log.clear()``."""
        self.modes = {7, 25}
        """The private modes (DECSET) that are on."""
        self.kitty_modes: list[int] = []
        """The stack of kitty keyboard modes that were pushed and not popped."""
        self.queries: Counter[str] = Counter()
        """What the program asked the terminal."""
        self.clipboard = ""
        """What came by OSC 52, still in base64."""
        self._screens = [Screen(*size), Screen(*size)]
        self._rest = b""
        self._drawn = " "
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.master, slave = system_pty.openpty()
        self.resize(*size, tell=False)
        self.attributes = termios.tcgetattr(slave)
        """The line settings before the program; :meth:`attributes_changed` compares."""
        base = {
            "PATH": os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", ""), "LANG": "C.UTF-8",
            "TERM": "xterm-256color", "COLORTERM": "truecolor",
        }  # fmt: skip
        base |= {name: os.environ[name] for name in ("COVERAGE_PROCESS_CONFIG",) if name in os.environ}
        environment = {name: value for name, value in {**base, **(env or {})}.items() if value is not None}
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _LAUNCH, *command],
            stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=cwd, start_new_session=True,
        )  # fmt: skip
        self._slave = slave  # kept open, so that what was written can be read after the program has ended
        os.set_blocking(self.master, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.hang_up()
        self.process.wait()

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Send keys: names as in :data:`KEYS`, single characters, ``ctrl+x``, ``alt+x``.

        Without the kitty protocol an escape with a key right behind it is that key with alt, here as on any terminal:
        wait for what the escape does before the next key.
        """
        for key in keys:
            self.send(self._key(key))

    def type(self, text: str) -> None:
        """Send ``text`` as typed, one key a character."""
        self.press(*text)

    def paste(self, text: str) -> None:
        """Send ``text`` as pasted: bracketed, if the program asked for that."""
        marks = ("\x1b[200~", "\x1b[201~") if 2004 in self.modes else ("", "")
        self.send(f"{marks[0]}{text}{marks[1]}".encode())

    def focus(self, on: bool) -> None:
        """Tell that the terminal's window got or lost the focus, if the program asked for that."""
        if 1004 in self.modes:
            self.send(b"\x1b[I" if on else b"\x1b[O")

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        while data:
            try:
                data = data[os.write(self.master, data) :]
            except BlockingIOError:
                self.pump(0.05)

    # -- the life of a terminal ------------------------------------------------------------------------------------

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Change the size; the kernel sends SIGWINCH."""
        self.columns, self.rows = columns, rows
        for screen in self._screens:
            screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell and 2048 in self.modes and self.kitty:
            self.send(self._in_band_size())

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def stall(self, key: str = "x", *, keys: int = 60, patience: float = 10.0) -> None:
        """Read nothing more, and press ``key`` until the line is full and then ``keys`` times, for a program to queue.

        Meant for a program that writes a screenful at each key. AssertionError when it has not filled the line after
        ``patience`` seconds.
        """
        deadline = time.monotonic() + patience
        while select.select([], [self._slave], [], 0)[1]:  # the program could still write
            assert time.monotonic() < deadline, "the program does not fill the line"
            self._press_unseen(key)
        for _ in range(keys):
            self._press_unseen(key)

    def _press_unseen(self, key: str) -> None:
        os.write(self.master, self._key(key))
        time.sleep(0.02)  # longer than a frame, or the program would draw once for many keys

    def hang_up(self) -> None:
        """Close the terminal: the kernel sends SIGHUP to the foreground, and reads and writes fail."""
        for name in ("master", "_slave"):
            fd = getattr(self, name)
            if fd >= 0:
                setattr(self, name, -1)
                os.close(fd)

    # -- waiting ---------------------------------------------------------------------------------------------------

    def wait_for(self, text: str, timeout: float = 10.0) -> str:
        """Read until ``text`` is on the screen; return the screen. AssertionError with the screen when it never is."""
        self.wait_until(lambda: text in self.text, timeout, f"{text!r} on the screen")
        return self.text

    def wait_gone(self, text: str, timeout: float = 10.0) -> str:
        """Read until ``text`` is no longer on the screen; return the screen."""
        self.wait_until(lambda: text not in self.text, timeout, f"{text!r} gone from the screen")
        return self.text

    def wait_until(self, true: Callable[[], object], timeout: float = 10.0, what: str = "a condition") -> None:
        """Read until ``true()``. AssertionError with the screen when it never is, or the program ends before."""
        deadline = time.monotonic() + timeout
        while not true():
            left = deadline - time.monotonic()
            ended = self.process.poll() is not None
            if not self.pump(min(0.1, max(0.0, left))) and (left <= 0 or ended) and not true():
                how = f"the program ended with {self.process.returncode}" if ended else f"waited {timeout} s"
                raise AssertionError(f"{how} for {what}; the screen is:\n{self.picture()}")

    def settle(self, quiet: float = 0.15, timeout: float = 10.0) -> None:
        """Read until nothing was written for ``quiet`` seconds."""
        deadline = time.monotonic() + timeout
        while self.pump(quiet):
            assert time.monotonic() < deadline, f"never quiet for {quiet} s:\n{self.picture()}"

    def wait_exit(self, timeout: float = 10.0, *, reading: bool = True) -> int:
        """Wait for the end of the program and return its exit status, negative for a signal.

        Without ``reading`` the terminal reads nothing meanwhile.
        """
        deadline = time.monotonic() + timeout
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running after {timeout} s; the screen is:\n{self.picture()}"
            if reading and self.master >= 0:
                self.pump(0.02)
            else:
                time.sleep(0.01)
        if reading and self.master >= 0:
            while self.pump(0):
                pass
        return self.process.returncode

    # -- what is there ---------------------------------------------------------------------------------------------

    @property
    def screen(self) -> Screen:
        """The screen that shows: the ordinary or the alternate one."""
        return self._screens[bool(self.modes & _ALTERNATE)]

    @property
    def lines(self) -> list[str]:
        """The rows as text, without blanks at the end."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen, one line a row."""
        return "\n".join(self.lines)

    def row_of(self, text: str) -> int:
        """Return the first row, counted from 0, that shows ``text``."""
        return next(y for y, line in enumerate(self.lines) if text in line)

    def cell(self, x: int, y: int) -> pyte.screens.Char:
        """Return one cell: ``data``, ``fg``, ``bg``, ``bold``, ``italics``, ``underscore``, ``reverse`` …"""
        return self.screen.buffer[y][x]

    def picture(self) -> str:
        """Return the screen in a frame, for messages."""
        edge = "+" + "-" * self.columns + "+"
        return "\n".join([edge, *(f"|{row}|" for row in self.screen.display), edge])

    def leftovers(self) -> list[str]:
        """Return what a program that is gone should have undone and has not."""
        left = sorted({name for mode, name in _WATCHED.items() if mode in self.modes})
        left += [name for mode, name in ((25, "cursor hidden"), (7, "no line wrap")) if mode not in self.modes]
        left += ["kitty keys"] if self.kitty_modes else []
        return left + (["line settings"] if self.attributes_changed() else [])

    def attributes_changed(self) -> bool:
        """Whether the line settings (echo, canonical mode …) differ from those before the program."""
        return bool(termios.tcgetattr(self._slave) != self.attributes)

    def cpu_seconds(self) -> float:
        """Return the processor time that the program has used (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wake_ups(self) -> int:
        """Return how often the threads of the program gave up the processor to wait (Linux)."""
        folder = Path(f"/proc/{self.process.pid}/task")
        pattern = re.compile(r"^voluntary_ctxt_switches:\s+(\d+)", re.MULTILINE)
        found = [pattern.search((thread / "status").read_text()) for thread in folder.iterdir()]
        return sum(int(match[1]) for match in found if match)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _key(self, key: str) -> bytes:
        """Return what this terminal sends for ``key`` now."""
        mode = self.kitty_modes[-1] if self.kitty_modes else 0
        return _kitty_encoded(key) if mode & _ALL_KEYS else _encoded(key)

    def pump(self, timeout: float) -> bool:
        """Read once, if something comes within ``timeout`` seconds; return whether it did."""
        if self.master < 0 or not select.select([self.master], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:  # EIO: nobody has the other end open
            return False
        self.received += len(data)
        self.log += data
        self._feed(data)
        return bool(data)

    def _feed(self, data: bytes) -> None:
        data = self._rest + data
        at = 0
        while at < len(data):
            match = _TOKEN.match(data, at)
            if match is None:
                if _BEGUN.match(data, at):
                    break
                at += 1
                continue
            at = match.end()
            self._apply(match)
        self._rest = data[at:]

    def _apply(self, match: re.Match[bytes]) -> None:
        kind = match.lastgroup
        if kind == "text":
            text = self._decoder.decode(match["text"])
            if text:
                self.screen.draw(text)
                self._drawn = text[-1]
        elif kind == "control":
            name = pyte.Stream.basic.get(match["control"].decode())
            if name is not None:
                getattr(self.screen, name)()
        elif kind == "escape":
            name = pyte.Stream.escape.get(match["escape"].decode())
            if name is not None:
                getattr(self.screen, name)()
        elif kind == "osc":
            self._osc(match["osc"].decode(errors="replace"))
        elif kind == "final":
            numbers = [int(number or 0) for number in re.split("[;:]", match["numbers"].decode())]
            middle, final = match["middle"].decode(), match["final"].decode()
            private = match["private"].decode()
            if private or middle:
                self._special(private, numbers, middle, final)
            else:
                self._csi(numbers, final)

    def _csi(self, numbers: list[int], final: str) -> None:
        first = numbers[0]
        if final == "b":
            self.screen.draw(self._drawn * (first or 1))
        elif final in "ST":
            self.screen.scroll((first or 1) * (1 if final == "S" else -1))
        elif final == "c":
            self._answer("DA1", "\x1b[?64;1;2;6;22c")
        elif final == "n" and first == 6:
            self._answer("CPR", f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")
        elif final == "r" and numbers == [0]:
            self.screen.set_margins()
        elif final in pyte.Stream.csi and final not in "nt":
            getattr(self.screen, pyte.Stream.csi[final])(*numbers)

    def _special(self, private: str, numbers: list[int], middle: str, final: str) -> None:
        """Handle the sequences with a mark: private modes, queries for them, the kitty keyboard modes."""
        match private, middle, final:
            case "?", "", "h" | "l":
                for mode in numbers:
                    self._mode(mode, on=final == "h")
            case "?", "$", "p":
                known = numbers[0] in self.modes | {1000, 1006, 2004} or (self.kitty and numbers[0] in {2026, 2048})
                state = (1 if numbers[0] in self.modes else 2) if known else 0
                self._answer(f"mode {numbers[0]}", f"\x1b[?{numbers[0]};{state}$y")
            case ">", "", "u" if self.kitty:
                self.kitty_modes.append(numbers[0])
            case "<", "", "u" if self.kitty:
                del self.kitty_modes[-(numbers[0] or 1) :]
            case "?", "", "u" if self.kitty:
                self._answer("kitty", f"\x1b[?{self.kitty_modes[-1] if self.kitty_modes else 0}u")

    def _mode(self, mode: int, *, on: bool) -> None:
        entering = on and mode in _ALTERNATE and not self.modes & _ALTERNATE
        fresh = on and mode not in self.modes
        (self.modes.add if on else self.modes.discard)(mode)
        if entering:
            self._screens[1].reset()
        if mode in {7, 25}:
            (self.screen.set_mode if on else self.screen.reset_mode)(mode, private=True)
        if mode == 2048 and fresh and self.kitty:
            self.send(self._in_band_size())

    def _osc(self, body: str) -> None:
        number, _, rest = body.partition(";")
        if number in {"10", "11"} and rest == "?":
            self._answer(f"OSC {number}", f"\x1b]{number};rgb:{'d0d0' if number == '10' else '1010'}/8080/8080\x1b\\")
        elif number == "52":
            self.clipboard = rest.partition(";")[2]

    def _answer(self, query: str, answer: str) -> None:
        self.queries[query] += 1
        self.send(answer.encode())

    def _in_band_size(self) -> bytes:
        return f"\x1b[48;{self.rows};{self.columns};{self.rows * 18};{self.columns * 9}t".encode()


def _encoded(key: str) -> bytes:
    if key in KEYS:
        return KEYS[key].encode()
    modifier, _, rest = key.rpartition("+")
    if modifier == "ctrl" and len(rest) == 1:
        return bytes([ord(rest.upper()) & 0x1F])
    if modifier == "alt" and rest:
        return b"\x1b" + _encoded(rest)
    assert len(key) == 1, f"no key {key!r}"
    return key.encode()


def _kitty_encoded(key: str) -> bytes:
    """Return ``key`` in the form of the kitty keyboard protocol: key code, modifiers, text."""
    modifier, _, rest = key.rpartition("+") if len(key) > 1 else ("", "", key)
    bits = 1 + {"": 0, "shift": 1, "alt": 2, "ctrl": 4}[modifier]
    if rest in _NAMED:
        text = f";{_NAMED[rest]}" if rest == "space" and bits == 1 else ""
        return f"\x1b[{_NAMED[rest]};{bits if bits > 1 or text else ''}{text}u".replace(";u", "u").encode()
    if len(rest) > 1:
        return _encoded(key)
    base = _SHIFTED.get(rest, rest.lower())
    if base != rest and not modifier:
        bits = 2
    text = "" if modifier else f";{ord(rest)}"
    return f"\x1b[{ord(base)};{bits if bits > 1 else ''}{text}u".encode()
