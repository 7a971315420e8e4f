from kpis.topups.actions.bands import BandLine, add_band_table
from kpis.topups.actions.entries import correct_entry, record_entry
from kpis.topups.actions.lists import replace_list
from kpis.topups.actions.refusals import (
    BandTwice,
    ChangedMeanwhile,
    NotAllowed,
    ReasonMissing,
    Refused,
    Taken,
    UploadRefused,
)
from kpis.topups.actions.settings import add_setting

__all__ = [
    "BandLine",
    "BandTwice",
    "ChangedMeanwhile",
    "NotAllowed",
    "ReasonMissing",
    "Refused",
    "Taken",
    "UploadRefused",
    "add_band_table",
    "add_setting",
    "correct_entry",
    "record_entry",
    "replace_list",
]
