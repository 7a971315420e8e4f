from django.core.management.base import BaseCommand
from django.utils import timezone

from feedback.contributions.actions import forget_what_is_due
from feedback.contributions.queries.keeping import due
from feedback.domain.keeping import Thing


class Command(BaseCommand):
    help = "Forget what has been kept as long as the rules say. Every night by itself; --dry-run lists what would go."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="change nothing, list numbers only")

    def handle(self, *, dry_run, **_options):
        now = timezone.now()
        if dry_run:
            return self._list(timezone.localdate(now))
        gone = forget_what_is_due(at=now)
        for thing in Thing:
            self.stdout.write(f"{thing.in_words}: {gone[thing]} forgotten.")

    def _list(self, on):
        for thing in Thing:
            ids = list(due(thing, on).oldest_first().values_list("pk", flat=True))
            listed = f": contribution {', '.join(map(str, ids))}" if ids else ""
            self.stdout.write(f"{thing.in_words}: {len(ids)} would go{listed}.")
        self.stdout.write("What the law makes us keep is not counted.")
