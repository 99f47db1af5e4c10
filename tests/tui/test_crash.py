"""An error nobody foresaw: terminal restored, one line, details without personal data, exit status 2."""

from __future__ import annotations

import stat

import pytest

from nettui.tui.crash import DiscreetApp
from tests.tui.apps import Tiny


@pytest.mark.parametrize("key", ["c", "w"])
def test_a_crash_is_one_line_and_a_log_without_personal_data(tmp_path, key):
    with Tiny(tmp_path, size=(200, 24), env={"XDG_STATE_HOME": str(tmp_path / "state")}) as app:
        app.press(key)
        assert app.wait_exit() == 2
        assert app.leftovers() == []
        assert app.report == "closed by main"
        log = tmp_path / "state/nettui/crash.log"
        assert [line for line in app.lines if line] == [
            f"nettui: Something went wrong inside nettui (LookupError). The details, without your data, are in {log}"
        ]
        details = log.read_text()
        assert "LookupError" in details
        assert "tiny.py" in details
        assert "Maria Petrova" not in details
        assert "Maria Petrova" not in app.log.decode()
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_an_error_of_a_plain_thread_does_not_draw_into_the_screen(tmp_path):
    with Tiny(tmp_path, env={"XDG_STATE_HOME": str(tmp_path / "state")}) as app:
        app.press("t")
        app.wait_for("thread over")
        app.settle()
        assert "Traceback" not in app.text
        assert b"Petrova" not in app.log
        assert "LookupError" in (tmp_path / "state/nettui/crash.log").read_text()
        app.press("q")
        assert app.wait_exit() == 0


async def test_tests_still_see_the_error(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    class Broken(DiscreetApp):
        def on_mount(self):
            raise LookupError("here")

    app = Broken()
    with pytest.raises(LookupError, match="here"):
        async with app.run_test():
            pass
    assert app.return_code == 2
    assert "LookupError" in (tmp_path / "nettui/crash.log").read_text()


async def test_panic_shows_nothing_of_what_it_was_given(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    app = DiscreetApp()
    async with app.run_test():
        app.panic("Maria Petrova")
    assert app.return_code == 2
    assert "Petrova" not in "".join(capsys.readouterr())
    assert (tmp_path / "nettui/crash.log").exists()
