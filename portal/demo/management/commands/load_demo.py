"""`manage.py load_demo`: Kingston's demonstration into an empty database."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.demo.loading import DatabaseNotEmpty, load_demo


class Command(BaseCommand):
    help = "Load Kingston's demonstration into an empty database."

    def handle(self, *args, **options):
        try:
            load_demo(at=timezone.now())
        except DatabaseNotEmpty as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write("Kingston's demonstration is loaded.")
