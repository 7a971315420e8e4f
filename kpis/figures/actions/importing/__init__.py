"""Bringing a file of figures in: stored, read in parts, compared, confirmed, applied, and withdrawn if need be."""

from kpis.figures.actions.importing.applying import apply_import
from kpis.figures.actions.importing.comparing import compare
from kpis.figures.actions.importing.parts import read_chunk
from kpis.figures.actions.importing.receiving import cut_import, store_file
from kpis.figures.actions.importing.steps import (
    ImportRefused,
    abandon_hopeless_imports,
    confirm_import,
    discard_import,
    stale_steps,
    withdraw_import,
)
from kpis.figures.actions.importing.withdrawing import take_back

__all__ = [
    "ImportRefused",
    "abandon_hopeless_imports",
    "apply_import",
    "compare",
    "confirm_import",
    "cut_import",
    "discard_import",
    "read_chunk",
    "stale_steps",
    "store_file",
    "take_back",
    "withdraw_import",
]
