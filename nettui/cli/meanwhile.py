"""Work that is done in a thread while this one does something else."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Meanwhile"]

R = TypeVar("R")


class Meanwhile(Generic[R]):
    """Does ``work`` for the length of a ``with``, which ends when it is done, also where an exception leaves it.

    ``concurrent.futures`` would do the same, and costs the import of logging and queues.
    """

    def __init__(self, work: Callable[[], R]) -> None:
        self._work = work
        self._found: R | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="nettui-meanwhile", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._thread.join()

    def result(self) -> R:
        """Return what the work returned, or raise what it raised; after the ``with``."""
        if self._error is not None:
            raise self._error
        return cast("R", self._found)

    def _run(self) -> None:
        try:
            self._found = self._work()
        except BaseException as error:  # noqa: BLE001 - it is raised where it is asked for
            self._error = error
