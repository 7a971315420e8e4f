"""What monitors are told, and what people are told when something is away or too much."""

import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from portal.runtime import actions, queries, tasks, views
from portal.runtime.away import is_away
from portal.runtime.models import Heartbeat
from tests.servers import wait_until

NINE = datetime(2026, 11, 2, 9, 0, tzinfo=ZoneInfo("Europe/London"))


def test_live_asks_nothing_of_the_database_and_leaves_no_cookie(db, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get(reverse("runtime:live"))
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]


def test_ready_is_ok_after_a_heartbeat(db, client):
    now = timezone.now()
    actions.record_heartbeat(queue="default", asked_at=now - timedelta(seconds=2), at=now)
    answer = client.get(reverse("runtime:ready"))
    report = answer.json()
    assert (answer.status_code, report["status"]) == (200, "ok")
    assert report["worker"]["waited_seconds"] == 2.0
    assert report["database"] == report["broker"] == {"ok": True}
    assert not answer.cookies


def test_ready_is_degraded_before_the_first_heartbeat(db, client):
    answer = client.get(reverse("runtime:ready"))
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert answer.json()["beat"] == {"ok": False, "asked_seconds_ago": None}


def test_ready_is_503_when_the_broker_is_away(db, client, settings, monkeypatch):
    from portal.celery import app

    monkeypatch.setattr(app.conf, "broker_write_url", "redis+socket:///nowhere/valkey.sock?virtual_host=2")
    answer = client.get(reverse("runtime:ready"))
    assert (answer.status_code, answer.json()["status"]) == (503, "down")
    assert answer.json()["broker"] == {"ok": False}


@pytest.mark.parametrize(
    ("asked", "answered", "worker", "beat"),
    [
        pytest.param(59, 59, True, True, id="just-in-time"),
        pytest.param(60, 60, False, False, id="both-late"),
        pytest.param(61, 5, True, False, id="scheduler-late-worker-not"),
    ],
)
def test_a_sign_of_life_counts_for_a_minute(db, asked, answered, worker, beat):
    before = {"asked_at": NINE - timedelta(seconds=asked), "at": NINE - timedelta(seconds=answered)}
    actions.record_heartbeat(queue="default", **before)
    report = queries.background_jobs(queue="default", at=NINE)
    assert (report["worker"]["ok"], report["beat"]["ok"]) == (worker, beat)


def test_a_heartbeat_replaces_the_one_before(db):
    for minutes in (0, 1):
        at = NINE + timedelta(minutes=minutes)
        actions.record_heartbeat(queue="default", asked_at=at - timedelta(seconds=1), at=at)
    assert list(Heartbeat.objects.values_list("queue", "answered_at")) == [
        ("default", NINE + timedelta(minutes=1))
    ]


def test_clocks_of_two_machines_that_differ_do_not_break_the_heartbeat(db):
    actions.record_heartbeat(queue="default", asked_at=NINE + timedelta(seconds=3), at=NINE)
    assert Heartbeat.objects.get().asked_at == NINE


def test_the_database_refuses_an_answer_before_its_question(db):
    with pytest.raises(IntegrityError, match="heartbeat_answered_after_asked"), transaction.atomic():
        Heartbeat.objects.create(queue="default", asked_at=NINE, answered_at=NINE - timedelta(seconds=1))


@pytest.mark.servers
def test_a_worker_answers_the_scheduler_in_the_database(celery_worker_process):
    before = timezone.now()
    tasks.beat.delay()
    pulse = wait_until(lambda: Heartbeat.objects.filter(queue="default").first())
    assert before - timedelta(seconds=1) < pulse.asked_at <= pulse.answered_at <= timezone.now()


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "away"),
    [
        pytest.param(caused(OperationalError(), psycopg.OperationalError("refused")), True, id="refused"),
        pytest.param(caused(OperationalError(), psycopg.errors.AdminShutdown()), True, id="stopped"),
        pytest.param(caused(OperationalError(), psycopg.errors.CannotConnectNow()), True, id="starting"),
        pytest.param(caused(OperationalError(), psycopg.errors.TooManyConnections()), True, id="full"),
        pytest.param(caused(InterfaceError(), psycopg.InterfaceError("closed")), True, id="closed"),
        pytest.param(caused(OperationalError(), psycopg.errors.QueryCanceled()), False, id="too-slow"),
        pytest.param(caused(OperationalError(), psycopg.errors.DeadlockDetected()), False, id="deadlock"),
        pytest.param(ValueError(), False, id="another-error"),
        pytest.param(None, False, id="no-error"),
    ],
)
def test_only_a_lost_connection_counts_as_away(error, away):
    assert is_away(error) is away


def test_a_lost_broker_counts_as_away(settings):
    from kombu.exceptions import OperationalError as BrokerError

    assert is_away(BrokerError("refused"))


def test_away_is_a_503_in_plain_words_that_says_when_to_try_again(rf):
    answer = error_page(rf, caused(OperationalError(), psycopg.OperationalError("refused")))
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "reload this page" in answer.content.decode()


def test_another_error_stays_a_500(rf):
    assert error_page(rf, ValueError("ours")).status_code == 500


def error_page(rf: RequestFactory, error: Exception):
    """The site's answer while this error is being handled."""
    try:
        raise error
    except type(error):
        assert sys.exc_info()[1] is error
        return views.server_error(rf.get("/"))


@pytest.mark.parametrize("length", [12_000_001, 10**12])
def test_a_body_larger_than_the_largest_file_with_its_form_is_refused_unread(client, length):
    answer = client.post("/health/live", CONTENT_LENGTH=str(length))
    assert answer.status_code == 413
    assert "up to 12 MB" in answer.content.decode()


@pytest.mark.parametrize("stated", ["-1", "many", "1e9"])
def test_a_length_that_is_no_number_is_refused(client, stated):
    assert client.post("/health/live", CONTENT_LENGTH=stated).status_code == 413


def test_a_body_of_the_largest_size_reaches_its_page(client):
    assert client.post("/health/live", CONTENT_LENGTH="12000000").status_code == 405


def test_the_health_pages_take_no_other_method():
    assert Client().post(reverse("runtime:ready")).status_code == 405
