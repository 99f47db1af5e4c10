"""Fewer bytes, the same screen: cell by cell on a terminal's model."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.tui.sgr import compact

COLORS = ["", "31", "97", "38;5;12", "38;2;1;2;3", "38;2;200;0;9"]
GROUNDS = ["", "44", "103", "48;5;7", "48;2;9;8;7", "48;2;0;0;0"]
ATTRIBUTES = ["1", "3", "4", "7", "9"]
WIDTH, HEIGHT = 20, 6


def styled(text, codes):
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


styles = st.builds(
    lambda attributes, color, ground: ";".join(filter(None, [*attributes, color, ground])),
    st.lists(st.sampled_from(ATTRIBUTES), unique=True, max_size=3),
    st.sampled_from(COLORS),
    st.sampled_from(GROUNDS),
)
pieces = st.builds(styled, st.text("ab ", min_size=0, max_size=4), styles)
moves = st.builds(lambda y, x: f"\x1b[{y};{x}H", st.integers(1, HEIGHT), st.integers(1, WIDTH - 12))
line = st.builds(lambda move, parts: move + "".join(parts), moves, st.lists(pieces, max_size=3))
frames = st.lists(line, min_size=1, max_size=6).map("\x1b[1;1H".join)


def cells(*written):
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for data in written:
        stream.feed(data)
    return [[screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)], screen.cursor.attrs


@given(st.lists(frames, min_size=1, max_size=3))
def test_the_screen_is_the_same_frame_after_frame(written):
    assert cells(*map(compact, written)) == cells(*written)


@given(frames)
def test_it_is_never_longer_and_short_stays_short(written):
    once = compact(written)
    assert len(once) <= len(written)
    assert compact(once) == once or len(compact(once)) <= len(once)


def test_only_what_differs_is_said():
    row = styled("name ", "1;38;2;1;2;3;48;2;9;9;9") + styled("firm", "38;2;4;5;6;48;2;9;9;9")
    assert compact(row) == "\x1b[1;38;2;1;2;3;48;2;9;9;9mname \x1b[22;38;2;4;5;6mfirm\x1b[0m"


def test_of_moves_with_nothing_between_them_the_last_is_left():
    written = f"\x1b[2;1H{styled('x', '31')}\x1b[2;9H\n\x1b[3;1H{styled('y', '31')}\x1b[1;1H"
    assert compact(written) == "\x1b[2;1H\x1b[31mx\x1b[3;1Hy\x1b[1;1H\x1b[0m"


def test_faint_stays_where_bold_ends():
    assert compact(styled("a", "1;2;31") + styled("b", "2;31")) == "\x1b[1;2;31ma\x1b[22;2mb\x1b[0m"


@pytest.mark.parametrize(
    "data", ["plain", "\x1b[?2026h", "\x1b[2J\x1b[H", "\x1b[4:3mcurly\x1b[0m", "\x1b[53mover\x1b[0m"]
)
def test_what_it_does_not_know_stays(data):
    assert compact(data) == data
