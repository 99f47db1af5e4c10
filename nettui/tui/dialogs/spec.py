"""A form as data: its fields, how each is read, and what they are built into. Nothing here is drawn.

The state of a field is always one text, whatever its editor looks like; so a form can come back with what was typed,
be kept as a draft, and be compared with how it began.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Generic, TypeVar

from nettui.errors import NettuiError
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Aid", "Field", "Filled", "FormSpec", "Kind", "Reading", "Wrong"]

T = TypeVar("T")


class Wrong(Exception):
    """What is wrong with a field, in one line; ``key`` names the field where a whole form is judged."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.key = key


class Kind(Enum):
    """Which editor a field has: one line, text of several lines, one text a line, one of a few, positions, heading."""

    LINE = auto()
    TEXT = auto()
    LINES = auto()
    CHOICE = auto()
    POSITIONS = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Aid:
    """What stands under a field: ``warning`` as long as it is true, ``lines`` while the field has the focus."""

    warning: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field.

    ``raw`` is the text at the start and ``value`` what it stands for: as long as the text is not edited the value is
    kept as it is, whatever the text could not show of it. ``read`` turns an edited text into a value and raises Wrong.
    ``tidy`` writes a value the way it is to stand in the field once it was read. ``complete`` gives suggestions;
    ``options`` are the values and words of a CHOICE. ``needed`` fields must not be blank. ``aid`` gives what stands
    under the field, and ``draw_on`` suggestions, both from the texts of all fields. What is typed into an ``anew``
    field takes the place of all that was in it: of a date nobody edits a part.
    """

    key: str
    label: str
    kind: Kind = Kind.LINE
    raw: str = ""
    value: object = ""
    read: Callable[[str], object] = str.strip
    tidy: Callable[[object], str] | None = None
    hint: str = ""
    complete: Callable[[str], list[str]] | None = None
    options: tuple[tuple[str, str], ...] = ()
    needed: bool = False
    aid: Callable[[Mapping[str, str]], Aid] | None = None
    draw_on: Callable[[str, Mapping[str, str]], list[str]] | None = None
    anew: bool = False

    def value_of(self, raw: str) -> object:
        """Return what ``raw`` stands for. Raises Wrong."""
        if self.needed and not raw.strip():
            raise Wrong(_("This is needed."))
        return self.value if raw == self.raw else self.read(raw)


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a filled form came to: ``built``, or what is wrong, by the field's key; "" is the form as a whole."""

    built: T | None
    wrong: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filled(Generic[T]):
    """What a form gives: the value, and the texts it was read from."""

    value: T
    raw: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpec(Generic[T]):
    """A form: ``build`` makes its result from the fields' values, and may raise Wrong or NettuiError.

    ``name`` is what a draft of it is kept under; without one no draft is kept. ``focus`` is the field to begin in.
    """

    title: str
    fields: tuple[Field, ...]
    build: Callable[[Mapping[str, object]], T]
    name: str = ""
    focus: str = ""

    @property
    def raw(self) -> dict[str, str]:
        """The texts at the start."""
        return {field.key: field.raw for field in self.fields if field.kind is not Kind.HEADING}

    def read(self, raw: Mapping[str, str]) -> Reading[T]:
        """Read all fields, and build the result if none is wrong."""
        values: dict[str, object] = {}
        wrong: dict[str, str] = {}
        for field in self.fields:
            if field.kind is Kind.HEADING:
                continue
            try:
                values[field.key] = field.value_of(raw[field.key])
            except Wrong as error:
                wrong[field.key] = error.message
        if wrong:
            return Reading(None, wrong)
        try:
            return Reading(self.build(values), {})
        except Wrong as error:
            return Reading(None, {error.key: error.message})
        except NettuiError as error:
            return Reading(None, {"": str(error)})
