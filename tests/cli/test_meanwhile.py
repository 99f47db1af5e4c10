"""Work in a thread beside the imports: its result, its errors, and that nobody leaves it behind."""

from __future__ import annotations

import threading

import pytest

from nettui.cli.meanwhile import Meanwhile
from nettui.errors import StoreError


def test_it_returns_what_the_work_returned_from_a_thread_of_its_own():
    with Meanwhile(threading.get_ident) as work:
        pass
    assert work.result() != threading.get_ident()


def test_it_raises_what_the_work_raised():
    def fail() -> None:
        raise StoreError("no file")

    with Meanwhile(fail) as work:
        pass
    with pytest.raises(StoreError, match="no file"):
        work.result()


def test_whoever_is_interrupted_waits_for_the_work_so_that_what_it_opened_can_be_closed():
    leaving = threading.Event()
    opened: list[int] = []

    def opening() -> None:
        leaving.wait(10)
        opened.extend(range(100_000))

    def interrupted() -> None:
        with Meanwhile(opening):
            leaving.set()
            raise SystemExit(143)

    with pytest.raises(SystemExit):
        interrupted()
    assert len(opened) == 100_000
    assert "nettui-meanwhile" not in {thread.name for thread in threading.enumerate()}
