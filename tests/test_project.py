"""What holds for the project as a whole."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "nettui",
    "pyproject.toml",
    "screenshots",
    "tests",
}
MOST_LINES = 400


def tracked():
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("not a git checkout")
    return [name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_the_top_level_holds_only_what_belongs_there():
    assert {name.split("/")[0] for name in tracked()} <= TOP_LEVEL


def test_nothing_names_a_machine_or_a_registry():
    private = re.compile(r"/(?:work|root|home/\w+)/\w|pypi\.org|pythonhosted|registry\.npmjs|deb\.debian\.org")
    found = []
    for name in tracked():
        if name == "tests/test_project.py":
            continue
        try:
            text = (ROOT / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {match.group()}" for match in private.finditer(text)]
    assert found == []


def test_modules_stay_small():
    long = {
        name: (ROOT / name).read_text("utf-8").count("\n") for name in tracked() if re.match(r"nettui/.*\.py$", name)
    }
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES and "/demo/" not in name} == {}


def test_the_readme_has_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("nettui demo")
    assert "pytest" in commands[1]
