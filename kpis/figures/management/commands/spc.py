"""Statistical process control for a file of series: limits, flags and icons, with no server and no database."""

from decimal import Decimal
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kpis.domain.definition import Polarity
from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.spc import Conflict, Method, MethodRefused, Profile
from kpis.figures.queries.spc_table import COLUMNS, TableRefused, read_series, worked_out
from kpis.spreadsheets import UnreadableFile, write_csv

DIRECTIONS = [str(Polarity.HIGHER), str(Polarity.LOWER), str(Polarity.NONE)]


class Command(BaseCommand):
    help = (
        "Work out process limits and signals: manage.py spc FILE.csv --profile nhs_england --better higher. "
        f"The file has the headings {', '.join(COLUMNS)}, of which date and value are needed; "
        "the answer is CSV on standard output."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--profile", choices=[str(p) for p in Profile], default=str(Profile.NHS_ENGLAND))
        parser.add_argument(
            "--better", choices=DIRECTIONS, default=str(Polarity.NONE), help="which way is better"
        )
        parser.add_argument("--target", help="where a row has none of its own")
        parser.add_argument("--baseline", type=int, help="the first so many points fix the limits")
        parser.add_argument(
            "--screening", choices=["on", "off"], help="freak moving ranges left out; as the profile does"
        )
        parser.add_argument("--conflict", choices=[str(c) for c in Conflict], default=str(Conflict.CONCERN))
        parser.add_argument("--shift", type=int, default=7, help="points that make a shift: 6 to 8")
        parser.add_argument("--trend", type=int, default=7, help="points that make a trend: 6 to 8")

    def handle(self, *, file: Path, target, **options):
        try:
            rows = read_series(file.name, file.read_bytes())
            headings, lines = worked_out(rows, method=_method(options), target=_target(target))
        except OSError as problem:
            raise CommandError(f"{file}: {problem.strerror}.") from problem
        except (UnreadableFile, MethodRefused, TableRefused, NotANumber) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(write_csv(headings, lines).decode("utf-8-sig"), ending="")


def _method(options: dict) -> Method:
    return Method(
        profile=options["profile"],
        polarity=options["better"],
        conflict=options["conflict"],
        baseline_points=options["baseline"],
        screening=None if options["screening"] is None else options["screening"] == "on",
        shift=options["shift"],
        trend=options["trend"],
    )


def _target(text: str | None) -> Decimal | None:
    return parse_number(text) if text else None
