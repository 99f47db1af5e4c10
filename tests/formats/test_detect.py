"""What a file is, is told by its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from nettui.errors import InvalidInput
from nettui.formats.detect import detect, read_incoming
from nettui.formats.nettui_json import export
from tests.importing.conftest import DATA, NOVEMBER


def test_archives_folders_and_files_of_linkedin():
    assert detect(NOVEMBER) == "linkedin"
    assert detect(DATA / "older" / "2018") == "linkedin"
    assert detect(DATA / "older" / "2018" / "Messages.csv") == "linkedin"
    assert detect(Path("x.txt"), NOVEMBER.read_bytes()) == "linkedin"


def test_our_own_export_whatever_its_name():
    assert detect(Path("x.csv"), export([])) == "nettui"
    assert detect(Path("x"), export([]).replace(b": ", b":")) == "nettui"


@pytest.mark.parametrize("data", [b"", b"hello", b"{}", b"a,b\n1,2\n", b"BEGIN:VCARD\n", b"\x89PNG\r\n", b"\0" * 50])
def test_anything_else_is_refused_with_what_can_be_read(data):
    with pytest.raises(InvalidInput, match="LinkedIn"):
        detect(Path("thing"), data)


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(InvalidInput, match="linkedin, nettui"):
        read_incoming(Path("x"), zone=None, as_="vcard")


def test_a_format_may_be_forced_and_is_then_checked():
    with pytest.raises(InvalidInput, match="broken"):
        read_incoming(NOVEMBER, zone=None, as_="nettui")
    with pytest.raises(InvalidInput):
        read_incoming(Path("x"), zone=None, as_="linkedin", data=export([]))
