"""Tables that people take away: no cell of them runs when a spreadsheet opens it."""

import pytest

from kpis.spreadsheets import harmless, read_tables, write_csv, write_xlsx

CELLS = [
    ("=1+1", "'=1+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("+44 20", "'+44 20"),
    ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
    ('=HYPERLINK("http://example.org","x")', '\'=HYPERLINK("http://example.org","x")'),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("-12.5", "-12.5"),
    ("1=1", "1=1"),
    ("plain", "plain"),
    ("", ""),
]


@pytest.mark.parametrize(("cell", "written"), CELLS)
def test_a_cell_that_would_run_is_neutralised(cell, written):
    assert harmless(cell) == written


@pytest.mark.parametrize("write", [write_csv, lambda h, r: write_xlsx(h, r, sheet="S")], ids=["csv", "xlsx"])
def test_a_table_comes_back_as_it_was_with_its_formulas_harmless(write):
    cells = [cell for cell in CELLS if cell[0] and not cell[0][0].isspace()]
    content = write(["words", "more"], [[cell, "end"] for cell, _ in cells])
    [rows] = read_tables("t", content).values()
    assert rows == [["words", "more"], *([written, "end"] for _, written in cells)]
