"""Changing single settings in the user's ``config.toml`` without disturbing what the user wrote there.

The standard library reads TOML (https://toml.io/en/v1.0.0) and writes none; packages that write it do so from values
and lose comments, or are a second parser of thousands of lines, for the few keys that the app itself changes. So lines
are changed here, and the result is read again before it replaces the file: unless it holds exactly the former settings
and the changed ones, nothing is written. That makes up for all that looking at single lines cannot know, such as a text
over several lines that looks like a setting.
"""

from __future__ import annotations

import contextlib
import os
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from nettui.config import load
from nettui.errors import InvalidInput, StoreError
from nettui.i18n import _, system_says
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["save"]

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[^\]]*?)\s*\]\]?\s*(#.*)?$")
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'\[{#][^\s#]*)"""


def save(path: Path, values: Mapping[str, str | bool]) -> None:
    """Set ``values``, named ``key`` or ``section.key``, in the settings in ``path``; all else stays as it is.

    The file and its folder are made when they are missing. It is replaced in one step, so it is whole at any moment.
    Raises InvalidInput where the file is wrong already or its form is not understood, StoreError where it cannot be
    written; then nothing has changed.
    """
    load(path)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            before = file.read()
    except FileNotFoundError:
        before = ""
    after = before
    for key, value in values.items():
        after = _changed(after, key, value)
    if not _holds(before, after, values):
        raise InvalidInput(
            _("{file}: nettui cannot change this setting by itself.").format(file=one_line(str(path), 200)),
            hint=_("Write it yourself: {line}").format(
                line="; ".join(f"{key} = {_toml(value)}" for key, value in values.items())
            ),
        )
    if after != before:
        _replace(path, after)


def _changed(text: str, key: str, value: str | bool) -> str:
    """Return ``text`` with one setting changed where it stands, else added at the end of its section."""
    section, _dot, name = key.rpartition(".")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    here, last = "", 0
    setting = re.compile(rf"(\s*{re.escape(name)}\s*=\s*){_VALUE}(\s*(?:#.*)?)$")
    dotted = re.compile(rf"(\s*{re.escape(section)}\s*\.\s*{re.escape(name)}\s*=\s*){_VALUE}(\s*(?:#.*)?)$")
    found = not section
    for number, line in enumerate(lines):
        bare = line.rstrip("\r\n")
        header = _HEADER.match(bare)
        if header:
            here = header["name"]
            found = found or here == section
        elif match := setting.match(bare) if here == section else dotted.match(bare) if section and not here else None:
            lines[number] = f"{match[1]}{_toml(value)}{match[2]}{line[len(bare) :]}"
            return "".join(lines)
        if here == section and bare.strip() and not bare.lstrip().startswith("#"):
            last = number + 1
    new = f"{name} = {_toml(value)}{newline}"
    if not found:
        blank = [newline] if lines else []
        lines = [*_ended(lines, newline), *blank, f"[{section}]{newline}", new]
    else:
        lines = [*_ended(lines[:last], newline), new, *_apart(lines[last:], newline, first=not last)]
    return "".join(lines)


def _ended(lines: list[str], newline: str) -> list[str]:
    """Return ``lines`` with the last one ended, as another is to follow."""
    if lines and not lines[-1].endswith("\n"):
        return [*lines[:-1], lines[-1] + newline]
    return lines


def _apart(lines: list[str], newline: str, *, first: bool) -> list[str]:
    """Return ``lines`` with a blank one before a section that would stick to a first setting."""
    return [newline, *lines] if first and lines and lines[0].strip() else lines


def _toml(value: str | bool) -> str:
    """Return a value as TOML writes it; JSON's strings are basic strings of TOML but for DEL."""
    if isinstance(value, bool):
        return "true" if value else "false"
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _holds(before: str, after: str, values: Mapping[str, str | bool]) -> bool:
    """Return whether ``after`` says what ``before`` said and ``values``, and nothing else."""
    import tomllib

    wanted: dict[str, Any] = deepcopy(tomllib.loads(before))
    for key, value in values.items():
        section, _dot, name = key.rpartition(".")
        table = wanted.setdefault(section, {}) if section else wanted
        if not isinstance(table, dict):
            return False
        table[name] = value
    try:
        return tomllib.loads(after) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _replace(path: Path, text: str) -> None:
    """Write ``text`` aside and put it in place of ``path``; a link stays one, as people link their settings."""
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o600
        try:
            with open(temporary, "x", encoding="utf-8", newline="", opener=_private) as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(target)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            _("{file}: the settings cannot be written: {reason}.").format(
                file=one_line(str(path), 200), reason=system_says(error)
            ),
            hint=_("Everything else works; the setting lasts until you leave."),
        ) from error


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
