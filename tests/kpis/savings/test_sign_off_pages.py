"""Finance's pages of sign-off: what is listed, ticked, signed, returned, and for whom it is not."""

import pytest
from django.urls import reverse

from kpis.savings.models import DeliveredAmount
from kpis.savings.queries import board_savings
from tests.kpis.savings.conftest import record_baseline

QUEUE = reverse("savings:sign_off")


@pytest.fixture
def finance(client_as, partnership):
    return client_as(partnership.finance)


@pytest.fixture
def two_waiting(make_initiative, report):
    initiative = make_initiative(monthly=10_000)
    return report(initiative, 8, 5_000, sign=False), report(initiative, 9, 8_000, sign=False)


@pytest.mark.parametrize("role", ["workstream_lead", "board_member", "data_officer", "administrator"])
def test_only_finance_sees_the_queue(client_as, role, two_waiting):
    assert client_as(role).get(QUEUE).status_code == 403
    assert client_as(role).post(QUEUE, {"report": two_waiting[0].pk}).status_code == 403
    assert client_as(role).get(reverse("savings:decide", args=[two_waiting[0].pk])).status_code == 403


def test_an_empty_queue_says_so(finance):
    assert "No report waits for your signature." in finance.get(QUEUE).content.decode()


def test_ticked_reports_are_signed_and_the_others_keep_waiting(finance, two_waiting, partnership):
    august, september = two_waiting
    answer = finance.post(QUEUE, {"report": september.pk}, follow=True).content.decode()
    assert "Signed: LP-1 September 2019." in answer
    assert board_savings(year=2019).total.delivered == 8_000
    september.refresh_from_db()
    assert september.signed_by == partnership.finance
    assert list(DeliveredAmount.objects.waiting_at(None)) == [august]


def test_several_are_signed_at_once(finance, two_waiting):
    finance.post(QUEUE, {"report": [report.pk for report in two_waiting]})
    assert board_savings(year=2019).total.delivered == 13_000


@pytest.mark.parametrize("sent", [{}, {"report": "x"}, {"report": "999999999"}, {"report": "1\x00"}])
def test_nothing_ticked_is_said_so(finance, two_waiting, sent):
    answer = finance.post(QUEUE, sent, follow=True).content.decode()
    assert "Tick the reports to sign first." in answer
    assert DeliveredAmount.objects.waiting_at(None).count() == 2


def test_who_reported_or_owns_it_does_not_find_it(client_as, two_waiting, partnership):
    report = two_waiting[0]
    report.initiative.owner = partnership.finance
    report.initiative.save()
    owner = client_as(partnership.finance)
    assert owner.get(reverse("savings:decide", args=[report.pk])).status_code == 404
    assert "2 more wait for somebody else in finance" in owner.get(QUEUE).content.decode()
    assert (
        client_as(partnership.other_finance).get(reverse("savings:decide", args=[report.pk])).status_code
        == 200
    )


def test_one_report_is_signed_on_its_page(finance, two_waiting):
    page = reverse("savings:decide", args=[two_waiting[1].pk])
    assert "Ledger line 4711, checked by finance" in finance.get(page).content.decode()
    assert finance.post(page, {"sign": "1"}).url == QUEUE
    assert board_savings(year=2019).total.delivered == 8_000
    assert finance.get(page).status_code == 404


def test_what_somebody_else_signed_meanwhile_is_said(finance, client_as, two_waiting, partnership):
    august, september = two_waiting
    page = reverse("savings:decide", args=[august.pk])
    finance.get(page)
    client_as(partnership.other_finance).post(QUEUE, {"report": august.pk})
    assert "no longer waits" in finance.post(page, {"sign": "1"}, follow=True).content.decode()
    both = finance.post(QUEUE, {"report": [august.pk, september.pk]}, follow=True).content.decode()
    assert "LP-1 August 2019: It no longer waits" in both
    assert "Signed: LP-1 September 2019." in both


def test_one_report_is_returned_with_words(finance, two_waiting):
    page = reverse("savings:decide", args=[two_waiting[1].pk])
    assert (
        "Say what is missing or wrong." in finance.post(page, {"return": "1", "because": ""}).content.decode()
    )
    finance.post(page, {"return": "1", "because": "Which ledger line?"})
    assert DeliveredAmount.objects.get(pk=two_waiting[1].pk).returned_because == "Which ledger line?"
    assert board_savings(year=2019).total.delivered == 0


def test_a_refusal_is_said_on_the_page_it_came_from(finance, make_initiative, report):
    waiting = report(make_initiative(saving_type="cost_avoidance", monthly=1), 9, 1, sign=False)
    page = reverse("savings:decide", args=[waiting.pk])
    answer = finance.post(page, {"sign": "1"}, follow=True).content.decode()
    assert "measured against what would have been spent" in answer
    assert (
        "measured against what would have been spent"
        in finance.post(QUEUE, {"report": waiting.pk}, follow=True).content.decode()
    )


def test_the_queue_takes_as_many_queries_for_one_report_as_for_many(
    finance, make_initiative, report, partnership, django_assert_max_num_queries
):
    report(make_initiative("LP-0", monthly=1), 4, 1, sign=False)
    with django_assert_max_num_queries(30) as first:
        finance.get(QUEUE)
    for n in range(1, 6):
        initiative = make_initiative(f"LP-{n}", monthly=1)
        record_baseline(initiative, by=partnership.lead)
        report(initiative, 4, 1, sign=False)
    with django_assert_max_num_queries(30) as many:
        finance.get(QUEUE)
    assert len(many) == len(first)
