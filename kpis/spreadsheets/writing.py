"""Tables that people take away: CSV and XLSX in which no cell runs as a formula."""

import csv
import io
import re
from decimal import Decimal

import pandas as pd

NOT_IN_A_WORKBOOK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A cell that a spreadsheet would run as a formula is led by an apostrophe; plain numbers stay."""
    if text.startswith(RUNS_AS_FORMULA) and not text.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{text}"
    return text


def as_typed(number: Decimal | None) -> str:
    """A stored number as a person would type it: 92.1 and not 92.100000; empty for none."""
    return "" if number is None else f"{number.normalize():f}"


def write_csv(headings: list[str], rows: list[list[str]]) -> bytes:
    """A table as CSV that Excel opens as UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([harmless(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(headings: list[str], rows: list[list[str]], *, sheet: str) -> bytes:
    """The same table as a workbook with one sheet; every cell is text."""
    out = io.BytesIO()
    plain = [[NOT_IN_A_WORKBOOK.sub("", harmless(str(cell))) for cell in row] for row in rows]
    table = pd.DataFrame(plain, columns=headings)
    table.to_excel(out, index=False, sheet_name=sheet[:31], engine="openpyxl")
    return out.getvalue()
