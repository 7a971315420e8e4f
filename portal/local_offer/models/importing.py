"""Listings from a spreadsheet or from somebody's Open Referral feed: looked at first, then applied row by row."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class ListingImport(models.Model):
    """A file or a feed as it was read once. Nothing of it is in the Local Offer before it is applied."""

    class Kind(models.TextChoices):
        SPREADSHEET = "spreadsheet", "Spreadsheet"
        FEED = "feed", "Open Referral feed"

    kind = models.CharField(max_length=12, choices=Kind)
    source = models.CharField(max_length=300)  # whose list it is, or the feed's address: the same every time
    checked_on = models.DateField(null=True)  # for listings that do not say when they were checked
    remarks = models.JSONField(default=list)  # about the file or the feed as a whole
    refused = models.CharField(max_length=300, blank=True)  # why nothing of it can be taken
    read_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    looked_through_at = models.DateTimeField(null=True)  # its rows are there since
    section = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+")
    publishes = models.BooleanField(null=True)  # whether complete listings are published, or all are drafts
    confirmed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("applied_by", "applied_at"),
                name="listing_import_applied_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=both_or_neither("confirmed_by", "confirmed_at", "publishes"),
                name="listing_import_confirmed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) | Q(confirmed_at__isnull=False),
                name="listing_import_applied_after_confirmed",
            ),
        ]

    def get_absolute_url(self):
        return reverse("imports:one", args=[self.pk])

    @property
    def is_working(self) -> bool:
        """True while a file is looked through, or what was confirmed is applied."""
        return not self.looked_through_at or bool(self.confirmed_at and not self.applied_at)


class ImportedFile(models.Model):
    """A file of an import, as it came, until it has been looked through."""

    listing_import = models.ForeignKey(ListingImport, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=300)
    content = models.BinaryField()


class ImportedRowQuerySet(models.QuerySet):
    def to_decide(self):
        """Rows that may be a listing we have, and nobody has said yet."""
        return self.filter(outcome=ImportedRow.Outcome.DUPLICATE, decision="")

    def to_apply(self):
        """Rows that change something when they are applied."""
        taken = [ImportedRow.Decision.SAME, ImportedRow.Decision.OTHER]
        return self.filter(
            Q(outcome__in=[ImportedRow.Outcome.NEW, ImportedRow.Outcome.CHANGED]) | Q(decision__in=taken)
        )


class ImportedRow(models.Model):
    """One listing of an import: what it says, what is wrong with it, and what it will do when applied."""

    class Outcome(models.TextChoices):
        NEW = "new", "New"
        CHANGED = "changed", "Changed"
        SAME = "same", "Nothing new"
        DUPLICATE = "duplicate", "May be one we have"
        WRONG = "wrong", "Cannot be taken"

    class Decision(models.TextChoices):
        """What a person said about a row that may be a listing we have."""

        SAME = "same", "It is the one we have: bring that up to date"
        OTHER = "other", "It is another one: add it"
        LEAVE = "leave", "Leave it out"

    class Done(models.TextChoices):
        PUBLISHED = "published", "Published"
        DRAFTED = "drafted", "Kept as a draft"
        LEFT = "left", "Left as it was"

    listing_import = models.ForeignKey(ListingImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()  # the row of the sheet, or the place in the feed
    source_id = models.CharField(max_length=100, blank=True)
    fields = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    quality = models.PositiveSmallIntegerField(default=0)  # 0 to 100
    lacking = models.JSONField(default=list)  # what families would not learn from it, in words
    outcome = models.CharField(max_length=10, choices=Outcome)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+")
    may_be = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+")
    decision = models.CharField(max_length=5, choices=Decision, blank=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    done = models.CharField(max_length=9, choices=Done, blank=True)

    objects = ImportedRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["listing_import", "number"], name="imported_row_number_once"),
            models.CheckConstraint(condition=Q(quality__lte=100), name="imported_row_quality_is_a_score"),
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="imported_row_decided_by_and_at",
            ),
        ]


class ListingSource(models.Model):
    """Where a listing came from, so that the next import of the same source finds it again."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="listing_source")
    source = models.CharField(max_length=300)
    source_id = models.CharField(max_length=100)
    fields = models.JSONField()  # as the source said it last; what an editor changed since is kept

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="listing_source_once"),
        ]
