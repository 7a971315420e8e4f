"""Listings of somebody else: read and looked through first, then applied when a person says so."""

from portal.local_offer.actions.importing.applying import (
    NothingToApply,
    StillToDecide,
    apply_import,
    confirm_import,
)
from portal.local_offer.actions.importing.looking import (
    MAY_IMPORT,
    decide_row,
    fetch_and_look_through,
    look_through,
    receive_import,
)

__all__ = [
    "MAY_IMPORT",
    "NothingToApply",
    "StillToDecide",
    "apply_import",
    "confirm_import",
    "decide_row",
    "fetch_and_look_through",
    "look_through",
    "receive_import",
]
