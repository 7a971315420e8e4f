from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.local_offer.actions.postcodes import NotTheDirectory, import_postcodes


class Command(BaseCommand):
    help = (
        "Replace whole postcodes by those of the ONS Postcode Directory, so that distances are to the door."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the directory as it is published: ZIP or CSV")
        parser.add_argument("--outcodes", nargs="*", default=[], help="only these areas, such as KT1 KT2")

    def handle(self, *, file, outcodes, **_options):
        try:
            count = import_postcodes(path=file, outcodes=outcodes)
        except (NotTheDirectory, OSError) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{count:,} postcodes are known now.")
