"""The demonstration, for journeys: Kingston's figures, and its people by their mailbox."""

import pytest


@pytest.fixture
def demo(transactional_db):
    """Load the demonstration; `demo["lead.assessment"]` is the user of that mailbox."""
    from portal.accounts.models import User
    from tests.demonstration import load_demonstration

    load_demonstration()
    return {user.email.partition("@")[0]: user for user in User.objects.all()}
