"""Receiving a file or a feed, and looking through it: rows with what they say, what is wrong and what they would do."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.local_offer.actions.importing.feed import read_feed
from portal.local_offer.actions.importing.fetching import FeedUnreachable, fetch_feed
from portal.local_offer.actions.importing.reading import Reading, ReadListing
from portal.local_offer.actions.importing.sheet import read_sheet
from portal.local_offer.completeness import lacking, score
from portal.local_offer.duplicates import Known, most_alike
from portal.local_offer.models import ImportedFile, ImportedRow, ListingImport, ListingSource, ServicePage

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


def fetch_and_look_through(*, import_id: int, at: datetime) -> None:
    """Look through a list, fetching it first where it is a feed that came without files."""
    received = ListingImport.objects.get(pk=import_id)
    if received.looked_through_at:
        return
    fetched, failed = [], ""
    if received.kind == ListingImport.Kind.FEED and not received.files.exists():
        try:
            fetched = fetch_feed(_allowed(received.source))
        except FeedUnreachable as problem:
            failed = str(problem)
    look_through(import_id=import_id, at=at, fetched=fetched, failed=failed)


def _allowed(address: str) -> str:
    """The address, if an administrator has set it; nothing else is ever asked."""
    if address not in settings.OPEN_REFERRAL_FEEDS:
        raise FeedUnreachable("An administrator has not allowed this address.")
    return address


@transaction.atomic
def look_through(
    *, import_id: int, at: datetime, fetched: Sequence[tuple[str, bytes]] = (), failed: str = ""
) -> None:
    """Make the rows of a list that was received; once, however often it is asked for.

    `fetched` are the documents of a feed that was fetched for it, `failed` says why it could not be.
    """
    received = ListingImport.objects.select_for_update().get(pk=import_id)
    if received.looked_through_at:
        return
    reading = Reading(refused=failed) if failed else _read(received, fetched, on=timezone.localdate(at))
    received.refused = reading.refused[:300]
    received.remarks = [remark.as_json() for remark in reading.remarks]
    received.looked_through_at = at
    received.save()
    ImportedRow.objects.bulk_create(
        _rows(received, reading.listings, on=timezone.localdate(at)), batch_size=500
    )
    received.files.all().delete()


def _read(received: ListingImport, fetched: Sequence[tuple[str, bytes]], *, on: date) -> Reading:
    files = [(file.name, bytes(file.content)) for file in received.files.order_by("pk")] or list(fetched)
    if received.kind == ListingImport.Kind.FEED:
        return read_feed(files=files, on=on)
    [(name, content)] = files
    return read_sheet(name=name, content=content, checked_on=received.checked_on)


def _rows(received: ListingImport, listings: Sequence[ReadListing], *, on: date) -> list[ImportedRow]:
    sources = {source.source_id: source for source in ListingSource.objects.filter(source=received.source)}
    taken = {source.page_id for source in sources.values()}
    known = [
        (pk, Known(title, provider or "", postcode))
        for pk, title, provider, postcode in ServicePage.objects.exclude(pk__in=taken)
        .order_by("pk")
        .values_list("pk", "title", "provider__name", "postcode")
    ]
    return [_row(received, read, sources.get(read.source_id), known, on=on) for read in listings]


def _row(received, read: ReadListing, source: ListingSource | None, known: list, *, on: date) -> ImportedRow:
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
    )
    if read.is_wrong:
        row.outcome = Outcome.WRONG
    elif source:
        row.outcome = Outcome.CHANGED if changes(source.fields, read.fields) else Outcome.SAME
    else:
        row.may_be_id = most_alike(_known(read.fields), known)
        row.outcome = Outcome.DUPLICATE if row.may_be_id else Outcome.NEW
    return row


def changes(before: dict, now: dict) -> dict:
    """What a source says otherwise than it did, by field. What it says nothing of any more stays."""
    return {name: value for name, value in now.items() if before.get(name) != value}


def _known(fields: dict) -> Known:
    return Known(fields.get("title", ""), fields.get("provider", ""), fields.get("postcode", ""))


@transaction.atomic
def decide_row(*, row: ImportedRow, decision: str, by, at: datetime) -> None:
    """A person says whether a row is the listing it looks like. Until it is confirmed this can be said again."""
    importers_only(by)
    received = ListingImport.objects.select_for_update().get(pk=row.listing_import_id)
    if received.confirmed_at or row.outcome != Outcome.DUPLICATE:
        raise PermissionDenied("There is nothing to decide here any more.")
    row.decision, row.decided_by, row.decided_at = decision, by, at
    row.save(update_fields=["decision", "decided_by", "decided_at"])
