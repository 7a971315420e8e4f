"""Lists of duties: a change of the law is a new list, and no list is used before an editor has checked it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from feedback.contributions.actions import Refused
from portal.local_offer.models import Heading, HeadingList

FROZEN = "This list has been checked and is on record. Start a new one to change it."


@transaction.atomic
def start_heading_list(*, name: str, as_of: date, sources: str, by) -> HeadingList:
    """A new list with the headings of the newest one, to be changed and then checked. Raises Refused."""
    _refuse_others(by)
    if HeadingList.objects.filter(name=name).exists():
        raise Refused("There is a list of this name already.", "name")
    before = HeadingList.objects.newest()
    made = HeadingList.objects.create(name=name, as_of=as_of, sources=sources)
    headings = before.headings.order_by("position", "id") if before else []
    Heading.objects.bulk_create(
        Heading(
            heading_list=made,
            code=one.code,
            group=one.group,
            title=one.title,
            source=one.source,
            duty=one.duty,
            position=one.position,
        )
        for one in headings
    )
    return made


@transaction.atomic
def save_heading(
    *, heading_list: HeadingList, code: str, group: str, title: str, source: str, duty: str, by
) -> Heading:
    """Add a heading to a list that is being written, or change the one of this code. Raises Refused."""
    heading_list = _unchecked(heading_list, by)
    last = heading_list.headings.aggregate(last=Max("position"))["last"] or 0
    facts = {"group": group, "title": title, "source": source, "duty": duty}
    heading, _ = Heading.objects.update_or_create(
        heading_list=heading_list, code=code, defaults=facts, create_defaults={**facts, "position": last + 1}
    )
    return heading


@transaction.atomic
def remove_heading(*, heading: Heading, by) -> None:
    """Take a heading out of a list that is being written. Raises Refused."""
    _unchecked(heading.heading_list, by)
    heading.delete()


@transaction.atomic
def check_heading_list(*, heading_list: HeadingList, by, at: datetime) -> HeadingList:
    """An editor has compared it with the law: coverage is measured against it from now on. Raises Refused."""
    heading_list = _unchecked(heading_list, by)
    if not heading_list.headings.exists():
        raise Refused("There is nothing in this list.")
    heading_list.checked_by, heading_list.checked_at = by, at
    heading_list.save(update_fields=["checked_by", "checked_at"])
    return heading_list


def _unchecked(heading_list: HeadingList, by) -> HeadingList:
    _refuse_others(by)
    heading_list = HeadingList.objects.select_for_update(of=("self",)).get(pk=heading_list.pk)
    if heading_list.checked_at:
        raise Refused(FROZEN)
    return heading_list


def _refuse_others(by) -> None:
    if not by.has_perm("local_offer.check_headings"):
        raise Refused("Editors check the lists of duties.")
