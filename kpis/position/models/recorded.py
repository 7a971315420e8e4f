"""What every record of the position has: its source, from when it was known, who recorded it, what it corrects."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

USER = settings.AUTH_USER_MODEL
MOST_GBP = Decimal(100_000_000_000)  # more than England's whole grant; a slip of the keyboard is above it


def money_field(name: str, **options):
    """Pounds and pence, signed."""
    return models.DecimalField(name, max_digits=14, decimal_places=2, **options)


def financial_year_field():
    """2019 is 2019/20."""
    return models.PositiveSmallIntegerField("financial year, by the calendar year it begins in")


def is_financial_year() -> Q:
    return Q(financial_year__gte=2000, financial_year__lte=2100)


def in_bounds(*names: str) -> Q:
    """Each of these amounts is null or from -MOST_GBP to MOST_GBP."""
    return Q(
        *(
            Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": -MOST_GBP, f"{name}__lte": MOST_GBP})
            for name in names
        )
    )


class RecordedQuerySet(models.QuerySet):
    def known_at(self, moment):
        """What counted at this moment: known by then, and not superseded by anything known by then."""
        later = self.model.objects.filter(supersedes=OuterRef("pk"), known_from__lte=moment)
        return self.filter(~Exists(later), known_from__lte=moment)

    def latest_first(self):
        return self.order_by("-known_from", "-id")


class Recorded(models.Model):
    """One record that is never edited: a correction is a further row that supersedes it and says why.

    `known_from` is the moment from which pages use it: that of publication for a figure that somebody
    published, that of recording for one of ours.
    """

    source = models.CharField("where it is written down", max_length=300)
    note = models.CharField(max_length=400, blank=True)
    known_from = models.DateTimeField()
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )
    reason = models.CharField("reason for the correction", max_length=400, blank=True)

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="%(class)s_has_a_source"),
            models.CheckConstraint(
                condition=Q(known_from__lte=F("recorded_at")), name="%(class)s_known_when_recorded"
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, reason="")
                | (Q(supersedes__isnull=False) & ~Q(reason="")),
                name="%(class)s_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="%(class)s_never_corrects_itself",
            ),
        ]
