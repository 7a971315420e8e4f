"""Whole postcodes from the directory that the Office for National Statistics publishes (ONSPD)."""

import csv
import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from django.db import connection, transaction

from portal.local_offer.edition import new_edition
from portal.local_offer.models import CatalogueEntry, Postcode, ServicePage
from portal.local_offer.places import UnknownPostcode, tidy

# The columns by the names they have had: postcode, latitude, longitude, and the month a postcode ended.
COLUMNS = {"code": ("pcds",), "latitude": ("lat",), "longitude": ("long",), "ended": ("doterm",)}
NO_PLACE = 99  # the directory's latitude of a postcode that is nowhere


class NotTheDirectory(Exception):
    """The file is not the directory as the ONS publishes it; the message says what is missing."""


@transaction.atomic
def import_postcodes(*, path: Path, outcodes: Collection[str] = ()) -> int:
    """Replace all whole postcodes by those of the directory, and place what is published anew.

    `outcodes` keeps only those areas, such as KT1. Postcodes that ended are left out. Returns how many there are.
    """
    wanted = {outcode.strip().upper() for outcode in outcodes}
    with _opened(path) as file, connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Postcode._meta.db_table}")  # noqa: S608 - our own table's name
        with cursor.copy(f"COPY {Postcode._meta.db_table} (code, latitude, longitude) FROM STDIN") as copy:
            for row in _postcodes(file, wanted):
                copy.write_row(row)
    place_again()
    return Postcode.objects.count()


def place_again() -> None:
    """Put the published services where their postcodes are now known to be."""
    entries = []
    for pk, postcode in ServicePage.objects.live().exclude(postcode="").values_list("pk", "postcode"):
        place = Postcode.objects.place_if_known(postcode)
        if place:
            entries.append(CatalogueEntry(page_id=pk, latitude=place.latitude, longitude=place.longitude))
    CatalogueEntry.objects.bulk_update(entries, ["latitude", "longitude"], batch_size=500)
    new_edition()


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """The table as text; of an archive the largest CSV below its Data folder."""
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file
        return
    with zipfile.ZipFile(path) as packed:
        tables = [entry for entry in packed.infolist() if entry.filename.lower().endswith(".csv")]
        if not tables:
            raise NotTheDirectory("There is no CSV in the archive.")
        largest = max(tables, key=lambda entry: entry.file_size)
        with packed.open(largest) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")


def _postcodes(file: TextIO, wanted: Collection[str]) -> Iterator[tuple[str, float, float]]:
    reader = csv.reader(file)
    places = _places(next(reader, []))
    for number, row in enumerate(reader, start=2):
        if not row or ("ended" in places and row[places["ended"]].strip()):
            continue
        try:
            outcode, inward = tidy(row[places["code"]])
            latitude, longitude = float(row[places["latitude"]]), float(row[places["longitude"]])
        except (UnknownPostcode, ValueError, IndexError) as problem:
            raise NotTheDirectory(f"Row {number} has no postcode with its place: {row[:3]}.") from problem
        if latitude < NO_PLACE and (not wanted or outcode in wanted):
            yield f"{outcode} {inward}", latitude, longitude


def _places(headings: list[str]) -> dict[str, int]:
    names = [heading.strip().lower() for heading in headings]
    places = {
        column: names.index(name) for column, known in COLUMNS.items() for name in known if name in names
    }
    missing = [COLUMNS[column][0] for column in ("code", "latitude", "longitude") if column not in places]
    if missing:
        raise NotTheDirectory(
            f"The table has no column {', '.join(missing)}. Is it the ONS Postcode Directory?"
        )
    return places
