"""Copying: by OSC 52, by tmux, into a file, and the user is told which."""

from __future__ import annotations

import asyncio
import base64
import stat
import threading

import pytest

from nettui.tui.clipboard import Clipboard, Way
from tests.tui.apps import Tiny


@pytest.fixture
def copied(tmp_path):
    """Return a function that copies, and gives the result with what was sent and run."""

    async def copy(text, *, tmux=None, file=None):
        sent: list[str] = []
        commands = []

        def run(words, data):
            commands.append((list(words), data))
            return tmux(words)

        result = await Clipboard(
            sent.append, file or tmp_path / "state/yank", environment={"TMUX": "/tmp/x"} if tmux else {}, run=run
        ).copy(text)
        return result, sent, commands

    return copy


async def test_a_plain_terminal_gets_osc_52_and_a_file_because_nothing_answers(copied, tmp_path):
    result, sent, commands = await copied("Мария")
    assert (result.way, sent, commands) == (Way.TERMINAL, ["Мария"], [])
    assert result.file == tmp_path / "state/yank"
    assert result.file.read_text() == "Мария"
    assert stat.S_IMODE(result.file.stat().st_mode) == 0o600
    assert str(result.file) in str(result)


async def test_tmux_is_asked_and_answers(copied):
    result, sent, commands = await copied("text", tmux=lambda words: 0)
    assert (result.way, result.file, sent) == (Way.TMUX, None, [])
    assert commands == [(["tmux", "load-buffer", "-w", "-"], b"text")]


async def test_an_old_tmux_knows_no_w(copied):
    result, _sent, commands = await copied("text", tmux=lambda words: 1 if "-w" in words else 0)
    assert result.way is Way.TMUX
    assert [words for words, _data in commands] == [
        ["tmux", "load-buffer", "-w", "-"],
        ["tmux", "load-buffer", "-"],
    ]


async def test_without_tmux_after_all_it_goes_on_as_elsewhere(copied):
    result, sent, _commands = await copied("text", tmux=lambda words: 1)
    assert (result.way, sent) == (Way.TERMINAL, ["text"])


async def test_what_is_too_long_for_terminals_is_in_the_file(copied):
    result, sent, _commands = await copied("я" * 50_000)
    assert (result.way, sent) == (Way.FILE, [])
    assert result.file.read_text() == "я" * 50_000
    assert str(result.file) in str(result)


async def test_a_file_that_cannot_be_written_is_not_promised(copied, tmp_path):
    (tmp_path / "taken").touch()
    result, sent, _commands = await copied("text", file=tmp_path / "taken/yank")
    assert (result.way, result.file, sent) == (Way.TERMINAL, None, ["text"])
    result, _sent, _commands = await copied("я" * 50_000, file=tmp_path / "taken/yank")
    assert result.way is Way.NONE


async def test_no_sentence_names_a_way_it_did_not_take(copied):
    assert "tmux" in str((await copied("text", tmux=lambda words: 0))[0])
    assert "tmux" not in str((await copied("text"))[0])


async def test_the_app_goes_on_while_tmux_is_waited_for(tmp_path):
    asked, answers = threading.Event(), threading.Event()

    def run(_words, _data):
        asked.set()
        return 0 if answers.wait(10) else 1

    clipboard = Clipboard(lambda _text: None, tmp_path / "yank", environment={"TMUX": "/tmp/x"}, run=run)
    copying = asyncio.create_task(clipboard.copy("text"))
    assert await asyncio.to_thread(asked.wait, 10)
    answers.set()  # only a loop that goes on comes here while tmux has not answered
    assert (await copying).way is Way.TMUX


def test_on_a_real_terminal(tmp_path):
    with Tiny(tmp_path) as app:
        app.press("y")
        app.wait_for("terminal")
        assert base64.b64decode(app.clipboard) == b"for you"
        assert (tmp_path / "yank").read_text() == "for you"
