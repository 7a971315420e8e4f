"""Initiatives that save the same money: the base they share, in versions, and their order in it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kpis.domain.block import Basis, PriceBase
from kpis.domain.savings import MOST_GBP
from kpis.savings.models.initiatives import Initiative, until
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL
BASES = [(basis.value, basis.words.capitalize()) for basis in Basis]
PRICES = [(price.value, price.words.capitalize()) for price in PriceBase]


class DoubleCountGroup(models.Model):
    """Initiatives on the same children or the same cost line. They never count more than its base together."""

    name = models.CharField(max_length=120, unique=True)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="double_count_group_has_a_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("savings:group", args=[self.pk])


class DoubleCountBaseQuerySet(models.QuerySet):
    def known_at(self, moment):
        """The version that counted for each group at this moment; None is now."""
        known = self.filter(until("recorded_at", moment))
        return known.order_by("group_id", "-version").distinct("group_id")


class DoubleCountBase(models.Model):
    """One version of what a group shares: in words, and the money by month; it holds all months."""

    group = models.ForeignKey(DoubleCountGroup, on_delete=models.PROTECT, related_name="bases")
    version = models.PositiveSmallIntegerField()
    what_is_shared = models.TextField("what is shared")
    basis = models.CharField("basis of the amounts", max_length=12, choices=BASES)
    price_base = models.CharField("in the prices of", max_length=4, choices=PRICES)
    funding_scope = models.CharField("what money it is about", max_length=200)
    source = models.CharField("where it is written down", max_length=300)
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = DoubleCountBaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "version"], name="double_count_base_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="double_count_base_change_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(basis__in=[basis.value for basis in Basis]),
                name="double_count_base_basis_is_known",
            ),
            models.CheckConstraint(
                condition=Q(price_base__in=[price.value for price in PriceBase]),
                name="double_count_base_prices_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(what_is_shared="") & ~Q(source="") & ~Q(funding_scope=""),
                name="double_count_base_says_what_and_where_from",
            ),
        ]


class DoubleCountBaseAmount(models.Model):
    """The base of one month. A month without a row has no base stated: nothing is known to overlap in it."""

    base = models.ForeignKey(DoubleCountBase, on_delete=models.CASCADE, related_name="amounts")
    month = models.DateField()
    amount_gbp = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["base", "month"], name="double_count_amount_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="double_count_amount_on_the_first"),
            models.CheckConstraint(
                condition=Q(amount_gbp__gte=0, amount_gbp__lte=MOST_GBP),
                name="double_count_amount_in_bounds",
            ),
        ]


class DoubleCountMemberQuerySet(models.QuerySet):
    def known_at(self, moment):
        """Who was in a group at this moment, and at which position; None is now."""
        if moment is None:
            return self.filter(ended_at__isnull=True)
        return self.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=moment), added_at__lte=moment)


class DoubleCountMember(models.Model):
    """An initiative at a position of a group, from a moment until it is ended. A move is a further row.

    In the order of position each counts what those before it have left of the base.
    """

    group = models.ForeignKey(DoubleCountGroup, on_delete=models.PROTECT, related_name="members")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="double_counting")
    position = models.PositiveSmallIntegerField()
    reason = models.CharField("reason it is at this place", max_length=400)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField("reason it left this place", max_length=400, blank=True)

    objects = DoubleCountMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "position"],
                condition=Q(ended_at__isnull=True),
                name="double_count_position_once_in_a_group",
            ),
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(ended_at__isnull=True),
                name="double_count_one_group_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=999), name="double_count_position_in_bounds"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="double_count_member_has_reason"),
            models.CheckConstraint(
                condition=both_or_neither("ended_by", "ended_at"),
                name="double_count_member_ended_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, end_reason="")
                | (Q(ended_at__gte=F("added_at")) & ~Q(end_reason="")),
                name="double_count_member_ends_after_it_began_with_reason",
            ),
        ]
