"""The pages of an initiative: what its people may do there, and what is refused in which words."""

import pytest
from django.urls import reverse

from kpis.domain import savings
from kpis.savings.models import DeliveredAmount, Initiative, MonthlyPlan, StageMove
from kpis.savings.queries import board_savings
from tests.kpis.savings.conftest import add_record, plan_year, record_baseline, sign_screening

NEW = reverse("savings:add_initiative")


def address(name, *args):
    return reverse(f"savings:{name}", args=["LP-1", *args])


PLAN, FORECAST = address("record_planned", 2019), address("record_forecast", 2019)
REPORT, STAGE = address("report_delivered"), address("move_stage")


@pytest.fixture
def lead(client_as, partnership):
    return client_as(partnership.lead)


@pytest.fixture
def finance(client_as, partnership):
    return client_as(partnership.finance)


def typed(amounts=None, *, replaces=0, **more):
    """Twelve fields of months; `amounts` are those from April on."""
    fields = dict.fromkeys((f"month_{month:%Y_%m}" for month in savings.months_of(2019)), "")
    return fields | dict(zip(fields, amounts or [], strict=False)) | {"replaces": replaces, **more}


def reported(**changes):
    return {"month": "2019-09-01", "amount": "£8,000", "evidence": "Ledger line 4711"} | changes


# ---- who ----


@pytest.mark.parametrize("name", ["move_stage", "report_delivered", "record_planned", "record_forecast"])
def test_a_lead_of_another_workstream_finds_no_form(client_as, partnership, make_initiative, name):
    make_initiative()
    year = [2019] if name.startswith("record") else []
    assert client_as(partnership.other_lead).get(address(name, *year)).status_code == 404
    assert client_as(partnership.finance).get(address(name, *year)).status_code == 200
    assert client_as("board_member").get(address(name, *year)).status_code == 403


def test_a_report_of_another_workstream_is_not_found(client_as, partnership, make_initiative, report):
    delivered = report(make_initiative(), 9, 1)
    page = address("correct_delivered", delivered.pk)
    assert client_as(partnership.other_lead).get(page).status_code == 404
    assert client_as(partnership.lead).get(page).status_code == 200


def test_a_report_is_only_found_under_its_initiative(lead, make_initiative, report):
    delivered = report(make_initiative("LP-1"), 9, 1)
    make_initiative("LP-2")
    assert lead.get(reverse("savings:correct_delivered", args=["LP-2", delivered.pk])).status_code == 404


def test_readers_are_offered_no_change(client_as, make_initiative):
    make_initiative(monthly=1)
    page = client_as("board_member").get(address("initiative")).content.decode()
    assert "Initiative LP-1" in page
    assert REPORT not in page
    assert STAGE not in page


@pytest.mark.parametrize(
    "wrong", ["/savings/NO-1/", "/savings/LP-1/2019-21/", "/savings/LP-1/hoped/2019-20/"]
)
def test_what_does_not_exist_is_not_found(lead, make_initiative, wrong):
    make_initiative()
    assert lead.get(wrong).status_code == 404


# ---- the page ----


def test_a_month_without_a_report_is_not_shown_as_nought(lead, make_initiative, report):
    report(make_initiative(monthly=100), 4, 0)
    months = lead.get(address("initiative_year", 2019)).context["page"].months
    assert months[0].report.amount_gbp == 0
    assert months[1].report is None
    assert months[1].can_be_reported


def test_the_page_takes_as_many_queries_for_a_long_history_as_for_a_short_one(
    lead, make_initiative, report, partnership, evidence, django_assert_max_num_queries
):
    initiative = evidence(make_initiative(monthly=100))
    report(initiative, 4, 1)
    with django_assert_max_num_queries(45) as short:
        lead.get(address("initiative_year", 2019))
    for n in range(6):
        plan_year(initiative, n, by=partnership.lead, reason="Again")
        report(initiative, 5 + n, 1)
        add_record(initiative, "decision", by=partnership.lead)
        sign_screening(initiative, by=partnership.finance, reason="Again")
        record_baseline(initiative, by=partnership.lead, reason="Again")
    with django_assert_max_num_queries(45) as long:
        lead.get(address("initiative_year", 2019))
    assert len(long) == len(short)


# ---- adding ----


def described(workstream, owner, **changes):
    return {
        "workstream": workstream.pk,
        "code": "LP-9",
        "name": "Places nearby",
        "mechanism": "They cost less.",
        "population": "Twelve children",
        "saving_type": "cashable",
        "who_loses": "",
        "recurrence": "recurrent",
        "one_off_cost": "0",
        "starts_on": "September 2019",
        "owner": owner.pk,
        "note": "Illustrative",
    } | changes


def test_a_lead_adds_an_initiative_and_it_begins_as_identified(lead, partnership):
    answer = lead.post(NEW, described(partnership.provision, partnership.lead))
    initiative = Initiative.objects.get()
    assert answer.url == initiative.get_absolute_url()
    assert (initiative.added_by, f"{initiative.starts_on}") == (partnership.lead, "2019-09-01")
    assert StageMove.objects.get().stage == "identified"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": "lp 9"}, "Write capital letters"),
        ({"saving_type": "scope_reduction"}, "Say who loses"),
        ({"saving_type": "free"}, "Select a valid choice"),
        ({"one_off_cost": "-1"}, "below zero"),
        ({"one_off_cost": "1,251,2090"}, "did you mean 12,512,090?"),
        ({"starts_on": "soon"}, "soon"),
        ({"name": ""}, "Enter a name."),
        ({"name": "x" * 201}, "at most 200"),
    ],
)
def test_what_is_wrong_with_a_new_initiative_stands_at_its_field(lead, partnership, changes, words):
    page = lead.post(NEW, described(partnership.provision, partnership.lead, **changes))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Initiative.objects.exists()


def test_a_lead_adds_nothing_to_a_workstream_of_somebody_else(lead, partnership):
    page = lead.post(NEW, described(partnership.transport, partnership.lead))
    assert "Select a valid choice" in page.content.decode()
    assert not Initiative.objects.exists()


def test_a_parent_is_never_offered_as_owner(lead, partnership, person):
    parent = person("parent_carer")
    page = lead.post(NEW, described(partnership.provision, parent))
    assert "Select a valid choice" in page.content.decode()


def test_a_code_that_is_taken_is_said_so(lead, partnership, make_initiative):
    make_initiative("LP-9")
    page = lead.post(NEW, described(partnership.provision, partnership.lead)).content.decode()
    assert "already an initiative with the code LP-9" in page


def test_a_lead_without_a_workstream_is_told_so(client_as):
    assert "You do not lead a workstream" in client_as("workstream_lead").get(NEW).content.decode()


# ---- planned and forecast ----


def test_twelve_months_are_planned_on_one_form(lead, make_initiative):
    make_initiative()
    answer = lead.post(PLAN, typed(["1,000", "£2,000.50", "0"]))
    assert answer.url == address("initiative_year", 2019)
    amounts = MonthlyPlan.objects.get().amounts.order_by("month").values_list("month", "amount_gbp")
    assert [(f"{month}", f"{amount}") for month, amount in amounts] == [
        ("2019-04-01", "1000.00"),
        ("2019-05-01", "2000.50"),
        ("2019-06-01", "0.00"),
    ]
    assert board_savings(year=2019).total.planned == 3000.5


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("-5", "below zero"),
        ("(5)", "below zero"),
        ("ten", "not a number"),
        ("1,251,2090", "did you mean 12,512,090?"),
        ("0.005", "finer than a penny"),
        ("1,000,000,001", "more than £1,000,000,000"),
        ("=1+1", "not a number"),
        ("1\x00", "Null characters"),
    ],
)
def test_a_wrong_amount_is_named_at_its_month_and_nothing_is_kept(lead, make_initiative, amount, words):
    make_initiative()
    page = lead.post(PLAN, typed(["1,000", amount])).content.decode()
    assert words in page
    assert "<title>Error: " in page
    assert 'value="1,000"' in page
    assert not MonthlyPlan.objects.exists()


def test_a_month_of_another_year_cannot_be_sent_along(lead, make_initiative):
    make_initiative()
    lead.post(PLAN, typed(["1"]) | {"month_2031_04": "99", "month_2019_13": "5"})
    assert [f"{a.month}" for a in MonthlyPlan.objects.get().amounts.all()] == ["2019-04-01"]


def test_a_plan_of_no_month_is_refused(lead, make_initiative):
    make_initiative()
    assert "at least one month" in lead.post(PLAN, typed()).content.decode()


def test_a_second_version_asks_for_a_reason_and_shows_what_it_replaces(lead, make_initiative):
    make_initiative(monthly=500)
    assert 'value="500"' in lead.get(PLAN).content.decode()
    assert "Say why it changes." in lead.post(PLAN, typed(["1"], replaces=1, reason="")).content.decode()
    lead.post(PLAN, typed(["1"], replaces=1, reason="Fewer places"))
    assert MonthlyPlan.objects.count() == 2


def test_the_second_of_two_people_is_told(lead, finance, make_initiative):
    make_initiative(monthly=500)
    lead.post(PLAN, typed(["1"], replaces=1, reason="Fewer places"))
    page = finance.post(PLAN, typed(["2"], replaces=1, reason="More places")).content.decode()
    assert "Somebody else recorded a version while you had this open." in page
    assert MonthlyPlan.objects.count() == 2


def test_a_first_forecast_starts_from_the_plan(lead, make_initiative):
    make_initiative(monthly=500)
    page = lead.get(FORECAST).content.decode()
    assert 'value="500"' in page
    assert "the fields hold the plan" in page


def test_finance_freezes_a_plan_and_its_author_does_not(client_as, partnership, make_initiative, lead):
    plan = plan_year(make_initiative(), 500, by=partnership.finance)
    approve = address("approve_plan", plan.pk)
    assert lead.post(approve).status_code == 403
    refused = client_as(partnership.finance).post(approve, follow=True).content.decode()
    assert "somebody else approves it" in refused
    client_as(partnership.other_finance).post(approve)
    plan.refresh_from_db()
    assert plan.approved_by == partnership.other_finance
    assert "frozen" in lead.post(PLAN, typed(["1"], replaces=1, reason="Late")).content.decode()


def test_approving_is_never_done_by_looking(finance, make_initiative, partnership):
    plan = plan_year(make_initiative(), 500, by=partnership.lead)
    assert finance.get(address("approve_plan", plan.pk)).status_code == 405


# ---- delivered ----


def test_a_signed_saving_moves_the_board_by_exactly_that_amount_and_not_before(
    lead, finance, make_initiative
):
    make_initiative(monthly=10_000)
    before = board_savings(year=2019).total.delivered
    answer = lead.post(REPORT, reported(), follow=True)
    assert "The saving of September 2019 is reported and waits for finance." in answer.content.decode()
    assert board_savings(year=2019).total.delivered == before
    finance.post(reverse("savings:sign_off"), {"report": DeliveredAmount.objects.get().pk})
    assert board_savings(year=2019).total.delivered - before == 8_000


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"evidence": " "}, "Say what shows that the money was saved."),
        ({"amount": ""}, "Enter what was saved, 0 if nothing."),
        ({"amount": "-1"}, "below zero"),
        ({"month": "2031-01-01"}, "Select a valid choice"),
        ({"month": "nonsense"}, "Select a valid choice"),
        ({"month": "2019-09-02"}, "Select a valid choice"),
    ],
)
def test_a_report_without_evidence_or_month_is_refused(lead, make_initiative, changes, words):
    make_initiative()
    assert words in lead.post(REPORT, reported(**changes)).content.decode()
    assert not DeliveredAmount.objects.exists()


def test_a_link_to_a_month_chooses_it(lead, make_initiative):
    make_initiative()
    page = lead.get(REPORT, {"month": "2019-12-01"}).content.decode()
    assert '<option value="2019-12-01" selected>December 2019</option>' in page


def test_before_delivery_there_is_nothing_to_report(lead, make_initiative):
    make_initiative(stage="identified")
    assert "Savings are reported once it is in delivery" in lead.get(REPORT).content.decode()


def test_a_correction_shows_both_on_the_page_and_the_signed_one_counts(lead, make_initiative, report):
    delivered = report(make_initiative(), 9, 8_000)
    correct = address("correct_delivered", delivered.pk)
    assert 'value="8,000"' in lead.get(correct).content.decode()
    lead.post(correct, {"amount": "7,000", "evidence": "Ledger 4712", "reason": "Booked twice"})
    shown = lead.get(address("initiative_year", 2019))
    page = shown.content.decode()
    assert "Reason for the correction: Booked twice" in page
    assert "£7,000: waiting for finance" in page
    assert "Corrected since" in page
    september = shown.context["page"].months[5]
    assert (september.delivered, september.waiting) == (8_000, 7_000)
    again = lead.post(correct, {"amount": "1", "evidence": "x", "reason": "x"}).content.decode()
    assert "Somebody else corrected this report" in again


def test_a_returned_report_says_why_and_is_reported_again(lead, finance, make_initiative, report):
    waiting = report(make_initiative(monthly=100), 9, 8_000, sign=False)
    finance.post(
        reverse("savings:decide", args=[waiting.pk]), {"return": "1", "because": "Which ledger line?"}
    )
    page = lead.get(address("initiative_year", 2019)).content.decode()
    assert "Returned: Which ledger line?" in page
    assert "Report again" in page
    correct = address("correct_delivered", waiting.pk)
    assert "Which ledger line?" in lead.get(correct).content.decode()
    lead.post(correct, {"amount": "8,000", "evidence": "Ledger 4711", "reason": "Line named"})
    assert DeliveredAmount.objects.waiting_at(None).get().corrects == waiting


def test_a_correction_needs_a_reason(lead, make_initiative, report):
    delivered = report(make_initiative(), 9, 8_000)
    page = lead.post(
        address("correct_delivered", delivered.pk), {"amount": "1", "evidence": "x", "reason": ""}
    )
    assert "Say why it changes." in page.content.decode()
    assert DeliveredAmount.objects.count() == 1


# ---- stages ----


def test_a_lead_moves_an_initiative_on(lead, make_initiative, evidence):
    evidence(make_initiative(stage="identified", monthly=1), "baseline")
    lead.post(STAGE, {"stage": "planned", "reason": ""})
    assert StageMove.objects.order_by("id").last().stage == "planned"


def test_the_page_for_moving_says_beforehand_what_is_missing(lead, make_initiative):
    make_initiative(stage="planned", monthly=1)
    page = lead.get(STAGE).content.decode()
    assert "Before it is “In delivery” this is missing:" in page
    assert "a record of the decision" in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"stage": "stopped", "reason": ""}, "Say why."),
        (
            {"stage": "planned", "reason": ""},
            "it needs an agreed baseline of the cost line it reduces; the planned",
        ),
        ({"stage": "delivered", "reason": "x"}, "Select a valid choice"),
        ({"reason": "x"}, "Choose a stage."),
    ],
    ids=["stopped without a reason", "nothing planned", "too far", "nothing chosen"],
)
def test_a_move_that_cannot_be_is_refused_in_words(lead, make_initiative, sent, words):
    make_initiative(stage="identified")
    assert words in lead.post(STAGE, sent).content.decode()
    assert StageMove.objects.count() == 1
