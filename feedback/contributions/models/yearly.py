"""The yearly publication of comments and answers (regulation 56), in editions that are never changed.

An edition holds no words: it names contributions and the versions that were public then. What was
withdrawn since reads "withdrawn" in every edition.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from feedback.contributions.models.contribution import STATES, Contribution
from feedback.contributions.models.public_version import PublicVersion
from feedback.contributions.models.response import ResponseVersion
from kpis.workstreams.models import Workstream, both_or_neither

USER = settings.AUTH_USER_MODEL


class PublicationYearQuerySet(models.QuerySet):
    def beginning_in(self, year: int):
        """The one that begins in this calendar year, if any; any number may be asked for."""
        return self.filter(starts_on__year=year) if MINYEAR <= year <= MAXYEAR else self.none()


class PublicationYear(models.Model):
    """What was received in `[starts_on, ends_on)` is published on `due_on`, whatever is missing.

    No two begin in the same calendar year, so that the year of `starts_on` names one of them.
    """

    starts_on = models.DateField(unique=True)
    ends_on = models.DateField(unique=True)
    due_on = models.DateField(unique=True)
    changed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(null=True)

    objects = PublicationYearQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("changed_by", "changed_at"),
                name="publication_year_changed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__lt=F("ends_on"), ends_on__lte=F("due_on")),
                name="publication_year_ends_before_it_is_due",
            ),
        ]

    def __str__(self):
        last = self.last_day
        return str(last.year) if last.year == self.starts_on.year else f"{self.starts_on.year}/{last:%y}"

    def get_absolute_url(self):
        return reverse("contributions:yearly_year", args=[self.starts_on.year])

    @property
    def last_day(self) -> date:
        return self.ends_on - timedelta(days=1)


class Edition(models.Model):
    """One publication of a year. `published_by` is empty where the due date published it.

    `released_counts` holds by name the tables that everybody may read, small counts hidden; `held_back` by
    name why the others could not be released, in words for whoever publishes.
    """

    year = models.ForeignKey(PublicationYear, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    released_counts = models.JSONField(default=dict)
    held_back = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="edition_number_once_a_year"),
        ]

    def get_absolute_url(self):
        return reverse("contributions:yearly_edition", args=[self.year.starts_on.year, self.number])


class EditionLine(models.Model):
    """A contribution in an edition: what of it was public, and its answer or since when one is owed."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PublicVersion, on_delete=models.SET_NULL, null=True, related_name="+")
    response_version = models.ForeignKey(
        ResponseVersion, on_delete=models.PROTECT, null=True, related_name="+"
    )
    shows_as = models.CharField(max_length=20, choices=STATES)
    owed_by = models.ForeignKey(Workstream, on_delete=models.PROTECT, null=True, related_name="+")
    waiting_since = models.DateField(null=True)
    due_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "contribution"], name="edition_line_once"),
            models.UniqueConstraint(fields=["edition", "position"], name="edition_line_position_once"),
            models.CheckConstraint(
                condition=Q(response_version__isnull=False, waiting_since__isnull=True)
                | Q(response_version__isnull=True, waiting_since__isnull=False),
                name="edition_line_is_answered_or_waits",
            ),
        ]
