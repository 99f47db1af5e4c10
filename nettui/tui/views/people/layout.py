"""How the panes of the view People share the window."""

from __future__ import annotations

__all__ = ["LAYOUT"]

LAYOUT = """
PeopleView {
    layout: horizontal;
    layers: below above;
    #circles { width: 24; margin-right: 1; }
    #people-pane { width: 1fr; }
    #person { width: 34%; max-width: 62; border-left: solid $faint; }
    #person:focus-within { border-left: solid $mark; }
    &.-wide #circles { width: 28; }
    &.-over #circles {
        layer: above; dock: left; display: none; width: 29; margin: 0; padding-right: 1; background: $panel;
        & VirtualList { background: $panel; }
    }
    &.-over:ansi #circles { border-right: solid $faint; }
    &.-over.-circles #circles { display: block; }
    &.-slim #person { display: none; }
    &.-slim.-reading #person { display: block; width: 1fr; max-width: 100%; border-left: none; }
    &.-slim.-reading #people-pane { display: none; }
}
"""
