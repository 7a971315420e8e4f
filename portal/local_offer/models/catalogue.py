"""The catalogue: what searching and listing read of a published page, in one table with one index."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.local_offer.models.choices import (
    OLDEST,
    YOUNGEST,
    Area,
    Category,
    ChoicesField,
    CostKind,
    Need,
    PageKind,
    ages_in_words,
)

SEARCH_LANGUAGE = "english"


class CatalogueQuerySet(models.QuerySet):
    def to_list(self):
        """Entries with their pages, without the words they are found by."""
        return self.select_related("page").defer("vector")

    def guidance_and_services(self):
        return self.exclude(kind=PageKind.SECTION)

    def overdue(self, on):
        return self.filter(next_check_on__lt=on)


class CatalogueEntry(models.Model):
    """A published page as the catalogue knows it. Derived; safe to delete and rebuild."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="catalogue_entry"
    )
    kind = models.CharField(max_length=10, choices=PageKind)
    title = models.CharField(max_length=255)
    summary = models.CharField(max_length=300)
    provider = models.CharField(max_length=200, blank=True)
    category = models.CharField(max_length=20, choices=Category, blank=True)
    area = models.CharField(max_length=10, choices=Area, default=Area.LOCAL)
    age_from = models.PositiveSmallIntegerField(default=YOUNGEST)
    age_to = models.PositiveSmallIntegerField(default=OLDEST)
    needs = ChoicesField(models.CharField(max_length=4, choices=Need), default=list, blank=True)
    headings = ArrayField(models.CharField(max_length=40), default=list)
    cost_kind = models.CharField(max_length=5, choices=CostKind, blank=True)
    days = ArrayField(models.CharField(max_length=3), default=list)
    access = ArrayField(models.CharField(max_length=14), default=list)
    owner_partner = models.ForeignKey(
        "workstreams.Partner", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    reading_grade = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    completeness = models.PositiveSmallIntegerField(null=True)  # 0 to 100, services only
    has_easyread = models.BooleanField(default=False)
    last_checked_on = models.DateField(null=True)
    next_check_on = models.DateField(null=True)
    vector = SearchVectorField()

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="catalogue_words"),
            GinIndex(fields=["needs"], name="catalogue_needs"),
            GinIndex(fields=["headings"], name="catalogue_headings"),
            models.Index(fields=["next_check_on"], name="catalogue_next_check"),
        ]

    def __str__(self):
        return self.title

    @property
    def ages(self) -> str:
        return ages_in_words(self.age_from, self.age_to)
