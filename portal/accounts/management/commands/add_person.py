"""The way in for the first administrator, and for any other person when there is none."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from portal.accounts import actions
from portal.accounts.models import User
from portal.accounts.roles import ROLES


class Command(BaseCommand):
    help = "Give somebody a role, adding them if they are new: manage.py add_person you@council.gov.uk administrator"

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("role", choices=list(ROLES))

    def handle(self, *, email, role, **options):
        try:
            validate_email(email)
            self._give(email, role)
        except ValidationError:
            raise CommandError(f"{email} is not an e-mail address.") from None
        except actions.RoleHeldAlready:
            raise CommandError(f"{email} holds the role {role} already.") from None
        self.stdout.write(f"{email} holds the role {role} and can sign in.")

    def _give(self, email, role):
        known = User.objects.filter(email__iexact=email).first()
        if known:
            actions.grant_role(user=known, role=role, by=None, at=timezone.now())
        else:
            actions.add_person(email=email, role=role, by=None, at=timezone.now())
