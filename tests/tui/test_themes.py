"""Our two themes are legible: WCAG 2.2 AA, computed, for every text colour on every ground it stands on."""

from __future__ import annotations

import pytest
from textual.color import Color

from nettui.tui.app import NettuiApp
from nettui.tui.themes import MEANINGS, OURS
from nettui.tui.workspace import Workspace

AA = 4.5
TEXTS = ("foreground", "quiet", "mark", "good", "due", "wrong", "when", "how", "who", "tagged")
GROUNDS = ("background", "surface", "panel", "bar", "row", "row-idle")


def luminance(color):
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(part):
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_knows_black_on_white():
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_text_has_enough_contrast(theme):
    variables = theme.to_color_system().generate() | theme.variables
    weak = {
        (text, ground): round(contrast(Color.parse(variables[text]), Color.parse(variables[ground])), 2)
        for text in TEXTS
        for ground in GROUNDS
    }
    assert {pair: ratio for pair, ratio in weak.items() if ratio < AA} == {}


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_our_themes_name_every_meaning(theme):
    assert set(MEANINGS) <= set(theme.variables)


async def test_every_theme_of_textual_can_be_chosen(network):
    app = NettuiApp(Workspace(network))
    async with app.run_test(size=(80, 24)) as pilot:
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
            assert set(MEANINGS) <= set(app.get_css_variables())
