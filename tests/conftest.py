"""What every test may ask for: people with roles, signed-in clients, the demonstration's data."""

import os

os.environ.setdefault("PORTAL_DEMO", "1")

import pytest
from django.test import Client
from django.utils import timezone


@pytest.fixture
def person(db):
    """Make a user holding a role: `person("workstream_lead", email="lead@example.org")`."""
    from portal.accounts.models import RoleGrant, User

    def make(role=None, *, email=None, **fields):
        email = email or f"{role or 'nobody'}-{User.objects.count()}@example.org"
        user = User.objects.create_user(email, **fields)
        if role:
            RoleGrant.objects.create(user=user, role=role, granted_at=timezone.now())
        return user

    return make


@pytest.fixture
def client_as(person):
    """A client signed in as this user, or as a new holder of this role, second factor included."""

    def sign_in(who):
        user = person(who) if isinstance(who, str) else who
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["second_factor_passed"] = True
        session.save()
        return client

    return sign_in
