"""The hand-off to the user's editor: the text goes out, comes back, and is never lost."""

from __future__ import annotations

import stat
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from nettui.tui.editor import EditorFailed, SystemEditor, command_for
from tests.tui.apps import Tiny


class Suspended:
    """Stands for ``App.suspend``, and notes whether the terminal was taken back."""

    def __init__(self):
        self.resumed = 0

    @contextmanager
    def __call__(self):
        yield
        self.resumed += 1  # as in Textual, not after an exception


@pytest.fixture
def suspended():
    return Suspended()


@pytest.fixture
def edited(tmp_path, suspended):
    """Return a function that edits a text with a fake editor: a function of the path that returns a status."""

    def edit(text, editor, *, line=1, command="vi"):
        return SystemEditor(
            tmp_path / "state", suspended, environment={"EDITOR": command}, run=lambda words: editor(Path(words[-1]))
        ).edit(text, line=line)

    return edit


def kept(tmp_path):
    return list((tmp_path / "state").iterdir())


def test_a_changed_text_comes_back_and_the_file_is_gone(edited, tmp_path, suspended):
    seen = []

    def editor(path):
        seen.append((path.read_text(), path.suffix, stat.S_IMODE(path.stat().st_mode)))
        path.write_text("new, in ünïcode\n")
        return 0

    assert edited("old", editor) == "new, in ünïcode"
    assert seen == [("old", ".md", 0o600)]
    assert kept(tmp_path) == []
    assert suspended.resumed == 1


@pytest.mark.parametrize("text", ["", "same", "same\n", "two\n\n", "dos\r\nlines\r\n"])
def test_an_unchanged_text_is_none(edited, tmp_path, text):
    assert edited(text, lambda path: 0) is None
    assert kept(tmp_path) == []


def test_the_newline_that_editors_add_is_no_change(edited):
    def editor(path):
        path.write_text(path.read_text() + "\n")
        return 0

    assert edited("one line", editor) is None


def test_an_editor_that_replaces_the_file_is_understood(edited):
    def editor(path):
        other = path.with_name("other")
        other.write_text("by rename")
        other.replace(path)
        return 0

    assert edited("old", editor) == "by rename"


@pytest.mark.parametrize("failure", [OSError(2, "No such file or directory"), ValueError("broken"), 1])
def test_when_it_fails_the_terminal_is_taken_back_and_what_was_written_is_kept(edited, tmp_path, suspended, failure):
    def editor(path):
        path.write_text("half written")
        if isinstance(failure, int):
            return failure
        raise failure

    with pytest.raises(EditorFailed) as raised:
        edited("old", editor)
    [file] = kept(tmp_path)
    assert str(file) in str(raised.value)
    assert file.read_text() == "half written"
    assert suspended.resumed == 1


def test_when_it_cannot_be_run_nothing_is_left(edited, tmp_path):
    def editor(path):
        raise FileNotFoundError(2, "No such file or directory")

    with pytest.raises(EditorFailed, match="no-such-editor"):
        edited("old", editor, command="no-such-editor -x")
    assert kept(tmp_path) == []


def test_an_interruption_goes_on_after_the_terminal_is_back(edited, tmp_path, suspended):
    def editor(path):
        raise SystemExit(143)

    with pytest.raises(SystemExit):
        edited("old", editor)
    assert suspended.resumed == 1
    assert [file.read_text() for file in kept(tmp_path)] == ["old"]


def test_what_is_no_text_is_kept(edited, tmp_path):
    def editor(path):
        path.write_bytes(b"caf\xe9")
        return 0

    with pytest.raises(EditorFailed, match="UTF-8") as raised:
        edited("old", editor)
    [file] = kept(tmp_path)
    assert str(file) in str(raised.value)


def test_a_setting_that_is_no_command_is_told(edited):
    with pytest.raises(EditorFailed, match="EDITOR"):
        edited("old", lambda path: 0, command="vi 'unclosed")


def test_a_folder_that_cannot_be_made_is_told(tmp_path, suspended):
    (tmp_path / "file").touch()
    with pytest.raises(EditorFailed, match="file/state"):
        SystemEditor(tmp_path / "file/state", suspended, run=lambda words: 0).edit("text")


@pytest.mark.parametrize(
    ("environment", "first"),
    [({"VISUAL": "nano -w", "EDITOR": "ed"}, ["nano", "-w"]), ({"EDITOR": "ed"}, ["ed"]), ({}, ["vi"])],
)
def test_which_editor(tmp_path, suspended, environment, first):
    commands = []

    def run(words):
        commands.append(list(words))
        return 0

    SystemEditor(tmp_path, suspended, environment=environment, run=run).edit("")
    assert commands[0][:-1] == first


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        (["vim", "-u", "NONE"], ["vim", "-u", "NONE", "+7", "f.md"]),
        (["/usr/bin/nano"], ["/usr/bin/nano", "+7", "f.md"]),
        (["hx"], ["hx", "f.md:7"]),
        (["code"], ["code", "--wait", "--goto", "f.md:7"]),
        (["subl", "--wait"], ["subl", "--wait", "f.md:7"]),
        (["my-own-editor"], ["my-own-editor", "f.md"]),
    ],
)
def test_the_line_is_told_in_each_editors_way(editor, command):
    assert command_for(editor, "f.md", 7) == command


def test_on_a_real_terminal_the_editor_has_it_and_the_app_takes_it_back(tmp_path):
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "print('EDITING', sys.argv[1:-1], flush=True)\n"
        "word = input()\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "path.write_text(path.read_text() + word)\n"
    )
    with Tiny(tmp_path, "mouse", kitty=True, env={"VISUAL": f"{sys.executable} {editor}"}) as app:
        app.press("e")
        app.wait_for("EDITING")
        assert app.leftovers() == []  # the editor finds the terminal as a shell would
        app.type("three\n")
        app.wait_for("edited 'one\\ntwo\\nthree'")
        assert {1049, 2004} <= app.modes
        app.press("x")
        app.wait_for("key 2: x")
        app.press("q")
        assert app.wait_exit() == 0
        assert app.leftovers() == []


def test_ctrl_c_in_the_editor_is_the_editors(tmp_path):
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys\n"
        "try:\n    print('EDITING', flush=True)\n    input()\n"
        "except KeyboardInterrupt:\n    open(sys.argv[-1], 'w').write('interrupted')\n"
    )
    with Tiny(tmp_path, env={"VISUAL": f"{sys.executable} {editor}"}) as app:
        app.press("e")
        app.wait_for("EDITING")
        app.press("ctrl+c")
        app.wait_for("edited 'interrupted'")
