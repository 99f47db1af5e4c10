"""What is half filled in, kept as a draft, so that it survives a terminal that goes away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from nettui.tui.dialogs.spec import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.tui.app import NettuiApp
    from nettui.tui.dialogs.spec import Field, FormSpec

__all__ = ["forget", "keep", "load"]


def keep(app: NettuiApp, spec: FormSpec[Any], raw: Mapping[str, str]) -> None:
    """Keep the texts that differ from those at the start; forget the draft when none does."""
    if not spec.name:
        return
    began = spec.raw
    differing = {key: text for key, text in raw.items() if text != began[key]}
    if differing:
        app.drafts.put(_name(spec), json.dumps(differing, ensure_ascii=False))
    else:
        app.drafts.forget(_name(spec))


def load(app: NettuiApp, spec: FormSpec[Any]) -> dict[str, str]:
    """Return the texts of a draft of this form, by field; empty without one that can be read."""
    text = app.drafts.load(_name(spec)) if spec.name else ""
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    fields = {field.key: field for field in spec.fields if field.kind is not Kind.HEADING}
    return {
        key: value
        for key, value in found.items()
        if isinstance(value, str) and key in fields and _can_be_shown(fields[key], value)
    }


def _can_be_shown(field: Field, text: str) -> bool:
    if field.kind is Kind.CHOICE:
        return text in {value for value, _word in field.options}
    if field.kind is Kind.POSITIONS:
        try:
            field.read(text)
        except (TypeError, ValueError):  # a draft of another version, or a broken one
            return False
    return True


def forget(app: NettuiApp, spec: FormSpec[Any]) -> None:
    """Forget the draft of this form."""
    if spec.name:
        app.drafts.forget(_name(spec))


def _name(spec: FormSpec[Any]) -> str:
    return f"form-{spec.name}"
