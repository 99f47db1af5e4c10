"""Roads in: ask for a company or an industry, show who could introduce one there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.roads import PlaceKind, place_key
from nettui.i18n import _, ngettext
from nettui.services.views.roads import Place, kind_word, places, roads_view
from nettui.text import one_line
from nettui.tui.flows.kit import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["show_roads"]


async def show_roads(app: NettuiApp, place: tuple[PlaceKind, str] | None) -> Id | None:
    """Show the roads into ``place``, a kind and a name, asked for if None; return the person that was chosen there."""
    from nettui.tui.dialogs.roads import RoadsPage

    index = app.workspace.index
    known = places(index)
    if not known:
        app.say(_("No company is known yet: e on a person says where they work."), "hint")
        return None
    chosen = await _asked_for(app, known) if place is None else _called(known, *place)
    if chosen is None:
        return None
    return await ask(app, RoadsPage(roads_view(index, chosen), app.workspace.today))


async def _asked_for(app: NettuiApp, known: Sequence[Place]) -> Place | None:
    from nettui.tui.dialogs.choose import Choose, Option

    options = [
        Option(
            f"{place.kind.value}:{place.key}",
            one_line(place.name),
            note=f"{kind_word(place.kind)}, "
            + ngettext("{n} person", "{n} people", place.people).format(n=place.people),
        )
        for place in known
    ]
    note = _("Who is there, who was, and who could introduce you.")
    picked = await ask(app, Choose(_("Roads into which company or industry?"), options, note=note))
    if picked is None:
        return None
    return next((place for place in known if f"{place.kind.value}:{place.key}" == picked.key), None)


def _called(known: Sequence[Place], kind: PlaceKind, name: str) -> Place | None:
    key = place_key(kind, name)
    return next((place for place in known if place.kind is kind and place.key == key), None)
