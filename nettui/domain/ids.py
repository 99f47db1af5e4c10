"""Identifiers: 19 decimal digits, ordered by time, one identity as TinyDB key, link and sort order.

The first 13 digits are Unix milliseconds, the last six are random, so that two copies of a file that grew apart can be
merged. A link stores the id as a string: JavaScript, and so ``jq``, keeps only 53 bits of a number. Small numbers are
reserved for records that every file has (the six circles, me) or that two copies begin alike (the review of a week).
"""

from __future__ import annotations

import os
import threading
from typing import TypeAlias

__all__ = ["Id", "IdSource", "id_order"]

Id: TypeAlias = str


def id_order(record_id: Id) -> tuple[int, Id]:
    """Return the sort key that is the numeric order of ids, without converting them."""
    return (len(record_id), record_id)


class IdSource:
    """Makes ids that rise strictly within one process, whatever the clock does."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def new(self, unix_ms: int) -> Id:
        """Return a new id for the time ``unix_ms`` (milliseconds since 1970, UTC)."""
        candidate = unix_ms * 1_000_000 + int.from_bytes(os.urandom(8), "big") % 1_000_000
        with self._lock:
            self._last = max(candidate, self._last + 1)
            return str(self._last)
