"""Receiving a file or a feed, and looking through it: rows with what they say, what is wrong and what they would do."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.local_offer.actions.importing.doubtful import propose_duplicates
from portal.local_offer.actions.importing.feed import read_feed
from portal.local_offer.actions.importing.fetching import FeedUnreachable, fetch_feed
from portal.local_offer.actions.importing.reading import Reading, ReadListing
from portal.local_offer.actions.importing.sheet import read_sheet
from portal.local_offer.completeness import lacking, score
from portal.local_offer.models import ImportedFile, ImportedRow, ListingImport, ListingSource
from portal.local_offer.queries.importing import changes

MAY_IMPORT = "local_offer.import_listings"
Outcome = ImportedRow.Outcome


def importers_only(by) -> None:
    if not by.has_perm(MAY_IMPORT):
        raise PermissionDenied("Only who imports listings may do this.")


@transaction.atomic
def receive_import(
    *,
    kind: str,
    source: str,
    files: Sequence[tuple[str, bytes]],
    checked_on: date | None = None,
    by,
    at: datetime,
) -> ListingImport:
    """Keep the files of a list until they are looked through. A feed that is still to be fetched has none."""
    importers_only(by)
    received = ListingImport.objects.create(
        kind=kind, source=source, checked_on=checked_on, read_by=by, read_at=at
    )
    ImportedFile.objects.bulk_create(
        ImportedFile(listing_import=received, name=name, content=content) for name, content in files
    )
    return received


@transaction.atomic
def fetch_and_look_through(*, import_id: int, at: datetime) -> None:
    """Look through a list, fetching it first where it is a feed that came without files.

    The import is held meanwhile, so that nobody else asks the feed for the same; a dead worker lets go of it.
    """
    received = _taken(import_id)
    if received is None:
        return
    fetched, failed = [], ""
    if received.kind == ListingImport.Kind.FEED and not received.files.exists():
        try:
            fetched = fetch_feed(_allowed(received.source))
        except FeedUnreachable as problem:
            failed = str(problem)
    _look_through(received, Reading(refused=failed) if failed else _read(received, fetched, on=_day(at)), at)


def _allowed(address: str) -> str:
    """The address, if an administrator has set it; nothing else is ever asked."""
    if address not in settings.OPEN_REFERRAL_FEEDS:
        raise FeedUnreachable("An administrator has not allowed this address.")
    return address


@transaction.atomic
def look_through(*, import_id: int, at: datetime) -> None:
    """Make the rows of a list that was received; once, however often it is asked for."""
    received = _taken(import_id)
    if received is not None:
        _look_through(received, _read(received, on=_day(at)), at)


def _taken(import_id: int) -> ListingImport | None:
    """An import that nobody has looked through, held for this transaction; None where somebody else has it."""
    waiting = ListingImport.objects.select_for_update(skip_locked=True)
    return waiting.filter(pk=import_id, looked_through_at__isnull=True).first()


def _look_through(received: ListingImport, reading: Reading, at: datetime) -> None:
    received.refused = reading.refused[:300]
    received.remarks = [remark.as_json() for remark in reading.remarks]
    received.looked_through_at = at
    received.save()
    ImportedRow.objects.bulk_create(_rows(received, reading.listings, on=_day(at)), batch_size=500)
    received.files.all().delete()


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def _read(received: ListingImport, fetched: Sequence[tuple[str, bytes]] = (), *, on: date) -> Reading:
    files = [(file.name, bytes(file.content)) for file in received.files.order_by("pk")] or list(fetched)
    if received.kind == ListingImport.Kind.FEED:
        return read_feed(files=files, on=on)
    [(name, content)] = files
    return read_sheet(name=name, content=content, checked_on=received.checked_on)


def _rows(received: ListingImport, listings: Sequence[ReadListing], *, on: date) -> list[ImportedRow]:
    sources = {source.source_id: source for source in ListingSource.objects.filter(source=received.source)}
    rows = [_row(received, read, sources.get(read.source_id), on=on) for read in listings]
    propose_duplicates(rows, source=received.source, sources=sources)
    return rows


def _row(received, read: ReadListing, source: ListingSource | None, *, on: date) -> ImportedRow:
    listing = read.as_listing()
    row = ImportedRow(
        listing_import=received,
        number=read.number,
        source_id=read.source_id,
        fields=read.fields,
        problems=[remark.as_json() for remark in read.remarks],
        lacking=[criterion.value for criterion in lacking(listing, on=on)],
        quality=score(listing, on=on),
        page_id=source.page_id if source else None,
        outcome=Outcome.NEW,
    )
    if read.is_wrong:
        row.outcome = Outcome.WRONG
    elif source:
        row.outcome = Outcome.CHANGED if changes(source.fields, read.fields) else Outcome.SAME
    return row


@transaction.atomic
def decide_row(*, row: ImportedRow, decision: str, by, at: datetime) -> None:
    """A person says whether a row is the listing it looks like. Until it is confirmed this can be said again."""
    importers_only(by)
    received = ListingImport.objects.select_for_update().get(pk=row.listing_import_id)
    is_of_no_page = decision == ImportedRow.Decision.SAME and row.may_be_id is None
    if received.confirmed_at or row.outcome != Outcome.DUPLICATE or is_of_no_page:
        raise PermissionDenied("There is nothing to decide here any more.")
    row.decision, row.decided_by, row.decided_at = decision, by, at
    row.save(update_fields=["decision", "decided_by", "decided_at"])
