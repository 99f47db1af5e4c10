"""The first start as a screen: one question at a time, and nothing written before the last answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from nettui.errors import NettuiError
from nettui.i18n import _, language, set_language
from nettui.services import me
from nettui.text import visible
from nettui.tui.first_run.place import shorten, why_not
from nettui.tui.first_run.steps import BEGINNINGS, QUESTIONS, TONGUES, Beginning, Step
from nettui.tui.importing.ask import how_to_get_it
from nettui.tui.widgets.key_hints import KeyHints
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.path_input import PathInput
from nettui.tui.widgets.veiled_input import VeiledInput
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import Key
    from textual.widget import Widget

    from nettui.tui.app import NettuiApp
    from nettui.tui.workspace import Workspace

__all__ = ["FirstRun"]


class FirstRun(Screen[None]):
    """Asks for a name, a language and a place, then how to begin; Esc goes a step back, at the first one it leaves."""

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    FirstRun { align: center middle; }
    FirstRun > #setup { width: 76; max-width: 100%; height: auto; padding: 0 2; }
    FirstRun #setup-brand { color: $mark; text-style: bold; }
    FirstRun #setup-about { color: $quiet; margin-bottom: 2; }
    FirstRun #setup-count { color: $quiet; }
    FirstRun #setup-question { text-style: bold; }
    FirstRun #setup-why { color: $quiet; margin-bottom: 1; }
    FirstRun #setup-body { height: 10; }
    FirstRun #setup-body VirtualList { height: 7; background: $background; }
    FirstRun #setup-body #choices { height: 4; }
    FirstRun #setup-said { height: 2; color: $wrong; }
    FirstRun > KeyHints { dock: bottom; background: $bar; padding: 0 1; }
    """

    def __init__(self, app: NettuiApp, place: Path) -> None:
        super().__init__()
        self._nettui = app
        self._proposed = place
        self._step = Step.NAME
        self._typed_name = ""
        self._place = shorten(place)
        self._beginning = Beginning.EMPTY

    def compose(self) -> ComposeResult:
        """Make the frame of every step."""
        with Vertical(id="setup"):
            yield Static("nettui", id="setup-brand", markup=False)
            yield Static("", id="setup-about", markup=False)
            yield Static("", id="setup-count", markup=False)
            yield Static("", id="setup-question", markup=False)
            yield Static("", id="setup-why", markup=False)
            yield Vertical(id="setup-body")
            yield Static("", id="setup-said", markup=False)
        yield KeyHints()

    async def on_mount(self) -> None:
        """Begin with the first question."""
        await self._go(Step.NAME)

    # -- the steps -------------------------------------------------------------------------------------------------

    async def _go(self, step: Step) -> None:
        self._step = step
        self._say("")
        body = self.query_one("#setup-body")
        await body.remove_children()
        await body.mount(*self._parts(step))
        self._word()
        if step is Step.PLACE:
            self.query_one(PathInput).focus_line()
        else:
            body.query("Input, VirtualList").first().focus()

    def _parts(self, step: Step) -> Iterator[Widget]:
        if step is Step.NAME:
            yield VeiledInput(self._typed_name, placeholder=_("Enter alone leaves it for later"), compact=True)
        elif step is Step.PLACE:
            yield PathInput(self._place, (".json",), nothing=_("A new file is begun here."))
        elif step is Step.LANGUAGE:
            tongues = VirtualList[tuple[str, str]](
                lambda row, _width: Line(((row[1], "text"),)), lambda row: row[0], id="choices"
            )
            tongues.set_rows(TONGUES, keep=language())
            yield tongues
        else:
            ways = VirtualList[tuple[Beginning, str, str]](self._paint_way, lambda row: row[0].value, id="choices")
            ways.set_rows(BEGINNINGS, keep=self._beginning.value)
            yield ways
            yield Static("", id="setup-how", classes="quiet", markup=False)

    def _paint_way(self, row: tuple[Beginning, str, str], _width: int) -> Line:
        return Line(((f"{_(row[1])}  ", "text"), (_(row[2]), "quiet")))

    def _word(self) -> None:
        """Put everything into the language that is chosen."""
        question, why = QUESTIONS[self._step]
        texts = {
            "#setup-about": _("A journal for your professional network: people, favours, thanks."),
            "#setup-count": _("{n} of {all}").format(n=self._step.value + 1, all=len(Step)),
            "#setup-question": _(question),
            "#setup-why": _(why),
        }
        for selector, text in texts.items():
            self.query_one(selector, Static).update(text)
        first = self._step is Step.NAME
        hints = [("Enter", _("begins") if self._step is Step.BEGINNING else _("goes on"))]
        if self._step is Step.PLACE:
            hints.append(("Tab", _("completes")))
        elif not first:
            hints.append(("j k", _("choose")))
        hints.append(("Esc", _("leaves, nothing is written") if first else _("back")))
        if not first:
            hints.append(("^q", _("leaves, nothing is written")))
        self.query_one(KeyHints).show(hints)

    def _say(self, text: str) -> None:
        self.query_one("#setup-said", Static).update(visible(text))

    # -- keys ------------------------------------------------------------------------------------------------------

    async def on_key(self, event: Key) -> None:
        """Go a step back; at the first one leave."""
        if event.key != "escape":
            return
        event.stop()
        self._keep()
        if self._step is Step.NAME:
            self.app.exit()
        else:
            await self._go(Step(self._step.value - 1))

    def _keep(self) -> None:
        """Keep what stands in the line, for when one comes back."""
        if self._step is Step.NAME:
            self._typed_name = self.query_one(Input).value.strip()
        elif self._step is Step.PLACE:
            self._place = self.query_one(PathInput).value

    @on(Input.Submitted)
    async def _named(self) -> None:
        self._keep()
        await self._go(Step.LANGUAGE)

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        if event.list.id != "choices" or event.key is None:
            return
        if self._step is Step.LANGUAGE:
            set_language(event.key)
            self._word()
        elif self._step is Step.BEGINNING:
            self._beginning = Beginning(event.key)
            how = how_to_get_it() if self._beginning is Beginning.ARCHIVE else ""
            self.query_one("#setup-how", Static).update(how)

    @on(PathInput.Changed)
    def _typed(self) -> None:
        self._say("")

    @on(PathInput.Submitted)
    async def _placed(self, event: PathInput.Submitted) -> None:
        self._keep()
        wrong = why_not(event.path)
        if wrong:
            self._say(wrong)
        else:
            await self._go(Step.BEGINNING)

    @on(VirtualList.Chosen)
    async def _chosen(self) -> None:
        if self._step is Step.LANGUAGE:
            await self._go(Step.PLACE)
        elif self._step is Step.BEGINNING:
            self._begin()

    # -- the end ---------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Write down the answers, open the file, and go on in the app."""
        trouble = ""
        try:
            if self._beginning is Beginning.SAMPLE:
                workspace = self._nettui.outside.sample()
            else:
                workspace = self._open()
                trouble = self._settle(workspace)
        except NettuiError as error:
            self._say(str(error))
            return
        self._nettui.begin(workspace, trouble, then_import=self._beginning is Beginning.ARCHIVE)

    @property
    def _path(self) -> Path:
        from nettui.tui.path_completion import as_path

        return as_path(self._place)

    def _open(self) -> Workspace:
        wrong = why_not(self._path)
        if wrong:
            raise NettuiError(wrong)
        return self._nettui.outside.open_file(self._path)

    def _settle(self, workspace: Workspace) -> str:
        """Save the answers; return what could not be saved, as a sentence. The network is open all the same."""
        values: dict[str, str | bool] = {"language": language()}
        if self._path != self._proposed:
            values["file"] = str(self._path)
        try:
            self._nettui.outside.save_settings(values)
            if self._typed_name:
                workspace.perform(lambda network: me.set_name(network, self._typed_name))
        except NettuiError as error:
            return str(error)
        return ""
