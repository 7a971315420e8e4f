import os
import sys

from django.core.management.base import BaseCommand, CommandError

from portal.runtime.children import RuntimeFault
from portal.runtime.site import Site
from portal.runtime.supervisor import Attention, Voice


class Command(BaseCommand):
    help = (
        "Run the whole portal on this machine: database and broker (unless DATABASE_URL and REDIS_URL "
        "are set), web server, worker and scheduler. Ctrl-C stops everything."
    )

    def handle(self, **_options):
        # A terminal without a pound sign must not end the site.
        sys.stdout.reconfigure(errors="backslashreplace")
        voice = Voice(sys.stdout, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ)
        try:
            with Attention() as attention:
                Site(voice, attention).run()
        except RuntimeFault as fault:
            raise CommandError(str(fault)) from fault
