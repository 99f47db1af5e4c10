"""Driving flows: they run in a worker, as a view's action does, while the test presses keys."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

from textual.widgets import TextArea

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


class Filling:
    """A form on the screen, worked by keys: the field is looked for with Tab, as somebody would."""

    def __init__(self, pilot):
        self.pilot = pilot

    @property
    def form(self):
        return self.pilot.app.screen

    def row(self, key):
        return next(row for row in self.form.query("FieldRow") if row.field.key == key)

    @property
    def here(self):
        """The key of the field with the focus; the value of a button."""
        focused = self.pilot.app.focused
        return focused.parent.field.key if hasattr(focused.parent, "field") else focused.value

    async def go(self, key):
        """Put the focus on a field."""
        self.row(key).editor.focus()
        await self.pilot.pause()

    async def write(self, key, text):
        """Put ``text`` in the place of what stands in a field, as a paste over all of it would."""
        row = self.row(key)
        row.editor.focus()
        await self.pilot.pause()
        if isinstance(row.editor, TextArea):
            row.editor.replace(text, row.editor.document.start, row.editor.document.end)
        else:
            row.editor.replace(text, 0, len(row.editor.value))
        await self.pilot.pause()

    async def save(self):
        """Save, and wait for the form to close."""
        await self.pilot.press("ctrl+s")
        await self.pilot.pause()
