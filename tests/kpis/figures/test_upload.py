"""Tables that people bring: every bad cell named, nothing half-stored."""

import io
from decimal import Decimal

import pandas as pd
import pytest

from kpis.figures.actions.upload import UploadRefused, read_figures, upload_drafts
from kpis.figures.models import Figure
from kpis.spreadsheets import UnreadableFile, column_letter, harmless, write_csv

from .conftest import NOW

HEAD = "kpi code,period,numerator,denominator,value,symbol,remark\n"


def csv(body, *, head=HEAD, encoding="utf-8"):
    return (head + body).encode(encoding)


def xlsx(rows, columns):
    out = io.BytesIO()
    pd.DataFrame(rows, columns=columns).to_excel(out, index=False, sheet_name="My figures")
    return out.getvalue()


def load(content, team, name="figures.csv"):
    return upload_drafts(rows=read_figures(name, content), by=team.lead, at=NOW)


def test_a_table_becomes_drafts(team, judged_kpi):
    [first, second] = load(csv("AP1,2024,90,100,,,first\nap1,2025,,,85.5%,p,\n"), team)
    assert (first.value, first.remark, first.state) == (90, "first", "draft")
    assert (second.value, second.symbol) == (Decimal("85.5"), "p")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_of_excel_are_read(team, judged_kpi, encoding):
    [figure] = load(csv("AP1,2025,,,90,,£5 each – café\n", encoding=encoding), team)
    assert figure.remark == "£5 each – café"


def test_a_workbook_is_read_and_its_cells_are_named(team, judged_kpi):
    columns = ["Period", "KPI code", "Value"]
    assert load(xlsx([["2025", "AP1", 90.5]], columns), team, "f.xlsx")[0].value == Decimal("90.5")
    with pytest.raises(UploadRefused) as refused:
        load(xlsx([["2024", "AP1", 80], ["2023", "AP1", "eighty"]], columns), team, "f.xlsx")
    assert refused.value.problems[0].place == "sheet “My figures”, C3"


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ('AP1,2025,,,"1,251,2090",,\n', "E2", "digits are not grouped in threes; did you mean 12,512,090?"),
        ("XX9,2025,,,90,,\n", "A2", "“XX9” is not one of the KPIs you report."),
        ("AP1,2026,,,90,,\n", "B2", "2026 is not open yet"),
        ("AP1,2019/20,,,90,,\n", "B2", "calendar year"),
        ("AP1,2025,101,100,,,\n", "C2", "cannot be more than"),
        ("AP1,2025,,,,,\n", "E2", "no figure in this row"),
        ("AP1,2025,,,90,??,\n", "F2", "??"),
        ("AP1,2025,,,90,,\nAP1,2025,,,91,,\n", "B3", "stands in row 3 already"),
        ("\n\nAP1,2025,,,x,,\n", "E4", ""),
        ("AP1\n", "B2", ""),
        ("AP1,2025,,,1234567890123,,\n", "E2", "too large to be right"),
    ],
    ids=[
        "misprint",
        "unknown",
        "not-open",
        "wrong-kind",
        "above",
        "empty",
        "symbol",
        "twice",
        "after-blank-rows",
        "short-row",
        "too-large",
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_stored(team, judged_kpi, body, place, message):
    with pytest.raises(UploadRefused) as refused:
        load(csv("AP1,2023,90,100,,,good\n" + body), team)
    [problem] = refused.value.problems
    moved = place[0] + str(int(place[1:]) + 1)
    assert problem.place == moved
    assert message in problem.message
    assert not Figure.objects.exists()


def test_a_file_with_too_many_rows_is_refused_before_anything_is_stored(team, judged_kpi, monkeypatch):
    monkeypatch.setattr("kpis.figures.actions.upload.MOST_ROWS", 2)
    with pytest.raises(UploadRefused) as refused:
        load(csv("AP1,2023,,,90,,\nAP1,2024,,,90,,\nAP1,2025,,,90,,\n"), team)
    [problem] = refused.value.problems
    assert (problem.place, problem.message) == ("row 4", "The file has 3 figures; send at most 2 at a time.")
    assert not Figure.objects.exists()


def test_another_leads_kpi_is_not_yours_to_upload(team, judged_kpi, person):
    with pytest.raises(UploadRefused) as refused:
        upload_drafts(
            rows=read_figures("f.csv", csv("AP1,2025,,,90,,\n")), by=person("workstream_lead"), at=NOW
        )
    assert "not one of the KPIs you report" in refused.value.problems[0].message


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("f.csv", b"", "empty"),
        ("f.csv", b"\0\1\2", "not a text file"),
        ("f.csv", b"a,b\n1,2\n", "no row of headings"),
        ("f.csv", HEAD.encode(), "nothing below them"),
        ("f.csv", b"kpi code,period,colour\nAP1,2025,red\n", "Unknown heading “colour”"),
        ("f.xlsx", b"PK no zip", "not an XLSX workbook"),
        ("f.xlsx", b"", "not an XLSX workbook"),
        ("f.csv", HEAD.encode() + b'AP1,2025,,,90,,"open\n', "quotation mark is opened and not closed"),
        ("f.csv", b"kpi code,period,value,value\nAP1,2025,1,2\n", "“value” stands twice"),
    ],
    ids=["empty", "binary", "no-headings", "no-rows", "unknown-heading", "broken-zip", "empty-xlsx"]
    + ["open-quote", "twice"],
)
def test_a_file_that_cannot_be_read_says_why(name, content, message):
    with pytest.raises(UnreadableFile, match=message):
        read_figures(name, content)


def test_a_title_above_the_headings_does_no_harm(team, judged_kpi):
    [figure] = load(csv("AP1,2025,,,90,,\n", head="Our figures\n\n" + HEAD), team)
    assert figure.value == 90


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_in_a_spreadsheet(index, letters):
    assert column_letter(index) == letters


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-12.5", "-12.5"),
        ("+44 20", "'+44 20"),
        ("plain", "plain"),
    ],
)
def test_a_cell_that_would_run_is_neutralised(cell, written):
    assert harmless(cell) == written
    assert write_csv(["h"], [[cell]]).decode("utf-8-sig").splitlines()[1].strip('"') == written
