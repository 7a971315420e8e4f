from kpis.published.actions.imports import Imported, ImportRefused, import_values
from kpis.published.actions.values import NothingToConfirm, Reading, confirm_value, load_value, read_printed

__all__ = [
    "ImportRefused",
    "Imported",
    "NothingToConfirm",
    "Reading",
    "confirm_value",
    "import_values",
    "load_value",
    "read_printed",
]
