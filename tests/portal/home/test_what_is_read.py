"""Nothing that the Board reads is forgotten: neither a table whose writes begin an edition, nor a moment that comes."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kpis.workstreams.models import Meeting
from portal.home.moments import COMPARED

WATCHED = """
    SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname = 'board_edition'
"""
TABLE = re.compile(r'(?:FROM|JOIN) "?([a-z]+_[a-z_]+)"?(?: (?:AS )?"?(\w+)"?)?')
COMPARES = re.compile(r'"?(\w+)"?\."?(\w+)"? [<>]=? \'[^\']+\'::timestamptz')
OF_WHO_ASKS = {"accounts_rolegrant", "django_session", "mfa_authenticator"}
OF_THE_SOFTWARE = {"django_content_type"}  # changes with it alone


@pytest.fixture
def asked(demo, client_as):
    """`asked(*addresses)`: every query of these pages."""
    client = client_as(demo["board"])

    def of(*addresses) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            assert {client.get(address).status_code for address in addresses} == {200}
        return [query["sql"] for query in captured]

    return of


def test_a_write_to_any_table_that_the_board_reads_begins_an_edition(asked):
    meetings = [f"/board/{day:%Y-%m-%d}/" for day in Meeting.objects.values_list("held_on", flat=True)]
    read = {table for sql in asked(reverse("home:board"), *meetings) for table, _ in TABLE.findall(sql)}
    assert {"figures_figure", "savings_initiative", "accounts_user", "position_statement"} < read
    with connection.cursor() as cursor:
        cursor.execute(WATCHED)
        watched = {name for (name,) in cursor.fetchall()}
    assert read - watched - OF_WHO_ASKS - OF_THE_SOFTWARE == set()


def test_every_moment_that_the_page_of_now_compares_with_is_looked_ahead_at(asked):
    looked_at = {f"{model._meta.db_table}.{name}" for model, names in COMPARED.items() for name in names}
    compared = set()
    for sql in asked(reverse("home:board")):
        tables = {alias: table for table, alias in TABLE.findall(sql) if alias}
        compared |= {f"{tables.get(name, name)}.{column}" for name, column in COMPARES.findall(sql)}
    assert "figures_kpidefinition.counts_from" in compared
    assert compared - looked_at - {"django_session.expire_date"} == set()
