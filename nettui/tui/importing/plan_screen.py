"""The plan of an import as a screen: what would come, what changes, what is to be decided, what stays out and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from nettui.errors import NettuiError
from nettui.i18n import _, ngettext
from nettui.services.importing.match import SKIP, Ask
from nettui.services.importing.select import without
from nettui.services.importing.words import source_size, what_comes
from nettui.services.views.words import day_of_week_and_date
from nettui.text import visible
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.importing.plan_rows import Catalogue, PlanRow
from nettui.tui.importing.progress import Progress
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.services.importing.plan import Plan
    from nettui.tui.app import NettuiApp

__all__ = ["Imported", "PlanScreen"]

_COLUMNS = Columns(
    Column(name="sign", least=1),
    Column(name="name", least=24, most=40, share=1),
    Column(name="about", least=24, share=2),
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: its change, and that in words."""

    change: Change
    what: str


class PlanScreen(Commanded, Screen["Imported | None"]):
    """Shows a plan, lets lines out, has questions answered, and applies it; returns what was done, None for nothing."""

    SCOPE = Scope.PLAN
    BINDINGS = bindings(Scope.PLAN)

    DEFAULT_CSS = """
    PlanScreen { layout: vertical; }
    PlanScreen > #plan-title { background: $bar; }
    PlanScreen > #plan-told { height: auto; padding: 0 2; color: $quiet; }
    PlanScreen > #plan-list { margin-top: 1; }
    PlanScreen > #plan-detail { height: 3; padding: 0 2; margin-top: 1; color: $quiet; }
    PlanScreen > #plan-sum { height: 1; padding: 0 2; }
    """

    def __init__(self, app: NettuiApp, plan: Plan) -> None:
        super().__init__()
        self._nettui = app
        self._plan = plan
        self._asks: dict[str, Ask] = {ask.key: ask for ask in plan.asks}
        self._decisions: dict[str, str] = {}
        self._excluded: set[str] = set()
        self._planning = False
        self._applying = False
        self._catalogue = Catalogue(people=app.workspace.index.people, today=app.workspace.today)

    def compose(self) -> ComposeResult:
        """Make the list, with what it is about above and what it adds up to below."""
        yield PaneTitle(_("Import"), id="plan-title")
        yield Static("", id="plan-told", markup=False)
        yield VirtualList[PlanRow](self._paint, lambda row: row.key, empty=self._nothing, id="plan-list")
        yield Static("", id="plan-detail", markup=False)
        yield Progress(id="plan-sum")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the plan."""
        title = self.query_one("#plan-title", PaneTitle)
        title.live = True
        title.note = f"{self._plan.name}, {source_size(self._plan)}"
        told = self._told()
        self.query_one("#plan-told").display = bool(told)
        self.query_one("#plan-told", Static).update(told)
        self._show()
        self._list.focus()

    @property
    def _list(self) -> VirtualList[PlanRow]:
        return self.query_one("#plan-list", VirtualList)

    def _told(self) -> str:
        """Return what one must know of the archive as a whole."""
        runs = self._nettui.workspace.network.repository.imports.values()
        before = [run.on for run in runs if run.sha256 and run.sha256 == self._plan.sha256]
        lines = []
        if before:
            lines.append(
                _("This very archive, of {day}, was imported before.").format(day=day_of_week_and_date(max(before)))
            )
        if self._plan.older:
            lines.append(_("Older than what was imported before: it only adds, and changes nothing."))
        return " ".join(lines)

    def _show(self) -> None:
        rows = self._catalogue.rows(self._plan, list(self._asks.values()))
        self._list.set_rows(rows)
        self._sum_up()

    def _nothing(self) -> list[Line]:
        return [Line(((_("There is nothing in it that nettui could take over."), "quiet"),))]

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _paint(self, row: PlanRow, width: int) -> Line:
        if row.record is None and row.name is None:
            return self._heading(row)
        words = self._catalogue.words(row, self._decisions)
        sign, role = self._sign(row)
        name_role = "quiet" if role == "faint" or not (row.choice or isinstance(row.held, Ask)) else "text"
        about_role = role if isinstance(row.held, Ask) and role != "faint" else "quiet"
        return _COLUMNS.line(
            {"sign": (sign, role), "name": (words.name, name_role), "about": (words.about, about_role)}, width
        )

    def _heading(self, row: PlanRow) -> Line:
        if not isinstance(row.held, tuple):
            return Line()
        title, count = row.held
        return Line(((f"{title}  ", "mark"), (str(count), "quiet")))

    def _sign(self, row: PlanRow) -> tuple[str, str]:
        """Return the sign of a line and its role: taken, left out, to be decided, or nothing to choose."""
        glyphs = self._list.glyphs
        if isinstance(row.held, Ask):
            decision = self._decisions.get(row.held.key)
            if decision is None:
                return "?", "due"
            return (glyphs.unchecked, "faint") if decision == SKIP else (glyphs.checked, "good")
        if not row.choice:
            return " ", "quiet"
        return (glyphs.unchecked, "faint") if row.choice in self._excluded else (glyphs.checked, "good")

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        row = self._list.cursor_row
        text = ""
        if row is not None and row.key is not None:
            words = self._catalogue.words(row, self._decisions)
            text = "\n".join(visible(each) for each in (words.about, words.whole) if each)
        self.query_one("#plan-detail", Static).update(text)
        self.refresh_bindings()

    def _sum_up(self) -> None:
        """Say what the key would import."""
        bar = self.query_one(Progress)
        rest = without(self._plan, self._excluded)
        what = what_comes(rest)
        open_asks = sum(key not in self._decisions for key in self._asks)
        waits = ngettext("{n} to decide", "{n} to decide", open_asks).format(n=open_asks)
        right = [(f" {waits}", "due")] if open_asks else []
        if self._planning:
            bar.say([(_("Comparing with what is here …"), "quiet")])
        elif rest.empty:
            nothing = (
                _("Nothing is left to import.") if self._excluded else _("Nothing new: everything is here already.")
            )
            bar.say([(nothing, "text")], right)
        else:
            shown = what or _("only the memory of what the archive said")
            bar.say([(_("Enter imports:") + " ", "mark"), (shown, "strong")], right)

    # -- choosing --------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Say why a key does nothing now."""
        if self._applying:
            return _("It is being imported.")
        if action == "import":
            if self._planning:
                return _("One moment: what you decided is being worked out.")
            if self._plan.empty:
                return _("There is nothing new to import.")
        if action == "leave_out":
            row = self._list.cursor_row if self.is_mounted else None
            if row is None or not (row.choice or isinstance(row.held, Ask)):
                return _("There is nothing to leave out on this line.")
        if action == "accept" and not self._likely():
            return _("No question here has a likely answer.")
        return None

    def _likely(self) -> dict[str, str]:
        return {
            ask.key: ask.preselected
            for ask in self._asks.values()
            if ask.preselected is not None and ask.key not in self._decisions
        }

    def action_leave_out(self) -> None:
        """Leave the line at the cursor out, or take it in again."""
        row = self._list.cursor_row
        if row is None:
            return
        if isinstance(row.held, Ask):
            key = row.held.key
            self._decide({key: None if self._decisions.get(key) == SKIP else SKIP})
        else:
            self._excluded ^= {row.choice}
            keys = [each.key for each in self._list.rows if each.choice == row.choice and each.key is not None]
            self._list.update_rows(keys)
            self._sum_up()
        self._list.action_cursor_down()

    def action_accept(self) -> None:
        """Answer every question that has a likely answer with that one."""
        self._decide(self._likely())

    def action_section(self, step: int) -> None:
        """Go to the first line of the next section, or of the one before."""
        rows = self._list.rows
        firsts = [n for n in range(1, len(rows)) if rows[n].key is not None and rows[n - 1].key is None]
        here = self._list.cursor
        if step > 0:
            there = next((n for n in firsts if n > here), None)
        else:
            there = next((n for n in reversed(firsts) if n < here), None)
        if there is not None:
            self._list.cursor = there

    @on(VirtualList.Chosen)
    async def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        row = self._list.cursor_row
        if row is not None and isinstance(row.held, Ask):
            self._ask(row.held)
        else:
            await self.run_action("import")

    @work
    async def _ask(self, ask: Ask) -> None:
        from nettui.tui.importing.decide import Decide

        people = [self._catalogue.people[i] for i in ask.candidates if i in self._catalogue.people]
        answer = await self.app.push_screen_wait(Decide(ask, people, self._catalogue, self._decisions.get(ask.key)))
        if answer is not None:
            self._decide({ask.key: answer})
            self._list.action_cursor_down()

    def _decide(self, answers: dict[str, str] | dict[str, None] | dict[str, str | None]) -> None:
        for key, answer in answers.items():
            if answer is None:
                self._decisions.pop(key, None)
            else:
                self._decisions[key] = answer
        self._planning = True
        self._list.repaint()
        self._sum_up()
        self._moved()
        self._replan(dict(self._decisions))

    # -- work in threads -------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="plan", exit_on_error=False)
    def _replan(self, decisions: dict[str, str]) -> None:
        from nettui.services.importing.plan import plan

        worker = get_current_worker()
        with self._nettui.workspace.held():
            made = plan(self._nettui.workspace.network, self._plan.incoming, decisions)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._planned, made)

    def _planned(self, made: Plan) -> None:
        self._planning = False
        self._plan = made
        self._asks |= {ask.key: ask for ask in made.asks}
        self._show()
        self._moved()

    def action_import(self) -> None:
        """Import what is marked."""
        rest = without(self._plan, self._excluded)
        if rest.empty:
            self._nettui.say(_("There is nothing new to import."), "hint")
            return
        self._applying = True
        self.refresh_bindings()
        self._progress(0, 2)
        self._apply(what_comes(rest))

    @work(thread=True, group="apply", exit_on_error=False)
    def _apply(self, what: str) -> None:
        # The plan is no argument: Textual writes the arguments of a worker out as text, here half a second of it.
        from nettui.services.importing.apply import apply

        plan, excluded = self._plan, frozenset(self._excluded)
        tell = partial(self.app.call_from_thread, self._progress)
        try:
            with self._nettui.workspace.held():
                change = apply(self._nettui.workspace.network, plan, self._decisions, tell, excluded=excluded)
        except NettuiError as error:
            self.app.call_from_thread(self._failed, str(error))
        else:
            self.app.call_from_thread(self.dismiss, None if change is None else Imported(change, what))

    def _progress(self, done: int, steps: int) -> None:
        self.query_one(Progress).show(done, steps, _("Importing …"))

    def _failed(self, why: str) -> None:
        self._applying = self._planning = False
        self._sum_up()
        self.refresh_bindings()
        self._nettui.say(why, "error")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what nobody foresaw; nothing has changed then."""
        if event.state is WorkerState.ERROR:
            kind = type(event.worker.error).__name__
            self._failed(_("This could not be imported ({kind}); nothing has changed.").format(kind=kind))

    def action_back(self) -> None:
        """Leave without importing anything."""
        self.dismiss(None)
