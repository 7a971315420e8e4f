"""The demonstration, loaded once for the tests of a file that only read it."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    from tests.demonstration import load_demonstration

    with django_db_blocker.unblock(), transaction.atomic():
        load_demonstration()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    """`demo["board"]` is the demonstration's user of that mailbox."""
    from portal.accounts.models import User

    return {user.email.partition("@")[0]: user for user in User.objects.all()}
