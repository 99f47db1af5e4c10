"""The fixtures of the import tests, for the formats that feed it."""

from __future__ import annotations

from tests.importing.conftest import bring, everything, expected, foresee

__all__ = ["bring", "everything", "expected", "foresee"]
