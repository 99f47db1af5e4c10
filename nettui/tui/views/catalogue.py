"""Which class is which view: made by name, imported when first shown, so that the start pays for one view only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.tui.views.view import View

__all__ = ["import_views", "make_view"]

_CLASSES = {
    "today": "TodayView",
    "people": "PeopleView",
    "journal": "JournalView",
    "ledger": "LedgerView",
    "breadth": "BreadthView",
}


_FLOWS = ("nettui.tui.flows.desk", "nettui.tui.flows.records")
"""What the first command on a record needs, and the bottom line of the ledger."""


def import_views() -> Iterator[str]:
    """Import what the views are made of, one after each pause: then the first look at one need not wait for it."""
    for module in (*(f"nettui.tui.views.{name}.view" for name in _CLASSES), *_FLOWS):
        import_module(module)
        yield module


def make_view(name: str) -> View:
    """Return a new view; KeyError for a name that is none."""
    module = import_module(f"nettui.tui.views.{name}.view")
    view: View = getattr(module, _CLASSES[name])(id=name)
    return view
