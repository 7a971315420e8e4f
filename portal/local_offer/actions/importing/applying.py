"""Applying an import that a person has looked at: all of it in one transaction, once."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from portal.local_offer.actions.importing.looking import importers_only
from portal.local_offer.actions.importing.reading import lacks_to_publish, paragraphs
from portal.local_offer.models import (
    ImportedRow,
    ListingImport,
    ListingSource,
    Provider,
    SectionPage,
    ServicePage,
)
from portal.local_offer.queries.importing import changes

DATES = {"waiting_time_on", "last_checked_on", "next_check_on"}
Decision, Done = ImportedRow.Decision, ImportedRow.Done


class StillToDecide(Exception):
    """Rows that may be listings we have wait for a person."""

    def __init__(self, count: int):
        super().__init__(f"Decide about {count} more first: each may be a listing that is there already.")


class NothingToApply(Exception):
    """Nothing of the import changes anything, or it was confirmed already."""


@transaction.atomic
def confirm_import(*, import_id: int, section: SectionPage, publishes: bool, by, at: datetime) -> None:
    """Say that an import is to be applied: new listings go below `section`. Raises StillToDecide, NothingToApply."""
    importers_only(by)
    received = ListingImport.objects.select_for_update().get(pk=import_id)
    undecided = received.rows.to_decide().count()
    if undecided:
        raise StillToDecide(undecided)
    if received.refused or received.confirmed_at or not received.rows.to_apply().exists():
        raise NothingToApply("There is nothing to apply.")
    received.section, received.publishes = section, publishes
    received.confirmed_by, received.confirmed_at = by, at
    received.save()


@transaction.atomic
def apply_import(*, import_id: int, at: datetime) -> None:
    """Apply what was confirmed: whole or not at all, and once, however often it is asked for.

    While one worker is at it, another that is asked for the same leaves it alone.
    """
    waiting = ListingImport.objects.select_for_update(skip_locked=True)
    received = waiting.filter(pk=import_id, applied_at__isnull=True, confirmed_at__isnull=False).first()
    if received is None:
        return
    sources = {
        source.source_id: source
        for source in ListingSource.objects.select_for_update().filter(source=received.source)
    }
    rows = list(received.rows.to_apply().order_by("number"))
    for row in rows:
        row.page_id, row.done = _apply(row, received, sources.get(row.source_id))
    ImportedRow.objects.bulk_update(rows, ["page", "done"], batch_size=500)
    received.applied_by, received.applied_at = received.confirmed_by, at
    received.save()


def _apply(row: ImportedRow, received: ListingImport, source: ListingSource | None) -> tuple[int | None, str]:
    """The page of a row and what became of it. One that came by another import meanwhile is brought up to date."""
    if source:
        page, changed = source.page.specific, changes(source.fields, row.fields)
    elif row.decision == Decision.SAME:
        if row.may_be is None:
            return None, Done.LEFT  # it was deleted meanwhile
        page, changed = row.may_be.specific, row.fields
    else:
        page, changed = None, row.fields
    page, done = _bring_up_to_date(page, changed, received) if page else _add(changed, received)
    ListingSource.objects.update_or_create(
        page_id=page.pk,
        defaults={"source": received.source, "source_id": row.source_id, "fields": row.fields},
    )
    return page.pk, done


def _add(fields: dict, received: ListingImport) -> tuple[ServicePage, str]:
    section = SectionPage.objects.get(pk=received.section_id)
    page = ServicePage(live=False, checked_by=fields.get("provider", "")[:120])
    _fill(page, fields)
    page.slug = _free_slug(page.title, section)
    section.add_child(instance=page)
    return page, _keep(page, received, publish=received.publishes)


def _bring_up_to_date(page: ServicePage, changed: dict, received: ListingImport) -> tuple[ServicePage, str]:
    """Only what the source says otherwise than before; what an editor changed and the source did not stays.

    Nothing is published over anybody's head: not what an editor took down, is changing, or has sent to be reviewed.
    """
    if not changed:
        return page, Done.LEFT
    somebody_is_at_it = _somebody_is_at(page)
    page = page.get_latest_revision_as_object()
    _fill(page, changed)
    return page, _keep(page, received, publish=received.publishes and not somebody_is_at_it)


def _somebody_is_at(page: ServicePage) -> bool:
    if page.workflow_in_progress:
        return True
    if page.live:
        return page.has_unpublished_changes
    if page.first_published_at:
        return True  # it was taken down
    by_imports = ImportedRow.objects.filter(page_id=page.pk, done__in=[Done.DRAFTED, Done.PUBLISHED])
    return page.revisions.count() > by_imports.count()


def _keep(page: ServicePage, received: ListingImport, *, publish: bool) -> str:
    revision = page.save_revision(user=received.confirmed_by, clean=False)
    said = {name: getattr(page, name) for name in (f.name for f in page._meta.fields)}
    if not publish or lacks_to_publish(said):
        return Done.DRAFTED
    revision.publish(user=received.confirmed_by, skip_permission_checks=True)
    return Done.PUBLISHED


def _fill(page: ServicePage, fields: dict) -> None:
    for name, value in fields.items():
        if name == "provider":
            page.provider = _provider(value)
        elif name == "description":
            page.description = paragraphs(value)
        elif name in DATES:
            setattr(page, name, date.fromisoformat(value) if value else None)
        elif name == "area":
            page.area = value or page.area
        else:
            setattr(page, name, value)
    if page.waiting_time and not page.waiting_time_on:
        page.waiting_time_on = page.last_checked_on
    if not page.waiting_time or not page.waiting_time_on:
        page.waiting_time, page.waiting_time_on = "", None


def _provider(name: str) -> Provider | None:
    if not name:
        return None
    known = Provider.objects.filter(name__iexact=name).order_by("pk").first()
    return known or Provider.objects.create(name=name)


def _free_slug(title: str, section: SectionPage) -> str:
    wanted = slugify(title)[:200] or "service"
    taken = set(section.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(slug for slug in (f"{wanted}-{n}" for n in range(2, len(taken) + 3)) if slug not in taken)
