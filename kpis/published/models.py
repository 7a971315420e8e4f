"""Values that somebody else published: as printed, as read, from when they were known."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.domain.symbols import Symbol
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL
SYMBOLS = [(str(symbol), symbol.words) for symbol in Symbol]


class Area(models.Model):
    """A place that figures are published for: an authority, a region, a set of neighbours, England."""

    name = models.CharField(max_length=100, unique=True)
    code = models.CharField("ONS code", max_length=9, blank=True)
    position = models.PositiveSmallIntegerField("place in lists", default=0)
    is_ours = models.BooleanField("the partnership's own area", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_ours"], condition=Q(is_ours=True), name="area_one_is_ours"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="area_code_once"),
        ]

    def __str__(self):
        return self.name


class Topic(models.Model):
    """What published values are about: a heading, and a sentence on what it shows.

    Those for the Board stand on its page as tables; the others are read by the pages that need them.
    """

    name = models.CharField(max_length=120, unique=True)
    position = models.PositiveSmallIntegerField(default=0)
    words = models.TextField(blank=True)
    is_for_board = models.BooleanField("shown on the Board's page", default=True)

    def __str__(self):
        return self.name


class PublishedValueQuerySet(models.QuerySet):
    def doubtful(self):
        """Values whose print could not be read as it stands, and that nobody has confirmed yet."""
        return self.exclude(doubt="").filter(confirmed_at__isnull=True)

    def usable(self):
        return self.filter(Q(doubt="") | Q(confirmed_at__isnull=False))

    def known_at(self, moment):
        """Of each measure, area and period, the vintage that was the latest one known at this moment."""
        return (
            self.usable()
            .filter(known_from__lte=moment)
            .order_by("measure", "area_id", "period_words", "basis", "-known_from", "-id")
            .distinct("measure", "area_id", "period_words", "basis")
        )


class PublishedValue(models.Model):
    """One value of a publication. A revised publication is a further row with a later `known_from`.

    `as_printed` is the text of the source. Where that text is no number as it stands, `doubt` says
    why and what it may mean, and the value counts only once somebody has confirmed it with a note.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="values")
    measure = models.CharField(max_length=200)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    period_words = models.CharField("period", max_length=60)
    sort_key = models.CharField("order within the measure", max_length=20, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    symbol = models.CharField(max_length=4, choices=SYMBOLS, blank=True)
    as_printed = models.CharField(max_length=60)
    unit = models.CharField(max_length=20)
    decimals = models.PositiveSmallIntegerField(default=0)
    basis = models.CharField(max_length=60)
    coverage = models.CharField("what is in it", max_length=200, blank=True)
    source = models.CharField(max_length=200)
    place = models.CharField("place in the source's file", max_length=120, blank=True)
    known_from = models.DateTimeField()
    headline = models.CharField(
        "words after the number where it opens the Board's page", max_length=200, blank=True
    )
    headline_position = models.PositiveSmallIntegerField(null=True, blank=True)
    loaded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField()
    doubt = models.CharField("why it cannot be read as printed", max_length=200, blank=True)
    confirmed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmation_note = models.CharField(max_length=400, blank=True)

    objects = PublishedValueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "area", "period_words", "basis", "known_from"],
                name="published_value_one_per_vintage",
            ),
            models.CheckConstraint(
                condition=both_or_neither("confirmed_by", "confirmed_at"),
                name="published_confirmed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | (~Q(confirmation_note="") & ~Q(doubt="")),
                name="published_confirmed_with_note",
            ),
            models.CheckConstraint(
                condition=~Q(doubt="") | Q(value__isnull=False) | ~Q(symbol=""),
                name="published_read_or_doubted",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(value__isnull=False),
                name="published_confirmed_has_value",
            ),
        ]
