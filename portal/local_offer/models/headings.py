"""What law and guidance say a Local Offer covers: lists that an editor checks before they are used."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.workstreams.models import both_or_neither


class Duty(models.TextChoices):
    MUST = "must", "Must be covered"
    SHOULD = "should", "Should be covered"


class HeadingListQuerySet(models.QuerySet):
    def in_use(self):
        """The list that coverage is measured against: the latest that somebody has checked, or none."""
        return self.filter(checked_at__isnull=False).order_by("-checked_at", "-id").first()

    def newest(self):
        """The list that was written last, checked or not."""
        return self.order_by("-as_of", "-id").first()

    def headings_to_tick(self) -> list["Heading"]:
        """What editors may name on a page: the list in use, or the newest while nobody has checked one."""
        chosen = self.in_use() or self.newest()
        return list(chosen.headings.order_by("position", "id")) if chosen else []


class HeadingList(models.Model):
    """One version of the duties. A change of the law is a new list, and the old one stays."""

    name = models.CharField(max_length=200, unique=True)
    as_of = models.DateField()
    sources = models.TextField()
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True)

    objects = HeadingListQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("checked_by", "checked_at"),
                name="heading_list_checked_by_and_at_together",
            ),
        ]

    def __str__(self):
        return self.name


class Heading(models.Model):
    """One subject, under a code that stays the same from list to list: pages name the code."""

    heading_list = models.ForeignKey(HeadingList, on_delete=models.CASCADE, related_name="headings")
    code = models.SlugField(max_length=40)
    group = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=200)
    duty = models.CharField(max_length=6, choices=Duty)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["heading_list", "code"], name="heading_once_a_list"),
            models.CheckConstraint(condition=Q(duty__in=Duty.values), name="heading_duty_is_known"),
        ]

    def __str__(self):
        return self.title
