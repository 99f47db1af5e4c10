"""The user's settings: ``config.toml`` in the folder for settings, all of it optional.

    language = "bg"                 # "en" or "bg"; without it LC_ALL, LC_MESSAGES or LANG decide
    file = "~/notes/network.json"   # what opens without -f and $NETTUI_FILE

    [terminal]
    color = "auto"                  # "auto" or "never"
    glyphs = "auto"                 # "auto", "unicode" or "ascii"
    mouse = false                   # true: the terminal's own selecting of text then needs shift
    kitty_keys = true               # false where a layout or dead keys come out wrong

    [app]
    theme = "nettui-dark"           # "nettui-light", "ansi", or one of Textual's

    [ledger]
    balance = true                  # false: no balance is shown anywhere, only what is open, done and thanked

    [keys]                          # a command's id, and the keys that give it instead of its own
    "capture.open" = ["i", "insert"]

A setting that is unknown, or has a value it cannot have, is an error that names the file, the key and the nearest valid
key: a misspelt setting that is silently ignored costs more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from nettui.errors import InvalidInput
from nettui.i18n import LANGUAGES, _, system_says
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["App", "Ledger", "Settings", "Terminal", "load"]

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "terminal.color": ("auto", "never"),
    "terminal.glyphs": ("auto", "unicode", "ascii"),
}
_SWITCHES = frozenset({"terminal.mouse", "terminal.kitty_keys", "ledger.balance"})
_TEXTS = frozenset({"file", "app.theme"})
_KEYS = (*_CHOICES, *sorted(_SWITCHES), *sorted(_TEXTS))
_SECTIONS = ("terminal", "app", "ledger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What the terminal may be sent."""

    color: str = "auto"
    glyphs: str = "auto"
    mouse: bool = False
    kitty_keys: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """How the full-screen app looks."""

    theme: str = "nettui-dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What the ledger shows. Without ``balance`` nothing is counted up: neither balances nor running counts."""

    balance: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; None where the user has said nothing and no default fits everybody."""

    language: str | None = None
    file: Path | None = None
    terminal: Terminal = field(default_factory=Terminal)
    app: App = field(default_factory=App)
    ledger: Ledger = field(default_factory=Ledger)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Keys by command id, not yet compared with the commands there are: only the app knows them."""
    path: Path | None = field(default=None, compare=False)
    """The file they come from; None without one."""


def load(path: Path) -> Settings:
    """Read the settings in ``path``; the defaults when there is no such file.

    Raises InvalidInput for a file that cannot be read, is no TOML, or holds an unknown key or value.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise InvalidInput(
            _("{file}: the settings cannot be read: {reason}.").format(file=path, reason=system_says(error))
        ) from error
    import tomllib

    try:
        tables = tomllib.loads(raw.decode())
    except UnicodeDecodeError as error:
        raise InvalidInput(_("{file}: the settings are not UTF-8 text.").format(file=path)) from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(_("{file}: this is no TOML: {reason}").format(file=path, reason=_place(error))) from error
    keys = _keys(tables.pop("keys", {}), path)
    values = _checked(tables, path)
    return Settings(
        language=values.get("language"),
        file=Path(values["file"]).expanduser() if values.get("file") else None,
        terminal=Terminal(**_section(values, "terminal")),
        app=App(**_section(values, "app")),
        ledger=Ledger(**_section(values, "ledger")),
        keys=MappingProxyType(keys),
        path=path,
    )


def _keys(table: object, path: Path) -> dict[str, tuple[str, ...]]:
    """Return the section ``keys``; TOML reads the id of a command that is not quoted as tables in tables."""
    if not isinstance(table, dict):
        raise _impossible(path, "keys", table, _("It is a section: [keys]."))
    found: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= {f"{name}.{inner}": keys for inner, keys in _keys(value, path).items()}
            continue
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not keys or not all(isinstance(key, str) and key.strip() for key in keys):
            raise _impossible(path, f"keys.{name}", value, _("It is a key in quotation marks, or a list of such."))
        found[name] = tuple(key.strip() for key in keys)
    return found


def _impossible(path: Path, key: str, value: object, hint: str) -> InvalidInput:
    return InvalidInput(
        _("{file}: {key} cannot be {value}.").format(file=path, key=one_line(key), value=one_line(repr(value))),
        hint=hint,
    )


def _place(error: ValueError) -> str:
    """Return where the TOML is wrong: what tomllib finds there, it says in English only."""
    import re

    match = re.search(r"line (\d+), column (\d+)", str(error))
    return _("line {line}, column {column}").format(line=match[1], column=match[2]) if match else _("at the end")


def _section(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{name}.")}


def _checked(tables: Mapping[str, Any], path: Path) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in tables.items():
        if key in _SECTIONS and isinstance(value, dict):
            values |= {f"{key}.{inner}": held for inner, held in value.items()}
        else:
            values[key] = value
    for key, value in values.items():
        _check(key, value, path)
    return values


def _check(key: str, value: object, path: Path) -> None:
    if key not in _KEYS:
        import difflib

        near = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.0)[0]
        raise InvalidInput(
            _("{file}: unknown setting {key}.").format(file=path, key=one_line(key)),
            hint=_("The nearest one is {near}.").format(near=near),
        )
    allowed = _CHOICES.get(key)
    if allowed is not None and value not in allowed:
        raise _impossible(path, key, value, _("It is one of: {choices}.").format(choices=", ".join(allowed)))
    if key in _SWITCHES and not isinstance(value, bool):
        raise _impossible(path, key, value, _("It is true or false, without quotation marks."))
    if key in _TEXTS and not isinstance(value, str):
        raise _impossible(path, key, value, _("It is a text in quotation marks."))
