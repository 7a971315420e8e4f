"""Tables in and out, and the one home of pandas: cells are text, bad cells are named, nothing runs."""

from .reading import Problem, SheetRow, UnreadableFile, column_letter, read_rows, read_tables
from .writing import as_typed, harmless, write_csv, write_xlsx

__all__ = [
    "Problem",
    "SheetRow",
    "UnreadableFile",
    "as_typed",
    "column_letter",
    "harmless",
    "read_rows",
    "read_tables",
    "write_csv",
    "write_xlsx",
]
