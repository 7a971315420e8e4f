"""Bad files, made here: each with the cell that has to be named and what is said about it.

A case of CELLS is (name of the file, its bytes, [(place, part of the message), …]); one of WHOLE is refused as a
whole, with a message alone, and may make its bytes only when it is asked for them.
"""

import io
import struct
import zipfile
from datetime import date

from openpyxl.utils import get_column_letter

from .bringing import HEAD, csv, xlsx

HEADINGS = ["KPI code", "Period", "Numerator", "Denominator", "Value", "Symbol", "Remark"]
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def packed(parts, *, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def ods(rows, *, mimetype=ODS_TYPE):
    """An OpenDocument sheet; a cell is its text, a number, or XML of its own that begins with `<`."""

    def cell(value):
        if isinstance(value, str) and value.startswith("<"):
            return value
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="Figures">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return packed({"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest})


def changed(content, name, edit):
    """A workbook with one of its parts edited."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {entry: file.read(entry) for entry in file.namelist()}
    parts[name] = edit(parts[name])
    return packed(parts)


def announcing(content, size):
    """The same zip, its largest entry announced as `size` bytes: the lie a bomb tells."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        entry = max(file.infolist(), key=lambda entry: entry.file_size)
    return content.replace(struct.pack("<I", entry.file_size), struct.pack("<I", size))


def encrypted(content):
    """The bit that says an entry is locked, set in every header."""
    raw = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(signature, at + 4)
    return bytes(raw)


def workbook(*rows, **how):
    return xlsx([HEADINGS, *rows], **how)


def row_of(**cells):
    return [cells.get(heading.lower().replace("kpi ", "")) for heading in HEADINGS]


def far_cell(sheet):
    sheet["XFD1048576"] = 1


def merged_heading(sheet):
    sheet.merge_cells("C1:D1")


def merged_figures(sheet):
    sheet.merge_cells("A2:A3")


def formula(sheet):
    sheet["E2"] = '="n/a"'


SHEET = "xl/worksheets/sheet1.xml"
GOOD = "AP1,2021,,,90,,\n"
REPEATED = (
    '<table:table-cell table:number-columns-repeated="2000000" office:value-type="float" office:value="1"/>'
)


def bomb():
    """Two hundred kilobytes that unpack to 210 MB; made only where it is sent."""
    return packed({"xl/workbook.xml": b"<a/>", SHEET: b"0" * 210_000_000})


WHOLE = {
    "empty": ("f.csv", b" \n", "The file is empty."),
    "only commas": ("f.csv", b",,,,\n,,,\n", "The file is empty."),
    "nul bytes": ("f.csv", b"kpi code,period\0,value\n", "not a text file"),
    "picture": ("f.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
    "utf-16": ("f.csv", csv(GOOD, encoding="utf-16"), "The text is in UTF-16"),
    "pdf": ("f.csv", b"%PDF-1.7\n1 0 obj\n", "no row of headings"),
    "web page": ("f.csv", b"<html><body>Sign in</body></html>", "no row of headings"),
    "no headings": ("f.csv", b"AP1,2021,90\n", "no row of headings"),
    "headings too far down": ("f.csv", b"x\n" * 60 + csv(GOOD), "no row of headings"),
    "nothing below the headings": ("f.csv", HEAD.encode(), "no figures below them"),
    "template as it was": ("f.csv", csv("AP1,2021,,,,,\n"), "no figures below them"),
    "open quotation mark": ("f.csv", csv('AP1,2021,,,90,,"open\n'), "quotation mark"),
    "endless cell": ("f.csv", csv(f"AP1,2021,,,90,,{'x' * 200_000}\n"), "quotation mark"),
    "two million commas": ("f.csv", csv("," * 2_000_001), "more than 2,000,000 cells"),
    "16,384 columns": (
        "f.csv",
        csv(
            "1\n",
            head=f"kpi code,{','.join(f'{year}/{(year + 1) % 100:02d}' for year in range(1, 16_384))}\n",
        ),
        "16,384 columns, as far as XFD",
    ),
    "too many figures": ("f.csv", lambda: csv(GOOD * 200_001), "more than 200,000 figures"),
    "old workbook": ("f.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old XLS form"),
    "text called a workbook": ("f.xlsx", b"kpi code,period,value\n", "not an XLSX workbook"),
    "broken zip": ("f.xlsx", b"PK\x03\x04 no zip", "damaged"),
    "half a workbook": ("f.xlsx", workbook(row_of(code="AP1", period=2021, value=90))[:-700], "damaged"),
    "zip of something else": ("f.xlsx", packed({"letter.txt": "hello"}), "not an XLSX or ODS workbook"),
    "word document": ("f.xlsx", packed({"word/document.xml": "<a/>"}), "not an XLSX or ODS workbook"),
    "text document": (
        "f.ods",
        ods([], mimetype="application/vnd.oasis.opendocument.text"),
        "not an XLSX or ODS",
    ),
    "empty workbook": ("f.xlsx", xlsx([]), "The workbook is empty."),
    "locked workbook": (
        "f.xlsx",
        encrypted(workbook(row_of(code="AP1", period=2021, value=90))),
        "locked with a password",
    ),
    "bomb": ("f.xlsx", bomb, "more than 200 MB"),
    "bomb that lies about its size": ("f.xlsx", lambda: announcing(bomb(), 1_000), "more than 200 MB"),
    "a cell at the end of the world": ("f.xlsx", workbook(after=far_cell), "as far as XFD1048576"),
    "document type of its own": (
        "f.xlsx",
        changed(
            workbook(row_of(code="AP1", period=2021, value=90)),
            SHEET,
            lambda xml: b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + xml,
        ),
        "damaged",
    ),
    "sheet that is no xml": (
        "f.xlsx",
        changed(workbook(row_of(code="AP1", period=2021, value=90)), SHEET, lambda xml: xml[:-20]),
        "damaged",
    ),
    "workbook without its list of parts": (
        "f.xlsx",
        packed({"xl/workbook.xml": "<a/>"}),
        "damaged",
    ),
    "ods cell that repeats": (
        "f.ods",
        ods([["kpi code", "period", "value"], ["AP1", "2021", REPEATED]]),
        "more than 2,000,000 cells",
    ),
}


def long(body):
    return ("f.csv", csv(GOOD + body))


CELLS = {
    "misprint": (*long('AP1,2025,,,"1,251,2090",,\n'), [("E3", "did you mean 12,512,090?")]),
    "decimal comma": (*long('AP1,2025,,,"90,5",,\n'), [("E3", "did you mean 90.5 or 905?")]),
    "continental": (*long('AP1,2025,,,"1.234,5",,\n'), [("E3", "did you mean 1,234.5?")]),
    "space between digits": (*long("AP1,2025,,,1 234,,\n"), [("E3", "did you mean 1,234?")]),
    "letter for a digit": (*long("AP1,2025,,,9O,,\n"), [("E3", "did you mean 90?")]),
    "scientific": (*long("AP1,2025,,,9.1E+01,,\n"), [("E3", "scientific notation; did you mean 91?")]),
    "minus behind": (*long("AP1,2025,,,5-,,\n"), [("E3", "did you mean -5?")]),
    "bracket open": (*long("AP1,2025,,,(5,,\n"), [("E3", "a bracket is missing; did you mean (5)?")]),
    "words": (*long("AP1,2025,,,ninety,,\n"), [("E3", "not a number")]),
    "about": (*long("AP1,2025,,,c. 90,,\n"), [("E3", "did you mean 90?")]),
    "dollars": (*long("AP1,2025,,,$90,,\n"), [("E3", "not a number")]),
    "two numbers": (*long("AP1,2025,,,90/100,,\n"), [("E3", "not a number")]),
    "formula in a csv": (*long("AP1,2025,,,=SUM(A1:A9),,\n"), [("E3", "formula that was not worked out")]),
    "spreadsheet error": (*long("AP1,2025,,,#DIV/0!,,\n"), [("E3", "shows an error")]),
    "infinity": (*long("AP1,2025,,,Infinity,,\n"), [("E3", "not a number")]),
    "nan": (*long("AP1,2025,,,NaN,,\n"), [("E3", "not a number")]),
    "too large": (*long("AP1,2025,,,1234567890123,,\n"), [("E3", "too large to be right")]),
    "too fine": (*long("AP1,2025,,,0.1234567,,\n"), [("E3", "At most six digits after the point.")]),
    "arabic digits": (*long("AP1,2025,,,٩٠,,\n"), [("E3", "not a number")]),
    "numerator above": (*long("AP1,2025,101,100,,,\n"), [("C3", "cannot be more than plans issued")]),
    "no denominator": (*long("AP1,2025,90,,,,\n"), [("D3", "Give the number of plans issued too.")]),
    "denominator of nought": (*long("AP1,2025,0,0,,,\n"), [("D3", "must be more than 0")]),
    "value beside its parts": (*long("AP1,2025,90,100,91,,\n"), [("E3", "follows from the two numbers")]),
    "three bad cells": (
        *long("AP1,2025,x,y,z,,\n"),
        [("C3", "not a number"), ("D3", "not a number"), ("E3", "not a number")],
    ),
    "unknown symbol": (*long("AP1,2025,,,90,??,\n"), [("F3", "not a symbol")]),
    "symbol with a value": (*long("AP1,2025,,,90,c,\n"), [("F3", "stands instead of a value")]),
    "symbol without a value": (*long("AP1,2025,,,,p,\n"), [("F3", "give the value too")]),
    "remark alone": (*long("AP1,2025,,,,,to follow\n"), [("E3", "no figure in this row")]),
    "remark too long": (*long(f"AP1,2025,,,90,,{'x' * 401}\n"), [("G3", "at most 400 characters")]),
    "unknown kpi": (*long("XX9,2025,,,90,,\n"), [("A3", "“XX9” is not one of the KPIs you report.")]),
    "misspelt kpi": (*long("AP!1,2025,,,90,,\n"), [("A3", "Did you mean AP1?")]),
    "no kpi": (*long(",2025,,,90,,\n"), [("A3", "There is no KPI code in this row.")]),
    "another lead's kpi": (*long("OT1,2025,,,90,,\n"), [("A3", "not one of the KPIs you report")]),
    "retired kpi": (*long("RE1,2025,,,90,,\n"), [("A3", "not one of the KPIs you report")]),
    "no period": (*long("AP1,,,,90,,\n"), [("B3", "There is no period in this row.")]),
    "period of another kind": (*long("AP1,2024/25,,,90,,\n"), [("B3", "covers parts of both")]),
    "period not over": (*long("AP1,2026,,,90,,\n"), [("B3", "2026 is not open yet")]),
    "no such period": (*long("AP1,last year,,,90,,\n"), [("B3", "not a period that can be read")]),
    "day as a number": (*long("AP1,43466,,,90,,\n"), [("B3", "a day as spreadsheets store them")]),
    "twice": (*long("AP1,2021,,,91,,\n"), [("E3", "AP1 for 2021 stands in E2 already.")]),
    "waiting for approval": (*long("AP1,2019,,,91,,\n"), [("E3", "AP1 for 2019 is waiting for approval.")]),
    "correction begun": (
        *long("AP1,2018,,,91,,\n"),
        [("E3", "A correction of AP1 for 2018 has been begun: finish that.")],
    ),
    "too many cells in a row": (*long("AP1,2025,,,90,,words,more\n"), [("H3", "no heading above")]),
    "thousands without quotation marks": (*long("AP1,2025,,,1,234,\n"), [("F3", "'234' is not a symbol")]),
    "unknown heading": (
        "f.csv",
        csv("AP1,2021,90,red\n", head="kpi code,period,value,colour\n"),
        [("D1", "Unknown heading “colour”")],
    ),
    "heading twice": (
        "f.csv",
        csv("AP1,2021,90,91\n", head="kpi code,period,value,Value\n"),
        [("D1", "The heading “Value” stands twice.")],
    ),
    "wide heading that is no period": (
        "f.csv",
        csv("AP1,90,91\n", head="kpi code,2021,colour\n"),
        [("C1", "neither “kpi code” nor a period")],
    ),
    "wide period of another kind": (
        "f.csv",
        csv("AP1,90,91\n", head="kpi code,2021,2021/22\n"),
        [("C1", "covers parts of both")],
    ),
    "wide misprint": (
        "f.csv",
        csv('AP1,90,"9,1"\n', head="kpi code,2021,2022\n"),
        [("C2", "did you mean 9.1 or 91?")],
    ),
    "windows encoding that is none": (
        "f.csv",
        csv("") + b"AP1,2021,,,90,,caf\xe9 \x81\n",
        [("G2", "A character here cannot be read")],
    ),
    "binary below good headings": (
        "f.csv",
        csv("") + bytes(range(128, 256)) + b"\n" + b"AP1,2021,,,\xff\xfe,,\n",
        [("E3", "not a number")],
    ),
    "html and sql": (
        "f.csv",
        csv("<script>alert(1)</script>,'; DROP TABLE x;--,,,90,,\n"),
        [("A2", "is not one of the KPIs you report")],
    ),
    "merged headings": (
        "f.xlsx",
        workbook(row_of(code="AP1", period=2021, value=90), after=merged_heading),
        [
            (
                "sheet “My figures”, C1",
                "The cells C1:D1 are merged: take them apart and give each column a heading.",
            )
        ],
    ),
    "merged figures": (
        "f.xlsx",
        workbook(
            row_of(code="AP1", period=2021, value=90), row_of(period=2022, value=91), after=merged_figures
        ),
        [
            ("sheet “My figures”, A2", "The cells A2:A3 are merged: take them apart and fill in each one."),
            ("sheet “My figures”, A3", "There is no KPI code in this row."),
        ],
    ),
    "workbook with a misprint": (
        "f.xlsx",
        workbook(row_of(code="AP1", period=2021, value="1,251,2090")),
        [("sheet “My figures”, E2", "did you mean 12,512,090?")],
    ),
    "day in a workbook": (
        "f.xlsx",
        workbook(row_of(code="AP1", period=date(2021, 9, 1), value=90)),
        [("sheet “My figures”, B2", "The spreadsheet made a day of it")],
    ),
    "true and false": (
        "f.xlsx",
        workbook(row_of(code="AP1", period=2021, value=True)),
        [("sheet “My figures”, E2", "not a number")],
    ),
    "error in a workbook": (
        "f.xlsx",
        changed(
            workbook(row_of(code="AP1", period=2021, value=90)),
            SHEET,
            lambda xml: xml.replace(b'<c r="E2" t="n"><v>90</v></c>', b'<c r="E2" t="e"><v>#DIV/0!</v></c>'),
        ),
        [("sheet “My figures”, E2", "The spreadsheet shows an error here")],
    ),
    "formula that gave words": (
        "f.xlsx",
        changed(
            workbook(row_of(code="AP1", period=2021, value=90), after=formula),
            SHEET,
            lambda xml: xml.replace(b'r="E2"', b'r="E2" t="str"').replace(b"<v />", b"<v>n/a</v>"),
        ),
        [("sheet “My figures”, E2", "not a number")],
    ),
    "16,384 columns in a workbook": (
        "f.xlsx",
        xlsx([["KPI code", "Period", *[None] * 16_381, "x"], ["AP1", 2021]]),
        [(f"sheet “My figures”, {get_column_letter(16_384)}1", "Unknown heading “x”")],
    ),
    "ods with a misprint": (
        "f.ods",
        ods([["kpi code", "period", "value"], ["AP1", "2021", "9o"]]),
        [("sheet “Figures”, C2", "did you mean 90?")],
    ),
    "ods error": (
        "f.ods",
        ods(
            [
                ["kpi code", "period", "value"],
                [
                    "AP1",
                    "2021",
                    '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0" '
                    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
                ],
            ]
        ),
        [("sheet “Figures”, C2", "The spreadsheet shows an error here")],
    ),
    "ods merged headings": (
        "f.ods",
        ods(
            [
                [
                    "kpi code",
                    '<table:table-cell table:number-columns-spanned="2" office:value-type="string">'
                    "<text:p>period</text:p></table:table-cell>",
                    "<table:covered-table-cell/>",
                    "value",
                ],
                ["AP1", "2021", "", 90],
            ]
        ),
        [("sheet “Figures”, B1", "The cells B1:C1 are merged")],
    ),
}
