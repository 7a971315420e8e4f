"""The demonstration, loaded once for the tests of a file that only read it."""

import pytest


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    from tests.demonstration import demonstration_taken_away_again

    with django_db_blocker.unblock(), demonstration_taken_away_again():
        yield


@pytest.fixture
def demo(loaded, db):
    """`demo["board"]` is the demonstration's user of that mailbox."""
    from portal.accounts.models import User

    return {user.email.partition("@")[0]: user for user in User.objects.all()}
