"""The pictures in ``screenshots/`` show what the program prints, and need nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nettui.cli.pictures import draw, names

SCENES = names()
FOLDER = Path(__file__).parent.parent / "screenshots"


@pytest.mark.no_cover
@pytest.mark.parametrize("name", SCENES)
def test_the_picture_is_current(name, tmp_path):
    (path,) = draw(tmp_path, [name])
    stored, present = (each.read_text("utf-8") for each in (FOLDER / path.name, path))
    assert stored == present, "draw them again: nettui demo --screenshots screenshots"


@pytest.mark.parametrize("name", SCENES)
def test_the_picture_is_well_formed_and_stands_alone(name):
    text = (FOLDER / f"{name}.svg").read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert "nettui" in "".join(root.itertext())
    drawn = " ".join(root.itertext())  # an invented address may be drawn; nothing may be fetched
    assert re.findall(r"https?:[^\s<&\"]*", text.replace("http://www.w3.org/2000/svg", "")) == re.findall(
        r"https?:[^\s<&\"]*", drawn
    )
    assert "@font-face" not in text


def test_no_picture_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(SCENES)
