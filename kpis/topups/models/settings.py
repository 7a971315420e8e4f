"""Schools, colleges and other places that top-ups are paid to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from kpis.domain.block import PlacementCategory

USER = settings.AUTH_USER_MODEL
CATEGORIES = [(category.value, category.value) for category in PlacementCategory]


class SettingQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("name", "id")


class Setting(models.Model):
    """Its sector belongs to each top-up, because a school may become an academy within a year."""

    name = models.CharField(max_length=120)
    category = models.CharField("placement category", max_length=60, choices=CATEGORIES)
    note = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = SettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="setting_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="setting_has_a_name"),
            models.CheckConstraint(
                condition=Q(category__in=[c.value for c in PlacementCategory]),
                name="setting_category_is_known",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def pays_first_slice(self) -> bool:
        """Whether it has a notional SEN budget: mainstream schools, for pupils outside resourced provision."""
        return self.category == PlacementCategory.MAINSTREAM
