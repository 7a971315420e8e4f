"""The migrations of the position go up and down."""

import pytest
from django.core.management import call_command
from django.db import connection


@pytest.mark.django_db
def test_the_migrations_are_reversible():
    call_command("migrate", "position", "zero", verbosity=0)
    assert not [t for t in connection.introspection.table_names() if t.startswith("position_")]
    call_command("migrate", "position", verbosity=0)
    assert "position_statement" in connection.introspection.table_names()
