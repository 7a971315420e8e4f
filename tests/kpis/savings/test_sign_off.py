"""Finance's signature: what counts from when, who may sign, what a return does."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kpis.savings import actions
from kpis.savings.actions.refusals import (
    ChangedMeanwhile,
    MayNotSign,
    NothingToMeasure,
    ReasonMissing,
    SignedByItsAuthor,
    SignedByItsOwner,
)
from kpis.savings.models import DeliveredAmount, MonthlyPlan, SignOffState
from kpis.savings.queries import board_savings, finance_queue, stored, worked_out
from kpis.workstreams.models import OutboxMail
from portal.accounts.mails import render_mail
from tests.kpis.savings.conftest import ADDED, MEETING, plan_year, record_baseline

LATER = MEETING + timedelta(days=40)


def correct(delivered, amount, *, by, at=LATER):
    return actions.correct_delivered(
        delivered=delivered, amount=Decimal(amount), evidence="Ledger", reason="Booked twice", by=by, at=at
    )


def counted(at):
    return worked_out(year=2019, at=at).of(None).delivered


def test_a_report_counts_from_the_moment_finance_signs_it(make_initiative, report, partnership):
    waiting = report(make_initiative(monthly=10_000), 9, 8_000, sign=False)
    assert waiting.state == SignOffState.WAITING
    assert counted(LATER) == 0
    before = board_savings(year=2019).total.delivered
    signed = actions.sign_off(delivered=waiting, by=partnership.finance, at=LATER)
    assert signed.state == SignOffState.SIGNED
    assert board_savings(year=2019).total.delivered - before == 8_000
    assert counted(MEETING) == 0
    assert counted(LATER) == 8_000
    assert stored(2019).at == LATER


def test_a_month_that_waits_is_still_forecast_and_not_delivered(make_initiative, report):
    initiative = make_initiative(monthly=10_000)
    report(initiative, 9, 8_000, sign=False)
    total = worked_out(year=2019, at=MEETING).of(None)
    assert total.delivered == 0
    assert total.unreported == 70_000  # April to October
    assert total.remaining == 80_000  # August to March; earlier months are not waited for any more


def test_a_correction_counts_when_it_is_signed_and_the_earlier_amount_until_then(
    make_initiative, report, partnership
):
    first = report(make_initiative(monthly=10_000), 9, 8_000)
    second = correct(first, 7_000, by=partnership.lead, at=LATER)
    assert list(DeliveredAmount.objects.known_at(LATER)) == [first]
    signed_at = LATER + timedelta(days=5)
    actions.sign_off(delivered=second, by=partnership.finance, at=signed_at)
    assert list(DeliveredAmount.objects.known_at(MEETING)) == [first]
    assert list(DeliveredAmount.objects.known_at(LATER)) == [first]
    assert list(DeliveredAmount.objects.known_at(signed_at)) == [second]
    assert list(DeliveredAmount.objects.known_at(None)) == [second]


def test_a_returned_correction_and_its_correction_leave_one_amount_for_the_month(
    make_initiative, report, partnership
):
    first = report(make_initiative(), 9, 8_000)
    second = correct(first, 1, by=partnership.lead)
    actions.return_report(delivered=second, because="No ledger line", by=partnership.finance, at=LATER)
    assert counted(LATER) == 8_000
    third = correct(second, 6_000, by=partnership.lead)
    actions.sign_off(delivered=third, by=partnership.finance, at=LATER)
    assert list(DeliveredAmount.objects.known_at(LATER)) == [third]
    assert counted(LATER) == 6_000


def test_a_returned_report_does_not_count_and_says_why(make_initiative, report, partnership):
    waiting = report(make_initiative(), 9, 8_000, sign=False)
    with pytest.raises(ReasonMissing):
        actions.return_report(delivered=waiting, because="", by=partnership.finance, at=LATER)
    returned = actions.return_report(
        delivered=waiting, because="Which ledger line?", by=partnership.finance, at=LATER
    )
    assert (returned.state, returned.returned_because) == (SignOffState.RETURNED, "Which ledger line?")
    assert counted(LATER) == 0
    with pytest.raises(ChangedMeanwhile):
        actions.sign_off(delivered=returned, by=partnership.finance, at=LATER)


def test_whoever_reported_it_is_told_why_it_came_back_and_where_to_report_it_again(
    make_initiative, report, partnership, client_as
):
    waiting = report(make_initiative("LP-1"), 9, 8_000, sign=False)
    actions.return_report(delivered=waiting, because="Which ledger line?", by=partnership.finance, at=LATER)
    mail = OutboxMail.objects.get()
    assert mail.recipient == partnership.lead
    letter = render_mail(mail)
    assert letter.subject == "A saving was returned to you: LP-1, September 2019"
    assert "Which ledger line?" in letter.body
    assert client_as(partnership.lead).get(mail.context["link"]).status_code == 200


def test_finance_is_reminded_once_a_week_of_what_it_may_sign(make_initiative, report, partnership):
    report(make_initiative("LP-1", monthly=5), 9, 8_000, sign=False)
    actions.approve_plan(plan=MonthlyPlan.objects.get(), by=partnership.finance, at=MEETING)
    thursday = MEETING + timedelta(days=7)  # 21 November 2019
    assert actions.remind_finance(at=thursday) == 2
    assert actions.remind_finance(at=thursday + timedelta(days=1)) == 2
    assert sorted(OutboxMail.objects.values_list("recipient", flat=True)) == sorted(
        [partnership.finance.pk, partnership.other_finance.pk]
    )
    body = render_mail(OutboxMail.objects.first()).body
    assert "Reports of savings to sign: 1, the oldest since 14 November 2019." in body
    assert "Plans to approve" not in body
    actions.remind_finance(at=thursday + timedelta(days=4))  # the Monday after
    assert OutboxMail.objects.count() == 4


def test_finance_is_left_alone_where_nothing_waits_for_it(make_initiative, partnership):
    actions.report_delivered(
        initiative=make_initiative(),
        month=date(2019, 9, 1),
        amount=Decimal(1),
        evidence="Ledger",
        by=partnership.finance,
        at=MEETING,
    )
    assert actions.remind_finance(at=LATER) == 1  # the other one: nobody signs their own
    assert OutboxMail.objects.get().recipient == partnership.other_finance


def test_nobody_signs_what_they_reported(make_initiative, partnership):
    delivered = actions.report_delivered(
        initiative=make_initiative(),
        month=date(2019, 9, 1),
        amount=Decimal(1),
        evidence="Ledger",
        by=partnership.finance,
        at=MEETING,
    )
    with pytest.raises(SignedByItsAuthor):
        actions.sign_off(delivered=delivered, by=partnership.finance, at=MEETING)
    actions.sign_off(delivered=delivered, by=partnership.other_finance, at=MEETING)


def test_the_owner_does_not_sign_even_in_finance(make_initiative, report, partnership):
    initiative = make_initiative()
    waiting = report(initiative, 9, 1, sign=False)
    initiative.owner = partnership.finance
    initiative.save()
    with pytest.raises(SignedByItsOwner):
        actions.sign_off(delivered=waiting, by=partnership.finance, at=MEETING)


def test_only_finance_signs_or_returns(make_initiative, report, partnership):
    waiting = report(make_initiative(), 9, 1, sign=False)
    with pytest.raises(MayNotSign):
        actions.sign_off(delivered=waiting, by=partnership.other_lead, at=MEETING)
    with pytest.raises(MayNotSign):
        actions.return_report(delivered=waiting, because="x", by=partnership.other_lead, at=MEETING)


def test_a_report_corrected_meanwhile_is_not_signed(make_initiative, report, partnership):
    first = report(make_initiative(), 9, 8_000, sign=False)
    correct(first, 7_000, by=partnership.lead)
    with pytest.raises(ChangedMeanwhile):
        actions.sign_off(delivered=first, by=partnership.finance, at=LATER)


def test_a_report_is_signed_once(make_initiative, report, partnership):
    signed = report(make_initiative(), 9, 8_000)
    with pytest.raises(ChangedMeanwhile):
        actions.sign_off(delivered=signed, by=partnership.other_finance, at=LATER)


def test_a_cost_avoidance_is_signed_only_against_its_frozen_counterfactual(make_initiative, report):
    waiting = make_initiative(saving_type="cost_avoidance", monthly=100)
    with pytest.raises(NothingToMeasure):
        report(waiting, 9, 100)


def test_of_several_each_that_can_be_is_signed_and_the_others_are_named(make_initiative, report, partnership):
    initiative = make_initiative(monthly=10_000)
    good, also_good = report(initiative, 8, 5_000, sign=False), report(initiative, 9, 8_000, sign=False)
    done_before = report(initiative, 7, 1_000)
    done = actions.sign_off_several(reports=[also_good, done_before, good], by=partnership.finance, at=LATER)
    assert done.signed == [good, also_good]
    [(refused, words)] = done.refused
    assert refused == done_before
    assert "no longer waits" in words
    assert counted(LATER) == 14_000
    assert board_savings(year=2019).total.delivered == 14_000


def test_the_queue_holds_what_this_person_may_decide_and_counts_what_others_may(
    make_initiative, report, partnership
):
    initiative = make_initiative("LP-1", monthly=10_000)
    theirs = report(initiative, 9, 1, sign=False)
    report(initiative, 8, 1)
    own = actions.report_delivered(
        initiative=initiative,
        month=date(2019, 7, 1),
        amount=Decimal(1),
        evidence="Ledger",
        by=partnership.finance,
        at=MEETING,
    )
    plan_year(make_initiative("LP-2"), 1, by=partnership.finance)
    baseline = record_baseline(initiative, by=partnership.lead, at=ADDED)
    queue = finance_queue(partnership.finance)
    assert queue.reports == (theirs,)
    assert queue.reports[0].planned_gbp == 10_000
    assert queue.for_others == 1
    assert [plan.initiative for plan in queue.plans] == [initiative]
    assert queue.baselines == (baseline,)
    assert set(finance_queue(partnership.other_finance).reports) == {theirs, own}


def test_what_waited_at_a_past_moment_is_known(make_initiative, report, partnership):
    waiting = report(make_initiative(), 9, 1, sign=False)
    actions.sign_off(delivered=waiting, by=partnership.finance, at=LATER)
    assert list(DeliveredAmount.objects.waiting_at(MEETING)) == [waiting]
    assert not DeliveredAmount.objects.waiting_at(LATER).exists()
    assert not DeliveredAmount.objects.waiting_at(None).exists()
    assert not DeliveredAmount.objects.waiting_at(ADDED).exists()


def test_the_queue_says_of_a_planned_share_that_it_is_one(
    make_initiative, make_group, join, report, partnership
):
    part = make_initiative()
    join(make_group(monthly=1_000), part)
    actions.record_plan(
        initiative=part,
        kind="planned",
        per_cents={date(2019, 9, 1): Decimal("12.5")},
        by=partnership.lead,
        at=ADDED,
    )
    report(part, 9, 100, sign=False)
    [waiting] = finance_queue(partnership.finance).reports
    assert (waiting.planned_gbp, waiting.planned_per_cent) == (None, Decimal("12.5"))
