"""A table of top-ups is stored whole or not at all, and every bad cell is named."""

import io
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from django.utils import timezone

from kpis.domain.topups import TopUpError
from kpis.topups import actions
from kpis.topups.actions import UploadRefused
from kpis.topups.actions.rows import read_top_ups
from kpis.topups.models import Setting, TopUp, TopUpList
from kpis.topups.queries.lists import list_of, table_of
from tests.kpis.topups.conftest import HEAD, NOW, YEAR

GOOD = 'TU-1,Primary A,,Maintained,B1,"£8,000.50",02/09/2019,31 March 2020'


def test_a_row_is_read_as_people_write_it(load):
    load(GOOD)
    row = TopUp.objects.select_related("setting").get()
    assert (row.reference, row.setting.name, row.sector, row.band) == (
        "TU-1",
        "Primary A",
        "maintained",
        "B1",
    )
    assert row.annual_gbp == Decimal("8000.50")
    assert (row.starts_on, row.ends_before) == (date(2019, 9, 2), date(2020, 4, 1))


def test_a_stay_that_goes_on_has_no_end(load):
    load("tu-1,primary a,,further education,,0,2019-09-02,")
    row = TopUp.objects.get()
    assert (row.reference, row.sector, row.band, row.ends_before) == ("TU-1", "further_education", "", None)


def test_dates_of_a_workbook_are_read(officer, schools):
    table = pd.DataFrame(
        [["TU-1", "Primary A", "Maintained", 8000, pd.Timestamp("2019-09-02"), pd.Timestamp("2020-02-29")]],
        columns=["Reference", "Setting", "Sector", "Annual top-up", "From", "To"],
    )
    out = io.BytesIO()
    table.to_excel(out, index=False)
    actions.replace_list(rows=read_top_ups("t.xlsx", out.getvalue()), by=officer, at=NOW, **YEAR)
    row = TopUp.objects.get()
    assert (row.starts_on, row.ends_before) == (date(2019, 9, 2), date(2020, 3, 1))


BAD = {
    "a name": ("Jane Smith,Primary A,,Maintained,B1,1,2019-09-02,", "A3", "Never use a child's name"),
    "a name in capitals": ("JANE-SMITH,Primary A,,Maintained,B1,1,2019-09-02,", "A3", "at least one digit"),
    "a per cent": ("TU-2,Primary A,,Maintained,B1,12%,2019-09-02,", "F3", "This is a per cent."),
    "an unknown sector": ("TU-2,Primary A,,Private,B1,1,2019-09-02,", "D3", "Write one of: Maintained"),
    "a misprint": (
        'TU-2,Primary A,,Maintained,B1,"1,00",2019-09-02,',
        "F3",
        "digits are not grouped in threes",
    ),
    "below nought": ("TU-2,Primary A,,Maintained,B1,-5,2019-09-02,", "F3", "from 0 to £"),
    "finer than a penny": ("TU-2,Primary A,,Maintained,B1,1.005,2019-09-02,", "F3", "pounds and pence"),
    "no day": ("TU-2,Primary A,,Maintained,B1,1,September,", "G3", "Write a day as"),
    "a month of thirteen": ("TU-2,Primary A,,Maintained,B1,1,2019-13-02,", "G3", "Write a day as"),
    "ends first": ("TU-2,Primary A,,Maintained,B1,1,2019-09-02,2019-09-01", "H3", "comes before the first"),
    "another year": ("TU-2,Primary A,,Maintained,B1,1,2020-04-01,", "G3", "no day in 2019/20"),
    "a new school": ("TU-2,Primary Z,,Maintained,B1,1,2019-09-02,", "B3", "say its placement category"),
    "another category": (
        "TU-2,Primary A,Maintained special schools or special academies,Maintained,B1,1,2019-09-02,",
        "C3",
        "is recorded as “Mainstream schools or academies”",
    ),
    "no school": ("TU-2,,,Maintained,B1,1,2019-09-02,", "B3", "Write 1 to 120 characters"),
    "the place is occupied": (
        "TU-1,Primary A,,Maintained,B1,1,2020-03-31,",
        "G3",
        "TU-1 is occupied already: row 2 has it from 02/09/2019 to 31/03/2020",
    ),
}


@pytest.mark.parametrize(("row", "place", "message"), BAD.values(), ids=BAD)
def test_a_bad_cell_is_named_and_nothing_is_stored(load, row, place, message):
    with pytest.raises(UploadRefused) as refused:
        load(GOOD, row)
    [problem] = refused.value.problems
    assert problem.place == place
    assert message in problem.message
    assert not TopUpList.objects.exists()
    assert Setting.objects.count() == 3


def test_every_bad_row_is_named_at_once(load):
    with pytest.raises(UploadRefused) as refused:
        load("x,Primary A,,Maintained,B1,1,2019-09-02,", "TU-2,Primary A,,Maintained,B1,x,2019-09-02,")
    assert [problem.place for problem in refused.value.problems] == ["A2", "F3"]


def test_a_new_school_with_its_category_is_added(load):
    load(
        "TU-1,Primary Z,mainstream schools or academies,Academy,B1,1,2019-09-02,",
        GOOD.replace("TU-1", "TU-2"),
    )
    assert Setting.objects.get(name="Primary Z").pays_first_slice


def test_two_stays_of_one_place_that_follow_one_another_are_taken(load):
    load(
        "TU-1,Primary A,,Maintained,B1,1,2019-04-01,2019-08-31",
        "TU-1,Primary A,,Academy,B1,1,2019-09-01,",
    )
    assert TopUp.objects.count() == 2


def test_a_later_list_takes_the_place_of_the_first_and_both_stay(load):
    load(GOOD)
    with pytest.raises(TopUpError, match="Say why this one takes its place"):
        load(GOOD)
    second = load(GOOD, GOOD.replace("TU-1", "TU-2"), reason="A row was missing")
    assert list_of(2019, "outturn", timezone.now()) == second
    assert [one.version for one in TopUpList.objects.order_by("version")] == [1, 2]


def test_budget_and_outturn_of_a_year_are_two_lists(load):
    load(GOOD)
    assert load(GOOD, basis="budget").version == 1


def test_who_saw_another_version_is_told(load):
    load(GOOD)
    with pytest.raises(actions.ChangedMeanwhile):
        load(GOOD, reason="Again", replaces=0)


def test_only_those_who_work_with_top_ups_store_them(load, person):
    with pytest.raises(actions.NotAllowed):
        load(GOOD, by=person("board_member"))


def test_what_is_downloaded_can_be_uploaded_again(load):
    first = load(GOOD, "TU-2,Special E,,Non-maintained,,12.5,2018-02-28,")
    rows = table_of(first)
    lines = "\n".join(",".join(cells) for cells in rows)
    again = load(content=(HEAD + lines).encode(), reason="The same again")
    assert table_of(again) == rows


def test_a_file_with_too_many_rows_is_refused(load, monkeypatch):
    monkeypatch.setattr("kpis.topups.actions.lists.MOST_ROWS", 1)
    with pytest.raises(UploadRefused) as refused:
        load(GOOD, GOOD.replace("TU-1", "TU-2"))
    assert refused.value.problems[0].message == "The file has 2 rows; send at most 1."
