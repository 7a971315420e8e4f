"""The command that makes the first administrator."""

import pytest
from django.core.management import CommandError, call_command

from portal.accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_first_administrator_comes_from_the_command_line(capsys):
    call_command("add_person", "First@Example.org", "administrator")
    first = User.objects.get(email="first@example.org")
    assert first.has_perm("accounts.manage_people")
    assert "holds the role administrator and can sign in" in capsys.readouterr().out


def test_somebody_who_is_here_gets_the_role(person):
    user = person("finance", email="fin@example.org")
    call_command("add_person", "FIN@example.org", "moderator")
    assert {role.key for role in User.objects.get(pk=user.pk).roles} == {"finance", "moderator"}


@pytest.mark.parametrize(
    ("email", "role", "problem"),
    [
        ("nonsense", "administrator", "is not an e-mail address"),
        ("fin@example.org", "finance", "holds the role finance already"),
        ("fin@example.org", "emperor", "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_said(person, email, role, problem):
    person("finance", email="fin@example.org")
    with pytest.raises(CommandError, match=problem):
        call_command("add_person", email, role)
