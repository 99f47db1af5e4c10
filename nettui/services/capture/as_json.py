"""The JSON form of a captured line, as ``nettui add --json`` prints it: stable, ids as strings, absent values null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.capture.understood import decide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.services.capture.understood import Candidate, Ref, Understood
    from nettui.services.log import Logged
    from nettui.services.ports import Json

__all__ = ["as_json"]


def as_json(
    understood: Understood, logged: Logged | None = None, *, choices: Mapping[str, Id] | None = None
) -> dict[str, Json]:
    """Return ``understood`` in the documented form, with the ids of what ``logged`` saved.

    Names that wait for a decision are under ``ask`` and in no other list.
    """
    settled = decide(understood, choices or {})
    saved = logged is not None and logged.change is not None
    made = {person.name: person.id for person in logged.people} if logged else {}

    def person(ref: Ref) -> dict[str, Json]:
        return {"id": ref.id or made.get(ref.name), "name": ref.name, "new": ref.new}

    def somebody(ref: Ref | None) -> Json:
        if ref is None or ref.undecided:
            return None
        return {"id": ref.id or made.get(ref.name), "name": ref.name}

    return {
        "saved": saved,
        "entry": {
            "id": logged.entry.id if logged and logged.entry else None,
            "at": str(settled.at),
            "channel": settled.channel.value,
            "text": settled.text,
            "tags": list(settled.tags),
        },
        "people": [person(ref) for ref in settled.people if not ref.undecided],
        "mentions": [person(ref) for ref in settled.mentions if not ref.undecided],
        "promises": [
            {"text": one.text, "whose": one.whose.value, "due": _date(one.due), "person": somebody(one.person)}
            for one in settled.promises
        ],
        "exchanges": [
            {
                "kind": one.kind.value,
                "direction": one.direction.value,
                "status": one.status.value,
                "person": somebody(one.person),
                "due": _date(one.due),
            }
            for one in settled.exchanges
        ],
        "ask": [{"text": ask.text, "candidates": [_candidate(one) for one in ask.candidates]} for ask in settled.ask],
    }


def _date(due: object) -> str | None:
    return None if due is None else str(due)


def _candidate(candidate: Candidate) -> dict[str, Json]:
    return {"id": candidate.id, "name": candidate.name}
