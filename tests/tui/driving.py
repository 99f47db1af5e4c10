"""Driving flows: they run in a worker, as a view's action does, while the test presses keys."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

from nettui.tui.widgets.key_bar import KeyBar


@asynccontextmanager
async def running(pilot, flow):
    """Run ``flow`` in a worker of the app; the body presses keys; at its end the flow must have ended."""
    result: asyncio.Future[object] = asyncio.get_running_loop().create_future()

    async def run():
        result.set_result(await flow)

    worker = pilot.app.run_worker(run(), exit_on_error=True)
    await pilot.pause()
    await pilot.pause()
    yield result
    await pilot.pause()
    await asyncio.wait_for(worker.wait(), 5)
    await pilot.pause()


def shown(app):
    """Return what stands on the screen, one line a row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def message(app):
    """Return what is said on the bottom line."""
    return app.screen.query_one(KeyBar).message
