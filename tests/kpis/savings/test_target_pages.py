"""Targets and thresholds: finance sets them, everybody who sees the Board reads them with their history."""

import pytest
from django.urls import reverse

from kpis.savings.models import SavingsRules, SavingsTarget
from kpis.savings.queries import board_savings

TARGETS, RULES = reverse("savings:targets"), reverse("savings:set_rules")
SET = reverse("savings:set_target", args=[2019])


@pytest.fixture
def finance(client_as, partnership):
    return client_as(partnership.finance)


@pytest.fixture
def typed(partnership):
    def make(amount, provision="", *, replaces=0, **more):
        return {
            "replaces": replaces,
            "amount": amount,
            "funding_scope": "High Needs Block",
            "source": "Board paper",
            f"share_{partnership.provision.pk}": provision,
            f"share_{partnership.transport.pk}": "",
            **more,
        }

    return make


def test_only_finance_sets_targets_and_thresholds(client_as):
    for role in ("workstream_lead", "board_member", "administrator"):
        assert client_as(role).get(SET).status_code == 403
        assert client_as(role).post(RULES).status_code == 403
        assert SET not in client_as(role).get(TARGETS).content.decode()


def test_a_target_is_set_with_its_shares(finance, typed, partnership):
    finance.post(SET, typed("£2,400,000", "900,000", agreed_by="The Board", agreed_on="2019-11-14"))
    target = SavingsTarget.objects.get()
    assert (target.amount_gbp, target.agreed_by, target.set_by) == (
        2_400_000,
        "The Board",
        partnership.finance,
    )
    board = board_savings(year=2019)
    assert (board.total.target, board.not_yet_allocated) == (2_400_000, 1_500_000)
    assert "£1,500,000" in finance.get(TARGETS).content.decode()


@pytest.mark.parametrize(
    ("amount", "share", "more", "words"),
    [
        ("100", "100.01", {}, "The shares add up to £0.01 more than the target of £100.00."),
        ("0", "", {}, "A target is more than nought."),
        ("-1", "", {}, "below zero"),
        ("", "", {}, "Enter the target."),
        ("100", "many", {}, "not a number"),
        ("100", "", {"agreed_by": "The Board"}, "Say both who agreed it and when"),
        ("100", "", {"agreed_on": "2019-11-14"}, "Say both who agreed it and when"),
        ("100", "", {"agreed_by": "The Board", "agreed_on": "soon"}, "Enter a valid date."),
        ("100", "", {"replaces": "x"}, "Enter a whole number."),
    ],
)
def test_a_target_that_cannot_be_is_refused_in_words(finance, typed, amount, share, more, words):
    page = finance.post(SET, typed(amount, share, **more))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert not SavingsTarget.objects.exists()


def test_a_further_version_keeps_the_one_before_on_the_page(finance, typed, set_target):
    set_target(100, provision=40)
    assert 'value="40"' in finance.get(SET).content.decode()
    assert (
        "Say why it changes." in finance.post(SET, typed("120", "40", replaces=1, reason="")).content.decode()
    )
    finance.post(SET, typed("120", "40", replaces=1, reason="Agreed anew"))
    page = finance.get(TARGETS).content.decode()
    assert "Version 1: £100" in page
    assert "Agreed anew" in page


def test_the_second_of_two_finance_officers_is_told(finance, client_as, partnership, typed):
    finance.post(SET, typed("100"))
    page = client_as(partnership.other_finance).post(SET, typed("200", reason="More")).content.decode()
    assert "Somebody else changed this while you had it open." in page
    assert SavingsTarget.objects.get().amount_gbp == 100


def test_targets_take_as_many_queries_for_one_year_as_for_many(
    finance, set_target, django_assert_max_num_queries
):
    set_target(100, provision=40)
    with django_assert_max_num_queries(40) as one:
        finance.get(TARGETS)
    for year in (2020, 2021, 2022):
        set_target(100, provision=40, year=year)
    with django_assert_max_num_queries(40) as four:
        finance.get(TARGETS)
    assert len(four) == len(one)


def weights(*per_cents, tolerance="5", replaces=0, reason="Caution"):
    names = ("identified", "planned", "in_delivery", "delivered")
    return dict(zip(names, per_cents, strict=True)) | {
        "tolerance": tolerance,
        "replaces": replaces,
        "reason": reason,
    }


def test_thresholds_are_set_with_a_reason(finance):
    finance.post(RULES, weights(10, 40, 70, 100, tolerance="2.5"))
    rules = SavingsRules.objects.get()
    assert (rules.identified, f"{rules.tolerance}", rules.reason) == (10, "2.50", "Caution")
    assert "2.50% below" in finance.get(TARGETS).content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (weights(50, 40, 70, 100), "A later stage cannot be counted on less"),
        (weights(10, 40, 70, 101), "less than or equal to 100"),
        (weights(10, 40, 70, 100, tolerance="101"), "from 0 to 100"),
        (weights(10, 40, 70, 100, tolerance="0.001"), "at most two decimals"),
        (weights(10, 40, 70, 100, reason=""), "Say why it changes."),
        (weights(10, "", 70, 100), "This field is required."),
    ],
)
def test_thresholds_that_cannot_be_are_refused_in_words(finance, sent, words):
    assert words in finance.post(RULES, sent).content.decode()
    assert not SavingsRules.objects.exists()
