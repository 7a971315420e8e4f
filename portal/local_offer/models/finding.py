"""What helps people to find: words for the same thing, places on the map, and what was looked for."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel

from portal.local_offer.places import Place, UnknownPostcode, place_of, tidy


class SynonymGroup(models.Model):
    """Words that mean the same to families and to services. Editors keep them."""

    words = ArrayField(
        models.CharField(max_length=60), help_text="With commas: speech and language, SALT, SLT"
    )

    panels = [FieldPanel("words")]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(words__len__gte=2), name="synonym_group_has_two_words"),
        ]

    def __str__(self):
        return ", ".join(self.words)


class PostcodeQuerySet(models.QuerySet):
    def place(self, entered: str) -> Place:
        """Where a postcode is: to the door where it is in the directory, else the middle of its outcode's area.

        Raises UnknownPostcode.
        """
        outcode, inward = tidy(entered)
        found = self.filter(code=f"{outcode} {inward}").first() if inward else None
        return Place(found.code, found.latitude, found.longitude) if found else place_of(entered)

    def place_if_known(self, entered: str) -> Place | None:
        """As `place`; None for what is empty or not known."""
        try:
            return self.place(entered)
        except UnknownPostcode:
            return None


class Postcode(models.Model):
    """A whole postcode, where the council has imported the ONS directory."""

    code = models.CharField(max_length=8, primary_key=True)  # with its one space: KT1 1EU
    latitude = models.FloatField()
    longitude = models.FloatField()

    objects = PostcodeQuerySet.as_manager()


class SearchTerm(models.Model):
    """How often a term was looked for on a day, and how often it found nothing. Terms only: never who asked."""

    day = models.DateField()
    term = models.CharField(max_length=80)
    searches = models.PositiveIntegerField(default=0)
    found_nothing = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "term"], name="search_term_once_a_day"),
            models.CheckConstraint(
                condition=Q(found_nothing__lte=models.F("searches")), name="search_term_counts_fit"
            ),
        ]
