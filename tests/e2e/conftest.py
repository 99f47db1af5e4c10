"""nettui as its users run it: whole processes in an empty home folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


class Shell:
    """A user's shell: an empty home folder, a plain locale, no terminal."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(ROOT),
        }

    @property
    def file(self) -> Path:
        return self.home / ".local/share/nettui/network.json"

    def run(self, *arguments: str, status: int | None = 0, **options) -> subprocess.CompletedProcess[str]:
        """Run ``nettui ARGUMENTS`` and check its exit status; nothing ever prints a traceback."""
        done = subprocess.run(
            [sys.executable, "-m", "nettui", *arguments],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
            **options,
        )
        assert "Traceback" not in done.stderr + done.stdout, done.stderr
        if status is not None:
            assert done.returncode == status, (arguments, done.stdout[-2000:], done.stderr[-2000:])
        return done

    def json(self, *arguments: str, status: int | None = 0):
        return json.loads(self.run(*arguments, "--json", status=status).stdout)


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path)
