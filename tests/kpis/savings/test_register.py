"""The register: who reads it, what it adds up, what it filters, what it exports."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from kpis.workstreams.models import Meeting
from tests.kpis.savings.conftest import MEETING, plan_year

REGISTER, TABLE = reverse("savings:register"), reverse("savings:table")


@pytest.fixture
def reader(client_as):
    return client_as("board_member")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("board_member", 200),
        ("workstream_lead", 200),
        ("finance", 200),
        ("partner_officer", 200),
        ("forum", 200),
        ("parent_carer", 403),
        ("moderator", 403),
        ("editor", 403),
    ],
)
@pytest.mark.parametrize("address", [REGISTER, TABLE, reverse("savings:targets")])
def test_who_sees_the_board_reads_the_register(client_as, role, status, address):
    assert client_as(role).get(address).status_code == status


def test_the_register_opens_with_a_sentence(reader, make_initiative, set_target, report):
    set_target(2_400_000)
    initiative = make_initiative(monthly=75_000)
    for month in (4, 5, 6, 7):
        report(initiative, month, 75_000)
    page = reader.get(REGISTER, {"year": 2019}).content.decode()
    assert (
        "£900,000 of the £2.4m needed in 2019/20 is planned; £300,000 is delivered and signed by finance."
        in page
    )


def test_an_empty_register_says_so(reader):
    page = reader.get(REGISTER).content.decode()
    assert "No initiative is in the register yet." in page
    assert "No savings target is set for" in page


def test_the_register_is_read_as_known_at_a_meeting_and_so_are_its_tables(
    reader, make_initiative, set_target, report, partnership
):
    meeting = Meeting.objects.create(held_on=MEETING.date(), starts_at=MEETING)
    set_target(2_400_000)
    initiative = make_initiative(monthly=75_000)
    report(initiative, 4, 75_000)
    report(initiative, 5, 60_000, at=MEETING + timedelta(days=1))
    later = MEETING + timedelta(days=2)
    plan_year(initiative, 80_000, by=partnership.lead, at=later, reason="More children")
    asked = {"year": 2019, "meeting": meeting.held_on.isoformat()}
    then, now = (reader.get(REGISTER, query).content.decode() for query in (asked, {"year": 2019}))
    assert "£900,000 of the £2.4m needed in 2019/20 is planned; £75,000 is delivered" in then
    assert "£960,000 of the £2.4m needed in 2019/20 is planned; £135,000 is delivered" in now
    assert "As known at the meeting of 14 November 2019" in " ".join(then.split())
    assert "Work everything out again" not in then
    [row] = csv.DictReader(io.StringIO(reader.get(TABLE, asked).content.decode("utf-8-sig")))
    assert (row["planned (£)"], row["delivered (£)"]) == ("900000.00", "75000.00")
    assert reader.get(REGISTER, asked | {"meeting": "2019-11-15"}).status_code == 404


def test_groups_of_types_have_sums_of_their_own_and_none_together(reader, make_initiative):
    make_initiative("LP-1", monthly=100)
    make_initiative("LP-2", saving_type="income", monthly=10)
    make_initiative("LP-3", saving_type="cost_avoidance", monthly=1)
    groups = reader.get(REGISTER, {"year": 2019}).context["groups"]
    assert [(part.group.value, part.total.planned) for part in groups] == [
        ("towards_target", 1_320),
        ("cost_avoidance", 12),
    ]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({}, ["LP-1", "LP-2", "TR-1"]),
        ({"workstream": "transport"}, ["TR-1"]),
        ({"type": "income"}, ["LP-2"]),
        ({"stage": "identified"}, ["LP-2"]),
        ({"show": "waiting"}, ["LP-1"]),
        ({"show": "not_evidenced"}, ["LP-1", "TR-1"]),
        ({"stage": "identified", "workstream": "transport"}, []),
        (
            {"stage": "' OR 1=1", "workstream": "\x00", "type": "all", "year": "x", "show": "x"},
            ["LP-1", "LP-2", "TR-1"],
        ),
    ],
    ids=["none", "workstream", "type", "stage", "waiting", "gate open", "two", "nonsense is left out"],
)
def test_the_register_is_filtered(reader, make_initiative, partnership, report, wanted, codes):
    report(make_initiative("LP-1", monthly=1), 9, 1, sign=False)
    make_initiative("LP-2", saving_type="income", stage="identified")
    make_initiative("TR-1", workstream=partnership.transport)
    groups = reader.get(REGISTER, {"year": 2019, **wanted}).context["groups"]
    assert [row.initiative.code for part in groups for row in part.rows] == codes


def test_a_filter_that_fits_nothing_offers_all(reader, make_initiative):
    make_initiative()
    page = reader.get(REGISTER, {"stage": "stopped"}).content.decode()
    assert "No initiative fits these filters." in page


def test_a_year_without_savings_is_chosen_from_those_that_have(reader, make_initiative):
    make_initiative(monthly=1)
    assert reader.get(REGISTER).context["savings"].label == "2019/20"


def test_what_people_typed_is_text_on_the_page(reader, make_initiative):
    make_initiative("LP-1", note="<script>alert(1)</script>")
    page = reader.get(REGISTER, {"year": 2019}).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_the_register_takes_as_many_queries_for_one_initiative_as_for_many(
    reader, make_initiative, report, django_assert_max_num_queries, set_target
):
    set_target(100)
    report(make_initiative("LP-0", monthly=1), 4, 1)
    with django_assert_max_num_queries(40) as first:
        reader.get(REGISTER, {"year": 2019})
    for n in range(1, 8):
        report(make_initiative(f"LP-{n}", monthly=1), 4, 1)
    with django_assert_max_num_queries(40) as many:
        reader.get(REGISTER, {"year": 2019})
    assert len(many) == len(first)


def test_the_register_tells_finance_what_waits_for_it_and_nobody_else(
    client_as, make_initiative, partnership, report
):
    report(make_initiative("LP-1", monthly=1), 9, 1, sign=False)
    plan_year(make_initiative("LP-2"), 1, by=partnership.finance)
    page = client_as(partnership.finance).get(REGISTER).content.decode()
    assert "1 report to sign, 1 plan to approve, 0 baselines to agree." in page
    assert client_as(partnership.lead).get(REGISTER).context["queue"] is None


def test_the_register_shows_what_waits_and_whose_gate_is_open(
    reader, make_initiative, report, evidence, partnership
):
    evidence(make_initiative("LP-1", monthly=1))
    report(make_initiative("LP-2", monthly=1), 9, 1, sign=False)
    page = reader.get(REGISTER, {"year": 2019}).content.decode()
    assert "1 report waiting for finance" in page
    assert "Gate not evidenced: 1 initiative." in page
    assert "Screenings of consultation and equality impact" in page


def test_the_export_is_exact_and_runs_no_formula(reader, make_initiative, report):
    initiative = make_initiative("LP-1", monthly="0.01", note='=HYPERLINK("http://example.org")')
    report(initiative, 4, "0.03")
    answer = reader.get(TABLE, {"year": 2019})
    assert answer["Content-Disposition"] == 'attachment; filename="savings-2019-20.csv"'
    [row] = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["note"] == '\'=HYPERLINK("http://example.org")'
    assert row["planned (£)"] == "0.12"
    assert row["delivered (£)"] == "0.03"
    assert row["counts towards the target"] == "yes"
    assert row["financial year"] == "2019/20"


def test_the_export_has_the_same_filters(reader, make_initiative):
    make_initiative("LP-1")
    make_initiative("LP-2", saving_type="income")
    rows = reader.get(TABLE, {"type": "income"}).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("LP-2,")
