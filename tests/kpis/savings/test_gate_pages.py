"""The pages of gates: who finds them, what they keep, what they refuse in words, what the Board reads."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from kpis.savings import actions
from kpis.savings.models import CostBaseline, Counterfactual, GateRecord, Initiative, Screening, WordsChange
from kpis.savings.queries import board_savings
from tests.kpis.savings.conftest import MEETING, add_record, record_baseline, record_counterfactual

COST = {
    "replaces": 0,
    "covers": "Twelve places",
    "financial_year": "2018",
    "amount": "£720,000",
    "basis": "outturn",
    "price_base": "cash",
    "funding_scope": "High Needs Block",
    "source": "Section 251 outturn",
}
BASELINE = COST | {"line": "placements"}
RECORD = {
    "kind": "decision",
    "reference": "Board minutes, item 5",
    "dated_on": "2019-11-14",
    "evidence": "The Board decided to go on.",
}
SCREENING = {
    "replaces": 0,
    "consultation": "full",
    "equality_impact": "not_required",
    "equality_impact_because": "Nobody gets less",
}


def address(name, *args, code="LP-1"):
    return reverse(f"savings:{name}", args=[code, *args])


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.fixture
def lead(client_as, partnership):
    return client_as(partnership.lead)


@pytest.fixture
def finance(client_as, partnership):
    return client_as(partnership.finance)


# ---- who ----


@pytest.mark.parametrize("name", ["record_baseline", "add_gate_record", "change_words"])
def test_who_keeps_the_initiative_finds_the_form_and_a_lead_of_another_workstream_does_not(
    client_as, partnership, make_initiative, name
):
    make_initiative()
    assert client_as(partnership.lead).get(address(name)).status_code == 200
    assert client_as(partnership.finance).get(address(name)).status_code == 200
    assert client_as(partnership.other_lead).get(address(name)).status_code == 404
    assert client_as("board_member").get(address(name)).status_code == 403


def test_the_owner_finds_no_screening_to_sign_and_every_other_officer_does(
    client_as, partnership, make_initiative
):
    make_initiative()
    assert client_as(partnership.lead).get(address("sign_screening")).status_code == 404
    assert client_as(partnership.other_lead).get(address("sign_screening")).status_code == 200
    assert client_as(partnership.finance).get(address("sign_screening")).status_code == 200
    assert client_as("data_officer").get(address("sign_screening")).status_code == 403


def test_a_record_is_only_found_under_its_initiative(lead, make_initiative, partnership):
    record = add_record(make_initiative("LP-1"), "decision", by=partnership.lead)
    make_initiative("LP-2")
    assert lead.get(address("withdraw_gate_record", record.pk, code="LP-2")).status_code == 404
    assert lead.get(address("withdraw_gate_record", record.pk)).status_code == 200


def test_only_a_cost_avoidance_has_a_page_for_its_counterfactual(lead, make_initiative):
    make_initiative("LP-1")
    make_initiative("LP-2", saving_type="cost_avoidance")
    assert lead.get(address("record_counterfactual")).status_code == 404
    assert lead.get(address("record_counterfactual", code="LP-2")).status_code == 200


# ---- baselines ----


def test_a_baseline_is_recorded_with_all_that_says_what_it_is_of_and_agreed_by_finance(
    lead, finance, make_initiative, partnership
):
    make_initiative()
    assert lead.post(address("record_baseline"), BASELINE).url == address("initiative")
    baseline = CostBaseline.objects.get()
    assert (baseline.line, f"{baseline.amount_gbp}", baseline.recorded_by) == (
        "placements",
        "720000.00",
        partnership.lead,
    )
    agree = address("agree_baseline", baseline.pk)
    assert lead.post(agree).status_code == 403
    assert finance.get(agree).status_code == 405
    finance.post(agree)
    baseline.refresh_from_db()
    assert baseline.agreed_by == partnership.finance
    page = text_of(lead.get(address("initiative")).content.decode())
    assert "Placements: £720,000 Agreed" in page
    assert "2018/19, final outturn, cash prices; High Needs Block. Section 251 outturn." in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"amount": "0"}, "A cost line costs more than nought."),
        ({"amount": "1,251,2090"}, "did you mean 12,512,090?"),
        ({"line": "everything"}, "Select a valid choice"),
        ({"financial_year": "1999"}, "Select a valid choice"),
        ({"covers": " "}, "Say in words what it covers."),
        ({"source": ""}, "Say where it is written down."),
        ({"covers": "1\x00"}, "Null characters"),
    ],
)
def test_a_baseline_that_cannot_be_is_refused_in_words_and_nothing_typed_is_lost(
    lead, make_initiative, changes, words
):
    make_initiative()
    page = lead.post(address("record_baseline"), BASELINE | {"reason": ""} | changes).content.decode()
    assert words in page
    assert "<title>Error: " in page
    assert "High Needs Block" in page
    assert not CostBaseline.objects.exists()


def test_the_second_of_two_authors_of_a_baseline_is_told(lead, make_initiative, partnership):
    record_baseline(make_initiative(), by=partnership.finance)
    page = lead.post(address("record_baseline"), BASELINE | {"reason": "Anew"}).content.decode()
    assert "Somebody else recorded a version while you had this open." in page
    assert CostBaseline.objects.count() == 1


def test_a_second_version_asks_for_a_reason_and_shows_what_it_replaces(lead, make_initiative, partnership):
    record_baseline(make_initiative(), by=partnership.lead)
    assert 'value="720,000"' in lead.get(address("record_baseline")).content.decode()
    again = BASELINE | {"replaces": 1, "reason": ""}
    assert "Say why it changes." in lead.post(address("record_baseline"), again).content.decode()
    lead.post(address("record_baseline"), again | {"reason": "Two places left out"})
    assert CostBaseline.objects.count() == 2


def test_a_counterfactual_is_recorded_and_frozen_with_the_plan(lead, finance, make_initiative, partnership):
    initiative = make_initiative(saving_type="cost_avoidance", monthly=100)
    approve = address("approve_plan", initiative.plans.get().pk)
    refused = finance.post(approve, follow=True).content.decode()
    assert "record that counterfactual first" in refused
    lead.post(address("record_counterfactual"), COST)
    finance.post(approve)
    page = text_of(lead.get(address("initiative")).content.decode())
    assert "£720,000 Frozen with the plan" in page
    late = lead.post(address("record_counterfactual"), COST | {"replaces": 1, "reason": "More"})
    assert "what it is measured against is frozen" in late.content.decode()
    assert Counterfactual.objects.count() == 1


# ---- records ----


def test_a_record_is_kept_and_withdrawn_with_a_reason(lead, make_initiative, partnership):
    make_initiative()
    lead.post(address("add_gate_record"), RECORD | {"address": "https://example.org/minutes"})
    record = GateRecord.objects.get()
    assert (record.kind, record.recorded_by) == ("decision", partnership.lead)
    page = lead.get(address("initiative")).content.decode()
    assert '<a href="https://example.org/minutes">Board minutes, item 5</a>' in page
    withdraw = address("withdraw_gate_record", record.pk)
    assert "Say why it is withdrawn." in lead.post(withdraw, {"reason": ""}).content.decode()
    lead.post(withdraw, {"reason": "Of another initiative"})
    page = text_of(lead.get(address("initiative")).content.decode())
    assert "Withdrawn" in page
    assert "Of another initiative" in page
    assert "Somebody else withdrew" in lead.post(withdraw, {"reason": "Again"}).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "hope"}, "Select a valid choice"),
        ({"reference": ""}, "Say where it is written down."),
        ({"evidence": ""}, "Say what it shows."),
        ({"dated_on": "soon"}, "Enter a valid date."),
        ({"dated_on": "2999-01-01"}, "Its day is still to come"),
        ({"address": "javascript:alert(1)"}, "Enter an address that begins with https:// or with one /."),
        ({"address": "//evil.example"}, "Enter an address that begins with https:// or with one /."),
    ],
)
def test_a_record_that_cannot_be_is_refused_in_words(lead, make_initiative, changes, words):
    make_initiative()
    page = lead.post(address("add_gate_record"), RECORD | changes).content.decode()
    assert words in page
    assert not GateRecord.objects.exists()


# ---- screenings ----


def test_an_officer_signs_a_screening_in_their_own_name(client_as, partnership, make_initiative):
    make_initiative()
    officer = client_as(partnership.other_lead)
    officer.post(address("sign_screening"), SCREENING)
    screening = Screening.objects.get()
    assert (screening.signed_by, screening.consultation) == (partnership.other_lead, "full")
    page = text_of(officer.get(address("initiative")).content.decode())
    assert "Equality impact assessment: not required, because: Nobody gets less" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"equality_impact_because": " "}, "Say why no equality impact assessment is required."),
        ({"consultation": "not_required"}, "Say why no consultation is required."),
        ({"consultation": ""}, "Choose how much."),
        ({"consultation": "some"}, "Select a valid choice"),
    ],
)
def test_a_screening_that_says_too_little_is_refused_in_words(finance, make_initiative, changes, words):
    make_initiative()
    page = finance.post(address("sign_screening"), SCREENING | changes).content.decode()
    assert words in page
    assert not Screening.objects.exists()


def test_screening_again_asks_for_a_reason(client_as, finance, partnership, make_initiative):
    make_initiative()
    client_as(partnership.other_lead).post(address("sign_screening"), SCREENING)
    again = SCREENING | {"replaces": 1, "consultation": "proportionate", "reason": ""}
    assert "Say why it changes." in finance.post(address("sign_screening"), again).content.decode()
    stale = again | {"replaces": 0, "reason": "x"}
    assert (
        "Somebody else signed a screening" in finance.post(address("sign_screening"), stale).content.decode()
    )
    finance.post(address("sign_screening"), again | {"reason": "Fewer children"})
    assert Screening.objects.count() == 2


# ---- words ----


def changed(owner, **changes):
    words = {
        "name": "Initiative LP-1",
        "mechanism": "Places nearer home cost less.",
        "population": "About twelve children",
        "who_loses": "",
        "one_off_cost": "0",
        "owner": owner.pk,
        "risks": "",
        "partner_dependencies": "",
        "kpis": "",
        "note": "",
        "reason": "",
        "replaces": 0,
    }
    return words | changes


def test_changed_words_keep_what_they_were_before(lead, make_initiative, partnership):
    make_initiative()
    new = changed(partnership.lead, name="Places nearby", risks="A place may not suit", reason="Clearer")
    lead.post(address("change_words"), new)
    initiative = Initiative.objects.get()
    assert (initiative.name, initiative.risks) == ("Places nearby", "A place may not suit")
    changes = WordsChange.objects.order_by("field").values_list("field", "before", "after", "reason")
    assert list(changes) == [
        ("Name", "Initiative LP-1", "Places nearby", "Clearer"),
        ("What could go wrong", "", "A place may not suit", "Clearer"),
    ]
    page = text_of(lead.get(address("initiative")).content.decode())
    assert "Before: Initiative LP-1" in page
    assert "After: Places nearby" in page


def test_a_new_owner_and_a_new_cost_are_in_the_history_too(lead, make_initiative, partnership):
    make_initiative()
    lead.post(
        address("change_words"), changed(partnership.other_lead, one_off_cost="£5,000", reason="Handed over")
    )
    changes = set(WordsChange.objects.values_list("field", "before", "after"))
    assert changes == {
        ("Owner", str(partnership.lead), str(partnership.other_lead)),
        ("One-off cost", "£0.00", "£5,000.00"),
    }


def test_kpis_are_linked_by_their_codes_and_an_unknown_one_is_named(lead, make_initiative, partnership):
    from kpis.figures.models import Kpi

    Kpi.objects.create(code="LP1", workstream=partnership.provision)
    make_initiative()
    unknown = lead.post(address("change_words"), changed(partnership.lead, kpis="LP1, XX9", reason="x"))
    assert "There is no KPI with the code XX9." in unknown.content.decode()
    lead.post(address("change_words"), changed(partnership.lead, kpis="lp1", reason="It shows places"))
    assert [kpi.code for kpi in Initiative.objects.get().kpis.all()] == ["LP1"]
    assert WordsChange.objects.get().after == "LP1"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "New"}, "Say why it changes."),
        ({"name": "", "reason": "x"}, "Enter a name."),
        ({"one_off_cost": "-1", "reason": "x"}, "below zero"),
        ({"who_loses": "", "reason": "x"}, "Say who loses"),
    ],
)
def test_a_change_without_a_reason_or_with_nothing_left_is_refused(
    lead, make_initiative, partnership, changes, words
):
    make_initiative(saving_type="scope_reduction")
    sent = changed(partnership.lead, who_loses="Those with an escort") | changes
    assert words in lead.post(address("change_words"), sent).content.decode()
    assert not WordsChange.objects.exists()


def test_the_second_of_two_people_who_change_words_is_told(lead, client_as, make_initiative, partnership):
    make_initiative()
    finance = client_as(partnership.finance)
    seen = finance.get(address("change_words")).context["form"]["replaces"].value()
    lead.post(address("change_words"), changed(partnership.lead, risks="A place may not suit", reason="New"))
    stale = changed(partnership.lead, population="About twenty", reason="Counted", replaces=seen)
    assert (
        "Somebody else changed this initiative"
        in finance.post(address("change_words"), stale).content.decode()
    )
    assert Initiative.objects.get().risks == "A place may not suit"


def test_nothing_changed_is_no_row_in_the_history(make_initiative, partnership):
    initiative = make_initiative()
    same = {"owner": initiative.owner, "one_off_cost": initiative.one_off_cost_gbp, "kpis": []}
    assert (
        actions.change_words(initiative=initiative, reason="", by=partnership.lead, at=MEETING, **same) == []
    )


# ---- the page of one, and what the Board reads ----


def test_the_page_says_what_is_there_and_what_is_missing(lead, make_initiative, evidence):
    evidence(make_initiative(monthly=100), "baseline", "decision")
    page = text_of(lead.get(address("initiative")).content.decode())
    assert "Gate not evidenced. It is at the stage “In delivery” since 1 May 2019." in page
    assert "Before “Planned” On record an agreed baseline of the cost line it reduces" in page
    assert "Missing a screening of consultation and equality impact" in page
    assert "You own it, so another officer signs its screening." in page


def test_what_people_typed_into_gates_is_text_on_the_page(lead, make_initiative, partnership):
    add_record(make_initiative(), "decision", by=partnership.lead, reference="<script>alert(1)</script>")
    page = lead.get(address("initiative")).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def board_words(**more):
    html = render_to_string("savings/_board_savings.html", {"savings": board_savings(year=2019, **more)})
    return text_of(html)


def test_the_board_reads_the_gap_the_exceptions_the_screenings_and_what_waits(
    make_initiative, set_target, evidence, report, partnership
):
    set_target(500_000, provision=200_000)
    report(evidence(make_initiative("LP-1", monthly=10_000)), 9, 8_000)
    running = make_initiative("LP-2", monthly=1_000)
    report(running, 9, 900, sign=False)
    words = board_words(as_at=MEETING)
    assert "Delivered, signed by finance £8,000" in words
    assert "short of the target" in words
    assert "Gate not evidenced: 1 initiative." in words
    assert "LP-2 Initiative LP-2 , “In delivery” since 1 May 2019" in words
    assert "1 report of savings waits for finance’s signature and is not counted as delivered." in words
    assert "Screenings of consultation and equality impact" in words
    assert f"1 May 2019 by {partnership.other_lead}" in words


def test_types_stand_apart_on_the_board(make_initiative, partnership, set_target):
    set_target(500_000)
    make_initiative("LP-1", monthly=100)
    record_counterfactual(
        make_initiative("LP-2", saving_type="cost_avoidance", monthly=10), by=partnership.lead
    )
    words = board_words(as_at=MEETING)
    assert "Planned £1,200 Forecast" in words
    assert "Apart from these, and not added to them: cost avoidance £120 planned, £0 delivered." in words


def test_a_board_without_savings_says_so(db):
    assert "No savings target and no initiative for 2019/20 yet." in board_words()
