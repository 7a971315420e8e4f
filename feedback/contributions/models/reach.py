"""Whom we hear from, in bands, and who will ask those we have not heard from yet."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q


class Dimension(models.TextChoices):
    PARTNER_TYPE = "partner_type", "Who they are"
    NEIGHBOURHOOD = "neighbourhood", "Where they live"
    AGE_BAND = "age_band", "Age of the child or young person"
    NEED = "need", "Main need"


class ReachTally(models.Model):
    """How many contributions of a quarter told a band, kept when the bands themselves are deleted.

    One band at a time: which bands came together is not kept. What still has its bands is counted from them.
    """

    quarter_from = models.DateField()
    dimension = models.CharField(max_length=20, choices=Dimension)
    band = models.CharField(max_length=80)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["quarter_from", "dimension", "band"], name="reach_tally_one_a_band_and_quarter"
            ),
            models.CheckConstraint(
                condition=Q(dimension__in=Dimension.values), name="reach_tally_dimension_is_known"
            ),
        ]


class ReachCount(models.Model):
    """How many contributions of a quarter came from a band, as counted when the quarter was published first.

    Raw: for the editions that show this quarter, and read by no page. It is never changed, so that what is withdrawn
    or comes late afterwards does not show as a change from one edition to the next.
    """

    quarter_from = models.DateField()
    dimension = models.CharField(max_length=20, choices=Dimension)
    band = models.CharField(max_length=80)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["quarter_from", "dimension", "band"], name="reach_count_one_a_band_and_quarter"
            ),
            models.CheckConstraint(
                condition=Q(dimension__in=Dimension.values), name="reach_count_dimension_is_known"
            ),
        ]


class ReachPlan(models.Model):
    """Who will ask those we have not heard from, and by when. The latest plan of a band counts."""

    dimension = models.CharField(max_length=20, choices=Dimension)
    band = models.CharField(max_length=80)
    who = models.CharField(max_length=120)
    by_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(who=""), name="reach_plan_names_who"),
            models.CheckConstraint(
                condition=Q(dimension__in=Dimension.values), name="reach_plan_dimension_is_known"
            ),
        ]


class ReachEditionQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(released__isnull=False)


class ReachEdition(models.Model):
    """Whom we heard from in four whole quarters, as one audience may read it. Never changed.

    `released` holds a table for each dimension after small counts were hidden, and nothing else; null where the
    edition is held back, with the reason for those who look after it.
    """

    class Audience(models.TextChoices):
        PARTNERS = "partners", "Those who sign in"
        PUBLIC = "public", "Everybody"

    audience = models.CharField(max_length=10, choices=Audience)
    until = models.DateField()  # the day after the last of the four quarters
    published_at = models.DateTimeField()
    released = models.JSONField(null=True)
    held_back_because = models.CharField(max_length=500, blank=True)

    objects = ReachEditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audience", "until"], name="reach_edition_once_an_audience"),
            models.CheckConstraint(
                condition=Q(audience__in=["partners", "public"]), name="reach_edition_audience_is_known"
            ),
            models.CheckConstraint(
                condition=Q(released__isnull=False, held_back_because="")
                | Q(released__isnull=True) & ~Q(held_back_because=""),
                name="reach_edition_releases_or_says_why_not",
            ),
        ]

    @property
    def last_day(self):
        return self.until - timedelta(days=1)
