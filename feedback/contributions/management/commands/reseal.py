from django.core.management.base import BaseCommand, CommandError

from feedback.contributions.actions.sealing import reseal_everything

AT_MOST = 20  # rows to name


class Command(BaseCommand):
    help = "Seal everything that is sealed again, under PORTAL_SEALING_KEY. May run while the site does, and twice."

    def handle(self, **_options):
        done = reseal_everything()
        self.stdout.write(f"{done.changed} of {done.looked_at} sealed rows were given the newest key.")
        if done.unopened:
            named = "\n".join(f"  {row.table}, id {row.pk}" for row in done.unopened[:AT_MOST])
            more = len(done.unopened) - AT_MOST
            raise CommandError(
                f"No key opens {len(done.unopened)} rows; they are left as they were:\n{named}"
                + (f"\n  and {more} more" if more > 0 else "")
                + "\nName the key that sealed them in PORTAL_SEALING_KEYS_BEFORE and run this again. "
                "Drop no key before that."
            )
        self.stdout.write("The keys in PORTAL_SEALING_KEYS_BEFORE are not needed any more.")
