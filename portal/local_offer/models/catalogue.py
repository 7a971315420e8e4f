"""The catalogue: what searching and listing read of a published page, in one table with one index."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import models
from django.db.models import F, Q

from portal.local_offer.models.choices import (
    OLDEST,
    YOUNGEST,
    Area,
    Category,
    ChoicesField,
    Need,
    PageKind,
)

SEARCH_LANGUAGE = "english"


class CatalogueQuerySet(models.QuerySet):
    def matching(self, words: SearchQuery):
        """Entries the words are found in, the best first."""
        return self.filter(vector=words).order_by(SearchRank(F("vector"), words).desc(), "title", "page_id")

    def to_list(self):
        """Entries with their pages, without the words they are found by."""
        return self.select_related("page").defer("vector")

    def for_age(self, age: int):
        return self.filter(age_from__lte=age, age_to__gte=age)

    def for_needs(self, needs: list[str]):
        """Entries for any of these needs, and those that are for every need."""
        return self.filter(Q(needs__overlap=needs) | Q(needs=[]))

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
    next_check_on = models.DateField(null=True)
    vector = SearchVectorField()

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="catalogue_words"),
            GinIndex(fields=["needs"], name="catalogue_needs"),
            models.Index(fields=["next_check_on"], name="catalogue_next_check"),
        ]

    def __str__(self):
        return self.title
