"""Withdrawn: the words go from everywhere, the count and the log stay."""

import pytest
from django.db import connection

from feedback.contributions import actions
from feedback.contributions.models import Contribution, Original, PublicVersion
from feedback.contributions.queries.answers import answered_page, shown
from feedback.domain.lifecycle import State
from tests.feedback.contributions.conftest import PLANTED, TUESDAY


@pytest.mark.parametrize("at_first", ["receive", "published", "answered"])
def test_the_words_go_and_the_log_stays(at_first, request):
    contribution = request.getfixturevalue(at_first)(text=f"{PLANTED} waits.")
    events = contribution.events.count()
    withdrawn = actions.withdraw(contribution=contribution, at=TUESDAY)
    assert withdrawn.state == State.WITHDRAWN
    assert (Original.objects.count(), PublicVersion.objects.count()) == (0, 0)
    assert Contribution.objects.count() == 1
    assert contribution.events.count() == events + 1


def test_no_table_keeps_a_word_of_it(answered):
    contribution = answered(text=f"{PLANTED} waits.", public=f"Public {PLANTED} waits.")
    actions.withdraw(contribution=contribution, at=TUESDAY)
    tables = [t for t in connection.introspection.table_names() if t.startswith("contributions_")]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT t::text FROM {table} t")  # noqa: S608 - our own table names
            assert PLANTED not in str(cursor.fetchall()), table


def test_the_answer_stays_without_the_quote(answered):
    contribution = answered()
    (before,) = shown(answered_page())
    assert before.quotes == ("We wait too long.",)
    actions.withdraw(contribution=contribution, at=TUESDAY)
    (after,) = shown(answered_page())
    assert (after.quotes, after.you_said) == ((), before.you_said)


def test_withdrawn_is_withdrawn(receive):
    contribution = actions.withdraw(contribution=receive(), at=TUESDAY)
    with pytest.raises(actions.Refused):
        actions.withdraw(contribution=contribution, at=TUESDAY)
