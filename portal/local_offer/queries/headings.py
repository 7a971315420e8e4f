"""The lists of duties: the one in use, those before it, and those that somebody is still writing."""

from django.db.models import Count

from portal.local_offer.models import HeadingList


def heading_lists():
    """Every list, the newest first, with how many headings it has."""
    return (
        HeadingList.objects.select_related("checked_by")
        .annotate(size=Count("headings"))
        .order_by("-as_of", "-id")
    )


def headings_of(heading_list: HeadingList):
    return heading_list.headings.order_by("position", "id")


def unchecked():
    """Lists that may still be changed."""
    return HeadingList.objects.filter(checked_at__isnull=True)
