"""What a screen of the app shows, as text that can be compared."""

from __future__ import annotations

__all__ = ["frame", "text"]


def frame(app):
    """Return what is drawn, with its colours: two frames differ when anything that is seen differs."""
    strips = app.screen._compositor.render_strips()  # there is no public way to the drawn screen
    top = [[(segment.text, str(segment.style)) for segment in strip] for strip in strips]
    return [type(screen).__name__ for screen in app.screen_stack], top


def text(app):
    """Return what is drawn as lines of text."""
    return [strip.text for strip in app.screen._compositor.render_strips()]
