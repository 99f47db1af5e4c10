"""Sorting as a screen: one person at a time, one key an answer, each saved at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from nettui.domain.current import current_positions
from nettui.domain.guesses import IndustryGuess, LevelGuess
from nettui.domain.records import Level
from nettui.errors import NettuiError, NotFound
from nettui.i18n import _
from nettui.services.describe import describe
from nettui.services.sorting.answers import set_industry, set_level, take_back
from nettui.services.sorting.guesses import Industries, Industry, level_guess
from nettui.services.sorting.unknown import Question, is_unknown, unknown
from nettui.services.sorting.walk import Walk
from nettui.text import one_line
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings, by_id, key_name
from nettui.tui.commands.sorting import DIGITS, LEVEL_KEYS
from nettui.tui.importing.progress import Progress
from nettui.tui.sorting.answers import guess_lines, industry_lines, level_lines, question_line
from nettui.tui.sorting.card import card_lines
from nettui.tui.sorting.closing import closing_lines
from nettui.tui.sorting.sheet import Sheet
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.services.network import Network
    from nettui.tui.app import NettuiApp

__all__ = ["Sorted", "SortingScreen"]

_MEASURE = 84
"""Cells of the sheet's text."""
_CARD = 7
"""Lines that what is known of somebody takes at most."""
_HIGH = 30
"""Lines from which there is air between the parts."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """How many were answered, by question, and everything that was committed, the ways back too."""

    answered: Mapping[Question, int]
    changes: tuple[Change, ...]


class SortingScreen(Commanded, Screen[Sorted]):
    """Returns what was sorted.

    An answer goes into the read model at once, but the views behind are told only at the end: each would count
    everything anew at each key, and nobody sees them.
    """

    SCOPE = Scope.SORTING
    BINDINGS = bindings(Scope.SORTING)
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    SortingScreen { layout: vertical; background: $background; }
    SortingScreen > #sorting-title { background: $bar; }
    """

    def __init__(self, app: NettuiApp) -> None:
        super().__init__()
        self._nettui = app
        self._index = app.workspace.index
        self._walks = {question: Walk(unknown(self._index, question)) for question in Question}
        levels, industries = (self._walks[question].left for question in Question)
        self._question = Question.INDUSTRY if industries and not levels else Question.LEVEL
        self._known: Industries | None = None
        self._changes: list[Change] = []
        # The digits keep their meaning while one sorts: the frequencies change with each answer.
        self._digits: list[Industry] = list(self._industries.all[: len(DIGITS)])
        self._guess: LevelGuess | IndustryGuess | None = None

    def compose(self) -> ComposeResult:
        """Make the line above, the sheet, and the keys."""
        yield Progress(id="sorting-title")
        yield Sheet(self._lines, id="sorting-sheet")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the first person, and heed what others change."""
        self._nettui.changed.subscribe(self, self._changed)
        self._show()

    def _changed(self, _change: Change | None) -> None:
        self._known = None
        self._show()

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def walk(self) -> Walk:
        """The people of the present question."""
        return self._walks[self._question]

    @property
    def _industries(self) -> Industries:
        """The industries as they are after the latest answer, which is the ground of the next guess."""
        if self._known is None:
            self._known = Industries(self._index)
        return self._known

    def _show(self) -> None:
        """Show who is next; whoever was deleted or answered elsewhere meanwhile is left out."""
        walk = self.walk
        while walk.current is not None and not is_unknown(self._index, self._question, walk.current):
            walk.drop()
        self._guess = self._guessed(walk.current)
        self.query_one(Sheet).show()
        self._show_title()
        self.refresh_bindings()

    def _guessed(self, person_id: Id | None) -> LevelGuess | IndustryGuess | None:
        if person_id is None:
            return None
        if self._question is Question.LEVEL:
            return level_guess(self._index, person_id)
        return self._industries.guess(person_id)

    def _show_title(self) -> None:
        walk = self.walk
        what = _("Levels") if self._question is Question.LEVEL else _("Industries")
        left = [("  ", "text"), (_("Sort out"), "mark"), (f" {self._nettui.glyphs.dot} ", "faint"), (what, "text")]
        count = _("{left} of {total} left").format(left=walk.left, total=walk.total)
        self.query_one(Progress).say(left, [(f"{count}  ", "quiet")] if walk.total else [])

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the sheet: the person, the answers below, and between them as much air as there is room for."""
        measure = min(width - 4, _MEASURE)
        indent = (" " * max((width - measure) // 2, 2), "text")
        walk = self.walk
        person = self._index.people.get(walk.current) if walk.current is not None else None
        air = [Line()] * (2 if height >= _HIGH else 1)
        if person is None:
            other = self._walks[Question.INDUSTRY if self._question is Question.LEVEL else Question.LEVEL]
            keys = (self._key("sorting.switch"), self._key("sorting.back"), self._key("sorting.end"))
            lines = [*air, *closing_lines(self._index, self._question, walk, other, keys, measure)]
        else:
            titled = any(position.title.strip() for position in current_positions(person, self._index.today))
            asked = self._asked(measure, titled=titled)
            room = max(min(height - len(asked) - 2 * len(air), _CARD), 1)
            card = card_lines(self._index, person, measure, room, self._nettui.glyphs)
            # The answers stand still from one person to the next.
            lines = [*air, *card, *[Line()] * (room - len(card)), *air, *asked]
        return [Line((indent, *line.left)) if line.left else line for line in lines]

    def _asked(self, width: int, *, titled: bool) -> list[Line]:
        glyphs, guess = self._nettui.glyphs, self._guess
        if self._question is Question.LEVEL:
            question = question_line(
                _("Where in working life, seen from you?"), _("Relative to you; no rank of worth.")
            )
            keys = {level: self._key(command) for level, command in LEVEL_KEYS.items()}
            answers = level_lines(keys, guess if isinstance(guess, LevelGuess) else None, width, glyphs)
            none = _("No guess: the title says nothing about it.") if titled else _("No guess: no title is known.")
        else:
            question = question_line(_("In which industry do they work?"), "")
            known = guess if isinstance(guess, IndustryGuess) else None
            answers = industry_lines(self._digits, self._key("sorting.other_industry"), known, width, glyphs)
            none = _("No guess: too little is known of the company.")
        return [question, Line(), *answers, Line(), *guess_lines(guess, none, self._key("sorting.guess"), width)]

    def _key(self, command_id: str) -> str:
        """Return the key of a command as the user has it: its own first one, unless the user's keymap moved it."""
        command = by_id(command_id)
        own = command.keys[0] if command is not None else ""
        bound = [key for key, active in self.active_bindings.items() if active.binding.id == command_id]
        key = own if own in bound or not bound else bound[0]
        return key_name(key, ascii_only=self._nettui.glyphs.ascii)

    # -- answering -------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the answers to the other question."""
        other = {"take", "other_industry"} if self._question is Question.LEVEL else {"answer"}
        return False if action in other else super().check_action(action, parameters)

    def refusal(self, action: str) -> str | None:
        """Say why a key does nothing now."""
        if action in {"answer", "take", "take_guess", "other_industry", "later"} and self.walk.current is None:
            return _("There is nobody left to sort here.")
        if action == "take_guess" and self._guess is None:
            return _("There is no guess here.")
        if action == "back" and self.walk.latest is None:
            return _("This is the first person.")
        return None

    def action_answer(self, level: str) -> None:
        """Save a level and go on."""
        self._save(lambda person_id: lambda network: set_level(network, person_id, Level(level)))

    def action_take(self, digit: int) -> None:
        """Save the industry of a digit and go on."""
        if digit > len(self._digits):
            self._nettui.say(_("No industry has that number."), "hint")
        else:
            self._save_industry(self._digits[digit - 1].name)

    def action_take_guess(self) -> None:
        """Save what is guessed and go on."""
        if isinstance(self._guess, LevelGuess):
            self.action_answer(self._guess.value.value)
        elif self._guess is not None:
            self._save_industry(self._guess.value)

    @work
    async def action_other_industry(self) -> None:
        """Ask for an industry by its name, and save it."""
        from nettui.tui.dialogs.choose import Choose, Option
        from nettui.tui.flows.kit import ask

        asked = self.walk.current
        person = self._index.people.get(asked) if asked is not None else None
        if person is None:
            return
        options = [Option(each.name, each.name, note=str(each.people)) for each in self._industries.all]
        title = _("The industry of {name}").format(name=one_line(person.name))
        chosen = await ask(self._nettui, Choose(title, options, new=_("New industry: {text}")))
        if chosen is not None and self.walk.current == asked:
            self._save_industry(chosen.key or self._industries.usual(chosen.new))

    def _save_industry(self, name: str) -> None:
        saved = self._save(lambda person_id: lambda network: set_industry(network, person_id, name))
        if saved and len(self._digits) < len(DIGITS) and all(name != each.name for each in self._digits):
            self._digits.append(Industry(name, 1))
            self._show()

    def _save(self, answer: Callable[[Id], Callable[[Network], Change | None]]) -> bool:
        person_id = self.walk.current
        if person_id is None:
            return False
        try:
            change = self._nettui.workspace.perform(answer(person_id))
        except NettuiError as error:
            self._nettui.say(str(error), "error")
            return False
        if change is not None:
            self._changes.append(change)
            self.walk.go_on(change)
            self._changed(change)
        return change is not None

    def action_later(self) -> None:
        """Go on without an answer."""
        self.walk.go_on(None)
        self._show()

    def action_back(self) -> None:
        """Go back to the person before; an answer is taken back."""
        if self._nettui.workspace.refresh():  # the read model hears of what others wrote before undo looks at it
            self._nettui.publish(None)
        before = self.walk.latest
        if before is None:
            return
        if before.change is not None and not self._take_back(before.change):
            return
        self.walk.back()
        self._changed(None)

    def _take_back(self, change: Change) -> bool:
        """Take an answer back; return whether there is nothing left of it to take back."""
        try:
            undone = self._nettui.workspace.perform(lambda network: take_back(network, change))
        except NettuiError as error:
            self._nettui.say(str(error), "error")
            return isinstance(error, NotFound)
        if undone is None:
            self._nettui.say(_("It was changed elsewhere meanwhile, and stays."), "hint")
        else:
            self._changes.append(undone)
            self._nettui.say(describe(undone), "hint")
        return True

    def action_switch(self) -> None:
        """Ask the other question."""
        self._question = Question.INDUSTRY if self._question is Question.LEVEL else Question.LEVEL
        self._show()

    def action_help(self) -> None:
        """Explain sorting and list the keys."""
        from nettui.tui.dialogs.help import HelpPage, help_rows

        about = _("One person, one key, saved at once; u takes it back.")
        self.app.push_screen(HelpPage(help_rows(self, place=_("Sorting out the unknown"), about=about)))

    def action_end(self) -> None:
        """Leave."""
        answered = {question: walk.answered for question, walk in self._walks.items()}
        self.dismiss(Sorted(answered, tuple(self._changes)))
