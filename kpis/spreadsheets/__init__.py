"""Tables in and out, and the one home of pandas: cells are text, bad cells are named, nothing runs."""

from .reading import SheetRow, read_rows, read_sheets, read_tables
from .refusals import Problem, UnreadableFile
from .sheets import Sheet, column_letter
from .writing import as_typed, harmless, write_csv, write_xlsx

__all__ = [
    "Problem",
    "Sheet",
    "SheetRow",
    "UnreadableFile",
    "as_typed",
    "column_letter",
    "harmless",
    "read_rows",
    "read_sheets",
    "read_tables",
    "write_csv",
    "write_xlsx",
]
