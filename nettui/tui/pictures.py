"""Pictures of the app: each scene is a size, a theme and the keys that lead there, played on a fixed day."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.tui.app import NettuiApp
from nettui.tui.workspace import Workspace

if TYPE_CHECKING:
    from nettui.services.network import Network

__all__ = ["SCENES", "Scene", "picture"]

_SMALL, _USUAL = (80, 24), (120, 36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """``keys`` are Textual's key names; one that begins with ``text:`` is typed letter by letter."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = _USUAL
    theme: str = "nettui-dark"


_VIEWS = ("today", "people", "journal", "ledger", "breadth")

SCENES: tuple[Scene, ...] = (
    *(Scene(name=name, keys=(str(number),)) for number, name in enumerate(_VIEWS, start=1)),
    *(Scene(name=f"{name}-80x24", keys=(str(number),), size=_SMALL) for number, name in enumerate(_VIEWS, start=1)),
    *(
        Scene(name=f"{name}-light", keys=(str(number),), theme="nettui-light")
        for number, name in enumerate(_VIEWS, start=1)
    ),
    Scene(name="keys", keys=("2", "question_mark")),
    Scene(name="palette", keys=("ctrl+p", "text:mar")),
    Scene(name="jump", keys=("2", "v")),
)
"""Every picture of the app in ``screenshots/``."""


def picture(scene: Scene, network: Network) -> str:
    """Return the SVG of ``scene`` played on ``network``."""
    return asyncio.run(_play(scene, network))


async def _play(scene: Scene, network: Network) -> str:
    app = NettuiApp(Workspace(network), theme=scene.theme)
    async with app.run_test(size=scene.size) as pilot:
        for key in scene.keys:
            if key.startswith("text:"):
                for letter in key.removeprefix("text:"):
                    await pilot.press("space" if letter == " " else letter)
            else:
                await pilot.press(key)
            await pilot.pause()
        await app.settled()
        await pilot.pause()
        return app.export_screenshot(title=f"nettui {scene.name}")
