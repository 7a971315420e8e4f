"""The demonstration, loaded once for the tests of a file that only read it."""

import pytest
from django.db import transaction
from django.utils import timezone


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    from portal.demo.loading import load_demo

    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(at=timezone.now())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    """`demo["board"]` is the demonstration's user of that mailbox."""
    from portal.accounts.models import User

    return {user.email.partition("@")[0]: user for user in User.objects.all()}
