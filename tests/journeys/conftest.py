"""The demonstration, for journeys: Kingston's figures, and its people by their mailbox."""

import pytest
from django.utils import timezone


@pytest.fixture
def demo(transactional_db):
    """Load the demonstration; `demo["lead.assessment"]` is the user of that mailbox."""
    from portal.accounts.models import User
    from portal.demo.loading import load_demo

    load_demo(at=timezone.now())
    return {user.email.partition("@")[0]: user for user in User.objects.all()}
