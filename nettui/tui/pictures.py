"""Pictures of the app: each scene is a size, a theme and the keys that lead there, played on a fixed day."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nettui.tui.app import NettuiApp
from nettui.tui.importing.flow import import_archive
from nettui.tui.importing.plan_screen import PlanScreen
from nettui.tui.workspace import Workspace

if TYPE_CHECKING:
    from nettui.services.network import Network
    from nettui.tui.outside import Outside

__all__ = ["SCENES", "Scene", "picture"]

_SMALL, _USUAL = (80, 24), (120, 36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """``keys`` are Textual's key names; one that begins with ``text:`` is typed letter by letter."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = _USUAL
    theme: str = "nettui-dark"
    first_run: bool = False
    archive: bool = False
    """Whether it shows the plan of the archive that :func:`picture` is given."""


_VIEWS = ("today", "people", "journal", "ledger", "breadth")
_LEDGER_LISTS = (
    *("open", "to-thank", "promised", "asked-of-me", "asks", "offers"),
    *("needs", "desk", "by-person", "by-group", "by-kind"),
)
_LINE = "yesterday: coffee with Hélène about the thesis #phd. promised: send her my CV by friday. asked: recommendation"
_INTRODUCTION = ("4", "slash", "text:kind:introduction hristo", "enter")

_DESK = ("c",) * (_LEDGER_LISTS.index("desk") + 1)
"""From the register to the recommendations."""

SCENES: tuple[Scene, ...] = (
    *(Scene(name=name, keys=(str(number),)) for number, name in enumerate(_VIEWS, start=1)),
    *(Scene(name=f"{name}-80x24", keys=(str(number),), size=_SMALL) for number, name in enumerate(_VIEWS, start=1)),
    *(
        Scene(name=f"{name}-light", keys=(str(number),), theme="nettui-light")
        for number, name in enumerate(_VIEWS, start=1)
    ),
    Scene(name="capture", keys=("1", "i", f"text:{_LINE}")),
    Scene(name="capture-80x24", keys=("2", "i", f"text:{_LINE}"), size=_SMALL),
    Scene(name="capture-question", keys=("1", "i", "text:call with Stanchev about the loft", "enter")),
    Scene(name="filter", keys=("2", "slash", "text:company:harbour level:senior")),
    Scene(name="person-80x24", keys=("2", "j", "j", "enter"), size=_SMALL),
    Scene(name="year", keys=("3", "y")),
    Scene(name="breadth-why", keys=("5", "y")),
    Scene(name="breadth-why-80x24", keys=("5", "y"), size=_SMALL),
    Scene(name="breadth-roads", keys=("5", *("j",) * 7, "r")),
    Scene(name="breadth-roads-80x24", keys=("5", *("j",) * 7, "r"), size=_SMALL),
    Scene(name="breadth-roads-ask", keys=("5", "r", "text:lo")),
    *(
        Scene(name=f"ledger-{name}", keys=("4", *("c",) * steps))
        for steps, name in enumerate(_LEDGER_LISTS, start=1)
        if name != "desk"
    ),
    *(
        Scene(name=f"ledger-{name}-80x24", keys=("4", *("c",) * steps), size=_SMALL)
        for steps, name in enumerate(_LEDGER_LISTS, start=1)
        if name in {"open", "needs", "by-group"}
    ),
    Scene(name="ledger-page-80x24", keys=("4", *("j",) * 4, "enter"), size=_SMALL),
    Scene(name="ledger-year", keys=("4", "left_square_bracket", "left_square_bracket")),
    Scene(name="ledger-month-80x24", keys=("4", "right_square_bracket"), size=_SMALL),
    Scene(name="ledger-without-balances", keys=("4", "B")),
    Scene(name="form-step", keys=("4", *("j",) * 4, "t")),
    Scene(name="form-step-80x24", keys=("4", *("j",) * 4, "t"), size=_SMALL),
    Scene(name="desk", keys=("4", *_DESK, *("j",) * 4)),
    Scene(name="desk-80x24", keys=("4", *_DESK), size=_SMALL),
    Scene(name="desk-page", keys=("4", *_DESK, *("j",) * 4, "enter")),
    Scene(name="desk-page-80x24", keys=("4", *_DESK, *("j",) * 4, "enter"), size=_SMALL),
    Scene(name="dialog-versions", keys=("4", *_DESK, *("j",) * 4, "V")),
    Scene(name="form-person", keys=("2", "j", "j", "e")),
    Scene(name="form-position", keys=("M", "tab", "enter")),
    Scene(name="form-group", keys=("2", "h", "j", "j", "j", "e")),
    Scene(name="form-entry", keys=("3", "e")),
    Scene(name="form-promise", keys=("2", "j", "p")),
    Scene(name="form-exchange", keys=("4", "e")),
    Scene(name="form-ask", keys=("4", "R", "pagedown", "tab", "ctrl+n")),
    Scene(name="form-ask-80x24", keys=("4", "R", "pagedown", "tab", "ctrl+n"), size=_SMALL),
    Scene(name="form-ask-warning", keys=("4", "slash", "text:with:Лилия", "enter", "R")),
    Scene(name="form-introduction", keys=("2", "j", "j", "b")),
    Scene(name="form-introduction-80x24", keys=("2", "j", "j", "b"), size=_SMALL),
    Scene(name="introduction", keys=(*_INTRODUCTION, "enter")),
    Scene(name="introduction-80x24", keys=(*_INTRODUCTION, "enter"), size=_SMALL),
    Scene(name="introduction-next", keys=(*_INTRODUCTION, "b")),
    Scene(name="introduction-person", keys=("2", "slash", "text:dryanovski", "enter")),
    Scene(name="form-me", keys=("M",)),
    Scene(name="dialog-confirm", keys=("2", "x")),
    Scene(name="dialog-groups", keys=("2", "j", "m")),
    Scene(name="review", keys=("w",)),
    Scene(name="review-80x24", keys=("w", "x", "x", "s"), size=_SMALL),
    Scene(name="review-log-80x24", keys=("w", "G", "i"), size=_SMALL),
    Scene(name="review-ended", keys=("w", "x", "x", "s", "s", "s", "d", "x")),
    Scene(name="dialog-later", keys=("1", "d")),
    Scene(name="put-off", keys=("ctrl+p", "text:put off", "enter")),
    Scene(name="keys", keys=("2", "question_mark")),
    Scene(name="palette", keys=("ctrl+p", "text:mar")),
    Scene(name="jump", keys=("2", "v")),
    Scene(name="first-run-name", keys=("text:Мария Петрова",), first_run=True),
    Scene(name="first-run-place", keys=("text:Мария", "enter", "enter"), first_run=True),
    Scene(name="first-run-begin", keys=("text:Мария", "enter", "enter", "enter"), first_run=True),
    Scene(name="sorting-level", keys=("5", "s", *("space",) * 3)),
    Scene(name="sorting-level-80x24", keys=("5", "s", *("space",) * 3), size=_SMALL),
    Scene(name="sorting-industry", keys=("5", "s", "tab", "space")),
    Scene(name="sorting-industry-80x24", keys=("5", "s", "tab", "space"), size=_SMALL),
    Scene(name="sorting-end", keys=("5", "s", *("p",) * 12, "space", "space")),
    Scene(name="sorting-end-80x24", keys=("5", "s", *("p",) * 12, "space", "space"), size=_SMALL),
    Scene(name="import-plan", archive=True),
)
"""Every picture of the app in ``screenshots/``."""


def picture(scene: Scene, network: Network, outside: Outside, archive: Path) -> str:
    """Return the SVG of ``scene`` played on ``network``; ``archive`` is what a scene imports."""
    return asyncio.run(_play(scene, network, outside, archive))


async def _play(scene: Scene, network: Network, outside: Outside, archive: Path) -> str:
    place = Path.home() / ".local/share/nettui/network.json" if scene.first_run else None
    app = NettuiApp(Workspace(network), outside=outside, first_run=place, theme=scene.theme)
    async with app.run_test(size=scene.size) as pilot:
        await pilot.pause()
        if scene.archive:
            app.run_worker(import_archive(app, str(archive)))
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            while not isinstance(app.screen, PlanScreen):
                await pilot.pause(0.02)
        for key in scene.keys:
            if key.startswith("text:"):
                for letter in key.removeprefix("text:"):
                    await pilot.press("space" if letter == " " else letter)
            else:
                await pilot.press(key)
            await pilot.pause()
            await app.settled()  # else what is behind a dialog would depend on how fast it was played
        await pilot.pause()
        return app.export_screenshot(title=f"nettui {scene.name}")
