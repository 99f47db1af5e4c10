"""What is said to have happened must not lie ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.errors import InvalidInput
from nettui.i18n import _

if TYPE_CHECKING:
    from nettui.domain.dates import PartialDate
    from nettui.services.network import Network

__all__ = ["check_past"]


def check_past(network: Network, on: PartialDate | None) -> None:
    """Raise InvalidInput when ``on`` lies certainly after today; what has no year, or is not known, may have been."""
    if on is not None and on.year is not None and on.first_day() > network.today:
        raise InvalidInput(
            _("{date} is still to come.").format(date=on), hint=_("Give today's date or an earlier one.")
        )
