"""Initiatives and monthly plans from spreadsheets: all or nothing, every bad cell by its place."""

import csv
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from kpis.domain.savings import Stage
from kpis.savings.actions import imports
from kpis.savings.models import Initiative, MonthlyPlan
from kpis.spreadsheets import write_csv, write_xlsx
from tests.kpis.savings.conftest import MEETING, plan_year

REGISTER, PLANS = reverse("savings:import_register"), reverse("savings:import_plans")


@pytest.fixture
def lead(client_as, partnership):
    return client_as(partnership.lead)


@pytest.fixture
def row(partnership):
    """Cells of a good row by heading, with changes."""

    def make(code="LP-1", **changes):
        cells = {
            "code": code,
            "workstream": "Local provision",
            "name": "Places nearby",
            "how it saves money": "They cost less.",
            "who is affected": "About twelve children",
            "type of saving": "Cashable",
            "recurrent or one-off": "recurrent",
            "one-off cost": "£1,500",
            "first month": "Sep 2019",
            "owner": partnership.lead.email.upper(),
            "stage": "In delivery",
        }
        return cells | {heading.replace("_", " "): text for heading, text in changes.items()}

    return make


def sheet(rows, *, kind="csv", columns=imports.REGISTER_COLUMNS):
    """A file of these rows, by heading."""
    table = [[row.get(heading, "") for heading in columns] for row in rows]
    write = write_csv if kind == "csv" else lambda *args: write_xlsx(*args, sheet="Register")
    return SimpleUploadedFile(f"table.{kind}", write(list(columns), table))


def months(*rows, kind="csv"):
    """A file of (code, month, planned, forecast)."""
    cells = [dict(zip(imports.PLAN_COLUMNS, row, strict=True)) for row in rows]
    return sheet(cells, kind=kind, columns=imports.PLAN_COLUMNS)


def problems(answer) -> list[tuple[str, str]]:
    return [(problem.place, problem.message) for problem in answer.context["problems"]]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_initiatives_come_from_a_table(lead, row, kind):
    first = row(what_it_needs_from_partners="Therapists of the health service")
    answer = lead.post(REGISTER, {"file": sheet([first, row("LP-2", stage="")], kind=kind)})
    assert answer.url == PLANS
    first, second = Initiative.objects.with_stage(None).order_by("code")
    assert (first.one_off_cost_gbp, first.starts_on.isoformat()) == (1_500, "2019-09-01")
    assert (first.stage, second.stage) == (Stage.IN_DELIVERY, Stage.IDENTIFIED)
    assert (first.partner_dependencies, second.partner_dependencies) == (
        "Therapists of the health service",
        "",
    )


def test_one_that_runs_already_shows_that_its_gate_is_not_evidenced(lead, row):
    lead.post(REGISTER, {"file": sheet([row()])})
    page = lead.get(reverse("savings:initiative", args=["LP-1"])).content.decode()
    assert "Gate not evidenced" in page


@pytest.mark.parametrize(
    ("changes", "cell", "words"),
    [
        ({"code": "lp 1"}, "A3", "Write capital letters"),
        ({"code": "L" * 21}, "A3", "more than 20 characters"),
        ({"code": "LP-1"}, "A3", "already an initiative with the code LP-1"),
        ({"workstream": "Transport"}, "B3", "not the name of a workstream you keep"),
        ({"name": ""}, "C3", "This cell is empty."),
        ({"name": "N" * 201}, "C3", "more than 200 characters"),
        ({"type_of_saving": "cash"}, "F3", "Write cashable, income,"),
        ({"type_of_saving": "scope reduction"}, "G3", "Say who loses"),
        ({"recurrent_or_one-off": "often"}, "H3", "Write recurrent or one-off."),
        ({"one-off_cost": "1,2"}, "I3", "did you mean"),
        ({"one-off_cost": "-5"}, "I3", "below zero"),
        ({"first_month": "2019"}, "J3", "2019"),
        ({"owner": "nobody@example.org"}, "K3", "Nobody who may read"),
        ({"stage": "planned"}, "L3", "Write identified, or in delivery"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_bad_cell_is_named_and_nothing_is_stored(lead, row, changes, cell, words):
    changes = {key.replace("-off_cost", "-off cost"): value for key, value in changes.items()}
    code = changes.pop("code", "LP-2")
    answer = lead.post(REGISTER, {"file": sheet([row(), row(code, **changes)])})
    [(place, message)] = problems(answer)
    assert place == cell
    assert words in message
    assert not Initiative.objects.exists()


def test_every_bad_cell_of_every_row_is_named_with_its_sheet(lead, row):
    file = sheet([row(stage="x"), row("LP-2"), row("LP-3", owner="x")], kind="xlsx")
    assert [place for place, _ in problems(lead.post(REGISTER, {"file": file}))] == [
        "sheet “Register”, L2",
        "sheet “Register”, K4",
    ]


def test_finance_imports_for_every_workstream_and_a_reader_for_none(client_as, partnership, row):
    file = sheet([row(), row("TR-1", workstream="transport")])
    assert client_as(partnership.finance).post(REGISTER, {"file": file}).status_code == 302
    assert client_as("board_member").get(REGISTER).status_code == 403
    assert client_as("board_member").get(PLANS).status_code == 403


def test_a_table_that_is_too_long_is_refused_whole(lead, row, monkeypatch):
    monkeypatch.setattr(imports, "MOST_INITIATIVES", 1)
    answer = lead.post(REGISTER, {"file": sheet([row(), row("LP-2")])})
    assert problems(answer) == [("row 3", "The file has 2 initiatives; send at most 1 at a time.")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"code,name\n", "no row of headings with"),
        ("a.xlsx", b"PK", "not an XLSX workbook"),
        ("a.csv", b"", "empty"),
        ("a.pdf", b"%PDF", "Send a CSV, an XLSX or an ODS file."),
    ],
    ids=["headings missing", "not a workbook", "empty", "another kind"],
)
def test_a_file_that_is_no_table_is_refused_in_words(lead, name, content, words):
    answer = lead.post(REGISTER, {"file": SimpleUploadedFile(name, content)})
    assert any(words in error for error in answer.context["form"].errors["file"])


# ---- monthly plans ----


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_plans_and_forecasts_come_from_a_long_table(lead, make_initiative, kind):
    make_initiative("LP-1")
    file = months(("LP-1", "2019-09", "£1,000", ""), ("LP-1", "Oct 2019", "1000.50", "900"), kind=kind)
    assert lead.post(PLANS, {"file": file}).url == reverse("savings:register")
    said = {
        plan.kind: [str(a.amount_gbp) for a in plan.amounts.order_by("month")]
        for plan in MonthlyPlan.objects.all()
    }
    assert said == {"planned": ["1000.00", "1000.50"], "forecast": ["900.00"]}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_shares_of_a_base_come_from_the_same_table(lead, make_initiative, make_group, join, kind):
    first, second = make_initiative("LP-1"), make_initiative("LP-2")
    join(make_group(monthly=1_000), first, second)
    file = months(
        ("LP-1", "2019-09", "12.5%", ""),
        ("LP-1", "2019-10", "300", ""),
        ("LP-2", "2019-09", "20 %", "10%"),
        kind=kind,
    )
    lead.post(PLANS, {"file": file})
    said = MonthlyPlan.objects.order_by("id").values_list(
        "initiative__code", "kind", "amounts__amount_gbp", "amounts__per_cent"
    )
    assert sorted(said, key=str) == [
        ("LP-1", "planned", Decimal(300), None),
        ("LP-1", "planned", None, Decimal("12.5")),
        ("LP-2", "forecast", None, Decimal(10)),
        ("LP-2", "planned", None, Decimal(20)),
    ]
    # By hand: 12.5% of £1,000 is £125; 20% of the £875 left is £175.
    september = {row["code"]: row for row in exported(lead, "months") if row["month"] == "2019-09"}
    assert september["LP-1"]["planned, counted (£)"] == "125.00"
    assert september["LP-2"]["planned, counted (£)"] == "175.00"


def test_a_share_typed_into_a_workbook_is_a_share_and_not_pence(lead, make_initiative, make_group, join):
    """Excel stores 12% as 0.12, which would be twelve pence."""
    join(make_group(monthly=1_000), make_initiative("LP-1"))
    book = Workbook()
    book.active.append(list(imports.PLAN_COLUMNS))
    book.active.append(["LP-1", "2019-09", 0.12, ""])
    book.active["C2"].number_format = "0%"
    content = io.BytesIO()
    book.save(content)
    lead.post(PLANS, {"file": SimpleUploadedFile("plans.xlsx", content.getvalue())})
    amount = MonthlyPlan.objects.get().amounts.get()
    assert (amount.amount_gbp, amount.per_cent) == (None, 12)


def exported(client, name):
    answer = client.get(reverse(f"savings:{name}"), {"year": 2019})
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_a_row_without_amounts_says_nothing(lead, make_initiative):
    make_initiative("LP-1")
    lead.post(PLANS, {"file": months(("LP-1", "2019-09", "", ""), ("LP-1", "2019-10", "0", ""))})
    assert [str(a.amount_gbp) for a in MonthlyPlan.objects.get().amounts.all()] == ["0.00"]


@pytest.mark.parametrize(
    ("rows", "place", "words"),
    [
        ([("XX-1", "2019-09", "1", "")], "A2", "No initiative that you keep"),
        ([("TR-1", "2019-09", "1", "")], "A2", "No initiative that you keep"),
        ([("LP-1", "2019", "1", "")], "B2", "2019"),
        ([("LP-1", "2019-09", "x", "")], "C2", "not a number"),
        ([("LP-1", "2019-09", "", "5%")], "A2", "shares no base"),
        ([("LP-1", "2019-09", "", "0%")], "D2", "not a per cent above 0"),
        ([("LP-1", "2019-09", "12.345%", "")], "C2", "more than two decimals"),
        ([("LP-1", "2019-09", "1", ""), ("LP-1", "2019-09", "2", "")], "B3", "stands in row 2 already"),
        ([("LP-1", "2019-09", "", "")], "row 2", "No row has a planned or a forecast amount."),
        ([("LP-2", "2019-09", "", "5"), ("LP-2", "2019-10", "7", "")], "A3", "Say why it changes"),
    ],
    ids=[
        "unknown",
        "another's",
        "no month",
        "no number",
        "no base",
        "nothing",
        "too fine",
        "twice",
        "no amount",
        "no reason",
    ],
)
def test_a_bad_month_is_named_and_nothing_is_stored(lead, make_initiative, partnership, rows, place, words):
    make_initiative("LP-1")
    make_initiative("LP-2", monthly=5)
    make_initiative("TR-1", workstream=partnership.transport)
    [(where, message)] = problems(lead.post(PLANS, {"file": months(*rows)}))
    assert where == place
    assert words in message
    assert MonthlyPlan.objects.count() == 1


def test_a_change_is_imported_with_its_reason_and_other_years_stay(lead, make_initiative, partnership):
    initiative = make_initiative("LP-1", monthly=5)
    plan_year(initiative, 7, year=2020, by=partnership.lead, reason="Next year")
    lead.post(PLANS, {"file": months(("LP-1", "2019-04", "9", "")), "reason": "One month only"})
    plan = MonthlyPlan.objects.order_by("-version").first()
    assert plan.reason == "One month only"
    assert plan.amounts.filter(month__lt="2020-04-01").count() == 1
    assert plan.amounts.filter(amount_gbp=7).count() == 12


def test_many_plans_are_worked_out_once(make_initiative, partnership, django_assert_max_num_queries):
    for n in range(5):
        make_initiative(f"LP-{n}")
    content = months(*((f"LP-{n}", f"2019-{m:02}", "1", "2") for n in range(5) for m in range(4, 13))).read()
    rows = imports.read_plans("a.csv", content)
    with django_assert_max_num_queries(120):
        imports.import_plans(rows=rows, by=partnership.lead, at=MEETING)
    assert MonthlyPlan.objects.count() == 10


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("name", "headings"),
    [("register_template", imports.REGISTER_COLUMNS), ("plans_template", imports.PLAN_COLUMNS)],
)
def test_a_template_has_the_headings_and_the_months_of_what_one_keeps(
    lead, make_initiative, partnership, name, headings, kind
):
    make_initiative("LP-1")
    make_initiative("TR-1", workstream=partnership.transport)
    content = lead.get(reverse(f"savings:{name}", args=[kind])).content
    if name == "plans_template":
        rows = imports.read_plans(f"t.{kind}", content)
        assert [row.cells["code"] for row in rows] == ["LP-1"] * 12
    elif kind == "csv":
        assert content.decode("utf-8-sig").strip() == ",".join(headings)
