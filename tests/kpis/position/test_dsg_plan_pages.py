"""The plan's pages: what stands in them, filling and uploading, refusals, who may."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from kpis.domain.dsg_plan import ALL_PLANS, PlanTable
from kpis.position.models import PlanCell, PlanNarrative
from kpis.spreadsheets import write_csv
from kpis.workstreams.models import Plan, Workstream

from .dsg_plans import AGE_COUNTS, COUNTS, MAINSTREAM, forecast, publish

NEXT = timezone.now().year + 2  # a January that is still to come whenever this runs


@pytest.fixture
def workstream(person):
    return Workstream.objects.create(
        plan=Plan.objects.create(name="Plan"),
        name="Local provision",
        slug="local-provision",
        purpose="Near home",
    )


def text(answer):
    return " ".join(answer.content.decode().split())


def fill_url(table="totals", year=NEXT):
    return reverse("position:dsg_fill", args=[year, table])


def test_the_page_shows_what_is_published_and_what_is_not(area, officer, client_as):
    publish(area, officer, ages=AGE_COUNTS)
    page = text(client_as("board_member").get(reverse("position:dsg_plan")))
    assert "January 2025: ages published; needs not published" in page
    assert f"{sum(COUNTS)}" in page
    assert "Not published for January 2025, and not filled in." in page
    assert "Source: DfE release." in page
    assert "Download the workbook" not in page


def test_an_empty_plan_says_what_to_do(area, client_as):
    page = text(client_as("finance").get(reverse("position:dsg_plan")))
    for words in (
        "No numbers of plans yet.",
        "No unmitigated line is recorded yet.",
        "No savings are recorded for these years yet.",
        "No movement between blocks is recorded yet.",
    ):
        assert words in page


def test_a_forecast_says_that_it_is_one_and_how_it_was_rounded(area, officer, client_as):
    forecast(officer, year=2027)
    page = text(client_as("finance").get(reverse("position:dsg_plan")))
    assert "January 2027: ages forecast; needs not published" in page
    assert "adds up to the totals by placement category" in page


@pytest.mark.parametrize("role", ["finance", "data_officer"])
def test_the_workbook_is_downloaded(area, officer, client_as, role):
    publish(area, officer)
    answer = client_as(role).get(reverse("position:dsg_workbook"))
    assert answer["Content-Disposition"].startswith('attachment; filename="dsg-management-plan-')
    assert CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).sheet_names[0] == "About"


def test_finance_fills_a_table(area, client_as):
    finance = client_as("finance")
    said = {"nature": "forecast", "source": "Agreed with finance", "replaces": 0}
    data = {f"cell-{n}": f"{n}.5" for n in range(7)} | said
    answer = finance.post(fill_url(), data, follow=True)
    assert f"January {NEXT}, by placement category: your numbers are in the plan." in text(answer)
    assert PlanCell.objects.filter(is_forecast=True, census_year=NEXT).count() == 7
    again = text(finance.get(fill_url()))
    assert 'value="6.5"' in again
    assert 'value="Agreed with finance"' in again


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"cell-0": "1,2", "source": "x", "nature": "forecast"}, "digits are not grouped in threes"),
        ({"cell-0": "1", "nature": "forecast"}, "Say where the numbers are written down."),
        ({"cell-0": "1", "source": "x"}, "Say whether they were counted or are a forecast."),
        ({"cell-0": "1", "source": "x", "nature": "counted"}, "is still to come: it can be forecast"),
        ({"cell-0": "-1", "source": "x", "nature": "forecast"}, "from 0 to 1,000,000"),
        ({"source": "x", "nature": "forecast"}, "Enter a number in at least one cell."),
    ],
    ids=["misprint", "no-source", "no-nature", "to-come", "below", "nothing"],
)
def test_what_is_wrong_is_said_and_nothing_is_lost_or_stored(area, client_as, data, message):
    page = text(client_as("finance").post(fill_url(), {"reason": "My words", "replaces": 0} | data))
    assert message in page
    assert "My words" in page
    assert not PlanCell.objects.exists()


def test_a_published_cell_has_no_field(area, officer, client_as):
    publish(area, officer)
    finance = client_as("finance")
    assert "Every cell of this table is published." in text(finance.get(fill_url("totals", 2025)))
    assert 'name="cell-0"' in text(finance.get(fill_url("ages", 2025)))
    finance.post(fill_url("totals", 2025), {"cell-0": "1", "source": "x", "nature": "counted", "replaces": 0})
    assert not PlanCell.objects.exists()


def test_the_second_of_two_people_who_fill_a_table_is_told(area, client_as):
    finance, said = client_as("finance"), {"nature": "forecast", "source": "Agreed with finance"}
    stale = {"replaces": finance.get(fill_url()).context["form"]["replaces"].value()}
    finance.post(fill_url(), {"cell-0": "10", **said, **stale})
    page = text(finance.post(fill_url(), {"cell-1": "20", **said, **stale}))
    assert "Somebody else filled cells of this table while you had it open." in page
    assert PlanCell.objects.count() == 1


@pytest.mark.parametrize("where", [("moon", 2025), ("totals", 1066), ("totals", 2999)])
def test_there_is_no_other_table_or_year(area, client_as, where):
    assert client_as("finance").get(fill_url(*where)).status_code == 404


def send(client, rows, name="cells.csv", **about):
    headings = ["table", "census", "row", "placement category", "plans", "counted or forecast"]
    content = write_csv(headings, rows)
    data = {"source": "Return", "file": SimpleUploadedFile(name, content)} | about
    return client.post(reverse("position:dsg_upload"), data, follow=True)


ROW = ["totals", f"January {NEXT}", ALL_PLANS, str(MAINSTREAM), "12.5", "forecast"]


def test_a_file_is_uploaded(area, client_as):
    assert "Recorded: 1. As before: 0." in text(send(client_as("finance"), [ROW]))
    assert PlanCell.objects.get().value == 12.5


def test_bad_cells_of_a_file_are_named(area, client_as):
    page = text(send(client_as("finance"), [ROW, [*ROW[:3], "moon", *ROW[4:]]]))
    assert "1 cell cannot be read. Nothing was stored." in page
    assert '<th scope="row">D3</th>' in page
    assert not PlanCell.objects.exists()


def test_a_file_of_another_kind_is_refused(area, client_as):
    finance = client_as("finance")
    page = finance.post(
        reverse("position:dsg_upload"), {"source": "x", "file": SimpleUploadedFile("a.csv", b"a,b\n1,2\n")}
    )
    assert "no row of headings" in text(page)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_table_taken_away_can_be_uploaded_again(area, officer, client_as, kind):
    publish(area, officer)
    finance = client_as("finance")
    content = finance.get(reverse(f"position:dsg_template_{kind}", args=[2025])).content
    answer = finance.post(
        reverse("position:dsg_upload"),
        {"source": "Return", "file": SimpleUploadedFile(f"cells.{kind}", content)},
    )
    assert "There is no number in this file." in text(answer)  # every cell is there, none is filled
    if kind == "csv":
        lines = content.decode("utf-8-sig").splitlines()
        assert len(lines) == 1 + 35 + 91
        filled = [f"{lines[0]}", *(f"{line[:-1]}4," for line in lines[1:36])]
        send_back = SimpleUploadedFile("cells.csv", "\n".join(filled).encode())
        finance.post(reverse("position:dsg_upload"), {"source": "Return", "file": send_back})
        assert PlanCell.objects.filter(table=PlanTable.AGES, value=4, is_forecast=False).count() == 35


def test_the_words_of_a_workstream_are_written_and_changed(workstream, client_as):
    finance = client_as("finance")
    address = reverse("position:dsg_narrative", args=[workstream.slug])
    assert finance.post(address, {"text": "Places near home", "replaces": 0}).status_code == 302
    seen = {"replaces": PlanNarrative.objects.get().pk}
    refused = finance.post(address, {"text": "More places", **seen})
    assert "Say why the words change." in text(refused)
    finance.post(address, {"text": "More places", "reason": "Agreed by the Board", **seen})
    again = {"text": "Fewer places", "reason": "A second thought", **seen}
    assert "Somebody else wrote these words while you had them open." in text(finance.post(address, again))
    assert PlanNarrative.objects.count() == 2
    page = text(finance.get(reverse("position:dsg_plan")))
    assert "<p>More places</p>" in page
    assert "Places near home</p>" not in page


def test_there_are_no_words_of_a_workstream_that_is_not_there(area, client_as):
    assert client_as("finance").get(reverse("position:dsg_narrative", args=["moon"])).status_code == 404


@pytest.mark.parametrize("name", ["dsg_workbook", "dsg_upload"])
def test_who_only_reads_neither_takes_away_nor_fills(client_as, name):
    assert client_as("board_member").get(reverse(f"position:{name}")).status_code == 403
    assert client_as("board_member").post(fill_url(), {"cell-0": "1"}).status_code == 403
