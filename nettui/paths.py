"""Where nettui keeps its files when the user names none: the folders for data, settings and state.

On Linux and the BSDs these follow the XDG Base Directory Specification 0.8, worked out here: importing platformdirs
takes 18 ms (measured on CPython 3.11, a third of the whole of ``nettui add``), the rule takes four lines. Other systems
have rules of their own, and there platformdirs, imported when asked, knows them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nettui.errors import StoreError
from nettui.i18n import _

__all__ = ["config_file", "crash_log", "network_file"]

_APP = "nettui"
_OWN_RULES = ("darwin", "win32", "cygwin")


def network_file(environment: dict[str, str] | None = None) -> Path:
    """Return ``$NETTUI_FILE``, else the file in the user's data folder."""
    named = (os.environ if environment is None else environment).get("NETTUI_FILE")
    return Path(named).expanduser() if named else _folder("data", "XDG_DATA_HOME", ".local/share") / "network.json"


def config_file() -> Path:
    """Return the place of the settings, whether or not the file exists."""
    return _folder("config", "XDG_CONFIG_HOME", ".config") / "config.toml"


def crash_log() -> Path:
    """Return the file that takes the traceback of an unexpected error."""
    return _folder("state", "XDG_STATE_HOME", ".local/state") / "crash.log"


def _folder(sort: str, variable: str, below_home: str) -> Path:
    if sys.platform in _OWN_RULES:  # pragma: no cover - other systems
        import platformdirs

        return Path(getattr(platformdirs, f"user_{sort}_path")(_APP, appauthor=False))
    value = os.environ.get(variable, "")
    if value.startswith("/"):  # the specification: a relative path is invalid and is ignored
        return Path(value) / _APP
    try:
        return Path.home() / below_home / _APP
    except RuntimeError as error:
        raise StoreError(_("Your home folder is not known."), hint=_("Set HOME, or name a file with -f.")) from error
