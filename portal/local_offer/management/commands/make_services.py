"""`manage.py make_services 5000`: services to measure with, in a section of their own."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.local_offer.actions import make_services


class Command(BaseCommand):
    help = "Publish made-up services to measure with. Only in a demonstration: families would find them."

    def add_arguments(self, parser):
        parser.add_argument("count", type=int)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, count, seed, **options):
        if not settings.DEMO:
            raise CommandError("Made-up services belong into a demonstration only (PORTAL_DEMO=1).")
        made = make_services(count=count, seed=seed, on=timezone.localdate())
        self.stdout.write(f"{made} services published under “Made up to measure with”.")
