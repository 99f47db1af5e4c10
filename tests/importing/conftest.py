"""Archives of an invented account, a month apart and in older layouts, with the truth they were made from."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC
from pathlib import Path

import pytest

from nettui.formats.detect import read_incoming
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan

DATA = Path(__file__).parent.parent / "data" / "linkedin"
NOVEMBER = DATA / "Basic_LinkedInDataExport_11-03-2026.zip"
DECEMBER = DATA / "Basic_LinkedInDataExport_12-05-2026.zip"


@pytest.fixture(scope="session")
def expected():
    return json.loads((DATA / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def bring(network):
    """Import a path, or bytes under a name; return (plan, change)."""

    def run(path, data=None, decisions=None):
        incoming = read_incoming(Path(path), zone=UTC, me=network.repository.me, data=data)
        planned = plan(network, incoming, decisions)
        return planned, apply(network, planned)

    return run


@pytest.fixture
def foresee(network):
    """Plan an import without applying it."""

    def run(path, data=None):
        return plan(network, read_incoming(Path(path), zone=UTC, me=network.repository.me, data=data))

    return run


@pytest.fixture
def everything(network):
    """Return a copy of all records, by table and id."""

    def run():
        r = network.repository
        tables = (r.groups, r.people, r.entries, r.promises, r.exchanges, r.imports)
        return [dict(table) for table in tables], r.me

    return run


@pytest.fixture
def unpacked(tmp_path):
    """The November archive as a folder of its name."""
    folder = tmp_path / NOVEMBER.stem
    with zipfile.ZipFile(NOVEMBER) as archive:
        archive.extractall(folder)
    return folder
