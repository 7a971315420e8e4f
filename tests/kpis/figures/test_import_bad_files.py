"""Files that cannot be taken: each says why, by its cell, and nothing of it is stored."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from kpis.figures.actions import importing
from kpis.figures.actions.definitions import create_kpi, define_kpi
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import draft_correction, save_draft, submit_figure
from kpis.figures.actions.importing import ImportRefused, confirm_import
from kpis.figures.models import Figure, FigureImport, ImportedFigure, ImportState, Kpi
from kpis.spreadsheets import column_letter
from kpis.workstreams.models import Plan, Workstream

from .bad_files import CELLS, WHOLE, changed, ods
from .bringing import csv, read, said, taken_in, xlsx
from .conftest import NOW, PERCENTAGE, START, year


@pytest.fixture
def record(team, make_kpi, publish, person):
    """AP1 with 2019 waiting for approval and a correction of 2018 begun; a retired KPI, and another lead's."""
    kpi = make_kpi()
    make_kpi("RE1")
    Kpi.objects.filter(code="RE1").update(retired_on=date(2025, 1, 1))
    theirs = Workstream.objects.create(
        plan=Plan.objects.get(), name="Theirs", slug="theirs", purpose="x", lead=person("workstream_lead")
    )
    other = create_kpi(code="OT1", workstream=theirs)
    define_kpi(kpi=other, fields=PERCENTAGE, by=team.data_officer, at=START)
    how = {"entry": Entry(value=Decimal(80)), "by": team.lead, "at": NOW}
    submit_figure(figure=save_draft(kpi=kpi, period=year("2019"), **how), by=team.lead, at=NOW)
    draft_correction(figure=publish(kpi, "2018", "70"), reason="Late.", **how)
    return team


def test_the_corpus_is_large_enough():
    assert len(CELLS) + len(WHOLE) >= 60


@pytest.mark.parametrize("case", CELLS)
def test_a_bad_cell_is_named_and_nothing_is_stored(record, case):
    name, content, expected = CELLS[case]
    before = list(Figure.objects.values())
    row = read(content, record.lead, name=name)
    assert (row.state, row.refused_because) == (ImportState.READ, "")
    found = said(row)
    assert [place for place, _ in found] == [place for place, _ in expected], found
    for (_, message), (_, part) in zip(found, expected, strict=True):
        assert part in message
    with pytest.raises(ImportRefused, match="Mend the cells"):
        confirm_import(figure_import=row, reason="Late.", by=record.lead, at=NOW)
    assert list(Figure.objects.values()) == before


@pytest.mark.parametrize("case", WHOLE)
def test_an_unreadable_file_is_refused_as_a_whole(record, case):
    name, content, part = WHOLE[case]
    row = read(content() if callable(content) else content, record.lead, name=name)
    assert row.state == ImportState.REFUSED
    assert part in row.refused_because
    assert not ImportedFigure.objects.exists()


def test_notes_titles_blank_rows_and_formulas_are_left_out_or_marked_and_told(team, make_kpi):
    make_kpi()

    def dress(sheet):
        sheet["C4"] = "=60/70"
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A7:C7")

    rows = [
        ["Our figures"],
        ["KPI code", "Period", "Value"],
        ["AP1", 2021, 90],
        ["AP1", 2022],
        ["AP1", 2023],
        [],
        ["Source: local records, checked in March"],
    ]
    content = changed(
        xlsx(rows, after=dress),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v />", b"<v>0.8571428571428571</v>"),
    )
    row = read(content, team.lead, name="f.xlsx")
    assert said(row) == []
    assert row.sheets[0]["notes"] == [
        "A7: “Source: local records, checked in March” is a note beside the figures: left out.",
        "Rows without a figure: 1, left out.",
        "Formulas: 1, read by the value they had when the file was saved.",
    ]
    found = row.figures.order_by("position").values_list("cell", "value", "is_formula")
    assert list(found) == [("C3", 90, False), ("C4", Decimal("0.857143"), True)]


def test_a_sheet_without_headings_is_left_out_and_told(team, make_kpi):
    make_kpi()

    def add_sheet(sheet):
        sheet.parent.create_sheet("Notes")["A1"] = "Collected by hand."

    content = xlsx([["KPI code", "Period", "Value"], ["AP1", 2021, 90]], after=add_sheet)
    row = read(content, team.lead, name="f.xlsx")
    assert row.new_count == 1
    assert row.sheets[1]["notes"] == ["Sheet “Notes” has no headings of this table: left out."]


def test_an_opendocument_sheet_is_read(team, make_kpi):
    make_kpi()
    share = '<table:table-cell office:value-type="percentage" office:value="0.921"/>'
    row = read(ods([["kpi code", "period", "value"], ["AP1", 2021, share]]), team.lead, name="f.ods")
    assert said(row) == []
    assert row.figures.get().value == Decimal("92.1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_of_excel_are_read(team, make_kpi, encoding):
    make_kpi()
    row = read(csv("AP1,2025,,,90,,£5 each – café\n", encoding=encoding), team.lead)
    assert row.figures.get().remark == "£5 each – café"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("£1,234.50", "1234.5"),
        ("92.1%", "92.1"),
        ("(5)", "-5"),
        ("−5", "-5"),
        ("–£5", "-5"),
        ("1,234,567", "1234567"),
    ],
)
def test_numbers_are_read_as_people_write_them(team, make_kpi, text, value):
    make_kpi(numerator="pounds", denominator="", is_share=False, unit="pounds")
    row = read(csv(f'AP1,2025,,,"{text}",,\n'), team.lead)
    assert row.figures.get().value == Decimal(value)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_in_a_spreadsheet(index, letters):
    assert column_letter(index) == letters


# Made-up files

UPLOAD = reverse("figures:upload")

TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "AP1",
            "ap1",
            "XX9",
            "2021",
            "2022",
            "2021/22",
            "Sep 2021",
            "90",
            "1,251,2090",
            "£5",
            "(5)",
            "c",
            "p",
        ]
    ),
    st.text(max_size=12),
    st.integers(-(10**14), 10**14).map(str),
    st.floats(allow_nan=True).map(str),
)
HEADS = st.lists(
    st.one_of(
        st.sampled_from(
            ["kpi code", "period", "value", "numerator", "denominator", "symbol", "remark", "2021"]
        ),
        TEXTS,
    ),
    max_size=9,
)
TABLES = st.tuples(HEADS, st.lists(st.lists(TEXTS, max_size=9), max_size=6))


def as_csv(table):
    head, rows = table
    return "\n".join(
        ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in [head, *rows]
    )


def without_controls(text):
    """What openpyxl takes as a cell: no control characters, no lone surrogates."""
    plain = ILLEGAL_CHARACTERS_RE.sub("", text).encode("utf-8", "ignore").decode()
    return plain.lstrip("=")


SENT = st.one_of(
    TABLES.map(lambda table: ("f.csv", as_csv(table).encode("utf-8", "replace"))),
    TABLES.map(lambda table: ("f.csv", as_csv(table).encode("cp1252", "replace"))),
    st.binary(max_size=300).map(lambda content: ("f.csv", content)),
    st.binary(max_size=200).map(lambda content: ("f.xlsx", b"PK\x03\x04" + content)),
    TABLES.map(
        lambda table: ("f.xlsx", xlsx([[without_controls(c) for c in row] for row in [table[0], *table[1]]]))
    ),
    st.tuples(
        st.sampled_from(["f.xlsx", "f.ods"]), st.integers(0, 6000), st.binary(min_size=1, max_size=6)
    ).map(lambda how: damaged(*how)),
)
ROWS = [["kpi code", "period", "value"], ["AP1", "2021", 90], ["AP1", "2022", 91.5]]
SOUND = {"f.xlsx": xlsx(ROWS), "f.ods": ods(ROWS)}


def damaged(name, at, bytes_):
    sound = SOUND[name]
    at %= len(sound)
    return name, sound[:at] + bytes_ + sound[at + len(bytes_) :]


def stays_whole(team, client, sent):
    """Whatever is sent is read or refused with a reason, and its page opens; it is stored completely or not at all."""
    name, content = sent
    answer = client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)})
    if not content:
        assert "The file is empty." in answer.content.decode()
        return
    assert answer.status_code == 302
    row = taken_in(FigureImport.objects.latest("pk"))
    page = client.get(row.get_absolute_url())
    assert page.status_code == 200
    assert row.state in (ImportState.READ, ImportState.REFUSED)
    assert bool(row.refused_because) == (row.state == ImportState.REFUSED)
    assert row.new_count + row.changed_count + row.unchanged_count <= row.entry_count
    assert row.problem_count or row.state == ImportState.REFUSED or row.figures.count() == row.entry_count
    assert not Figure.objects.exists()
    if row.may_be_confirmed:
        with transaction.atomic():
            client.post(reverse("figures:confirm_import", args=[row.pk]))
            importing.apply_import(import_id=row.pk, at=timezone.now())
            assert Figure.objects.open().count() == row.new_count
            transaction.set_rollback(True)  # the next file finds nothing


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(sent=SENT)
def test_made_up_files_are_read_or_refused_and_never_half_stored(team, ap1, lead, sent):
    stays_whole(team, lead, sent)


@pytest.mark.long
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(sent=SENT)
def test_two_thousand_made_up_files_are_read_or_refused_and_never_half_stored(team, ap1, lead, sent):
    stays_whole(team, lead, sent)


@pytest.fixture
def ap1(make_kpi):
    return make_kpi()


@pytest.fixture
def lead(client_as, team):
    return client_as(team.lead)
