"""The demonstration, for journeys: Kingston's figures, and its people by their mailbox."""

import pytest
from django.utils import timezone

from tests.portal.local_offer.tree import plant_the_tree


@pytest.fixture
def demo(transactional_db):
    """Load the demonstration; `demo["lead.assessment"]` is the user of that mailbox."""
    from portal.accounts.models import User
    from portal.demo.loading import load_demo

    plant_the_tree()
    load_demo(at=timezone.now())
    return {user.email.partition("@")[0]: user for user in User.objects.all()}
