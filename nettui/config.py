"""The user's settings: ``config.toml`` in the folder for settings, all of it optional.

    language = "bg"                 # "en" or "bg"; without it LC_ALL, LC_MESSAGES or LANG decide
    file = "~/notes/network.json"   # what opens without -f and $NETTUI_FILE

    [terminal]
    color = "auto"                  # "auto" or "never"
    glyphs = "auto"                 # "auto", "unicode" or "ascii"
    mouse = "off"                   # "off" or "on"; on, the terminal's own selecting of text needs shift
    kitty_keys = "on"               # "off" where a layout or dead keys come out wrong

A setting that is unknown, or has a value it cannot have, is an error that names the file, the key and the nearest valid
key: a misspelt setting that is silently ignored costs more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nettui.errors import InvalidInput
from nettui.i18n import LANGUAGES, _, system_says
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Settings", "Terminal", "load"]

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "terminal.color": ("auto", "never"),
    "terminal.glyphs": ("auto", "unicode", "ascii"),
    "terminal.mouse": ("off", "on"),
    "terminal.kitty_keys": ("on", "off"),
}
_KEYS = ("file", *_CHOICES)
_SECTIONS = ("terminal",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What the terminal may be sent."""

    color: str = "auto"
    glyphs: str = "auto"
    mouse: str = "off"
    kitty_keys: str = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; None where the user has said nothing and no default fits everybody."""

    language: str | None = None
    file: Path | None = None
    terminal: Terminal = field(default_factory=Terminal)


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
    values = _checked(tables, path)
    return Settings(
        language=values.get("language"),
        file=Path(values["file"]).expanduser() if values.get("file") else None,
        terminal=Terminal(**_section(values, "terminal")),
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
        raise InvalidInput(
            _("{file}: {key} cannot be {value}.").format(file=path, key=key, value=one_line(repr(value))),
            hint=_("It is one of: {choices}.").format(choices=", ".join(allowed)),
        )
    if not isinstance(value, str):
        raise InvalidInput(
            _("{file}: {key} cannot be {value}.").format(file=path, key=key, value=one_line(repr(value))),
            hint=_("It is a text in quotation marks."),
        )
