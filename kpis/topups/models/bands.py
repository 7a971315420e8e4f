"""Tables of bands: the one in force and those proposed. A table is never edited; a change is another table."""

from django.db import models
from django.db.models import Q

from kpis.topups.models.recorded import Recorded, in_bounds, money_field


class BandTableQuerySet(models.QuerySet):
    def known_at(self, moment):
        return self.filter(recorded_at__lte=moment)

    def in_order(self):
        return self.order_by("-recorded_at", "-id")


class BandTable(Recorded):
    """What each band is worth in a full year. Without `starts_on` it is proposed and nobody is paid by it."""

    name = models.CharField(max_length=120, unique=True)
    starts_on = models.DateField("in force from", null=True, blank=True)

    objects = BandTableQuerySet.as_manager()

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="bandtable_has_a_name"),
        ]

    def __str__(self):
        return self.name

    @property
    def values(self) -> dict[str, int]:
        """Pence a year by code. Reads the bands."""
        return {band.code: int(band.annual_gbp * 100) for band in self.bands.all()}


class Band(models.Model):
    table = models.ForeignKey(BandTable, on_delete=models.CASCADE, related_name="bands")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    words = models.CharField("what it is for", max_length=200, blank=True)
    annual_gbp = money_field("full year")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "code"], name="band_code_once"),
            models.UniqueConstraint(fields=["table", "position"], name="band_place_once"),
            models.CheckConstraint(condition=~Q(code=""), name="band_has_a_code"),
            models.CheckConstraint(condition=in_bounds("annual_gbp"), name="band_amount_in_bounds"),
        ]
