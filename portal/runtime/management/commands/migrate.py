from django.apps import apps
from django.core.management.base import no_translations
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from portal.runtime import snapshot

OURS = {"portal", "feedback", "kpis"}


class Command(migrate.Command):
    """Django's own command; an empty database starts from the snapshot where that fits.

    Where it does not, most of the time goes into building models again after each step of Wagtail's long history,
    with every model related to one that changed. Before ours are there these are few.
    """

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--step-by-step", action="store_true", help="Apply every migration, without the snapshot."
        )

    @no_translations
    def handle(self, *args, step_by_step=False, **options):
        if not options["app_label"] and (step_by_step or not snapshot.start_from()):
            _apply_theirs_first(connections[options["database"]])
        super().handle(*args, **options)


def _apply_theirs_first(connection) -> None:
    """On an empty database, the migrations of the libraries, and of ours what they depend on."""
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        ours = {app.label for app in apps.get_app_configs() if app.name.partition(".")[0] in OURS}
        executor.migrate([leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] not in ours])
