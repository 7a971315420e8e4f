"""What an author may tell about themselves: where an answer can reach them, and bands that name nobody.

Both are optional, stand apart from what was said, and are the first to go.
"""

from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import Contribution
from feedback.contributions.models.keyed import keyed_hash
from feedback.contributions.models.sealed import SealedTextField
from kpis.domain.block import AgeBand, PrimaryNeed

AGE_BANDS = [(str(band), band.value) for band in AgeBand]
NEEDS = [(str(need), need.value) for need in PrimaryNeed]


def address_hmac(address: str) -> str:
    """Under what an address is found again without opening every seal; capitals do not matter."""
    return keyed_hash("contact", address.strip().casefold())


class Contact(models.Model):
    """An e-mail address for the answer. Mail to it never holds what was said."""

    contribution = models.OneToOneField(Contribution, on_delete=models.CASCADE, primary_key=True)
    address = SealedTextField()
    address_hmac = models.CharField(max_length=64, db_index=True)

    @property
    def mail_address(self) -> str:
        """For the outbox: opened when a mail goes, never stored with it."""
        return self.address


class EarlierAddress(models.Model):
    """An address that its author changed or deleted before a safeguarding lead had released the contribution.

    For the leads alone, and gone with the release: whoever holds the receipt may not be who is at risk.
    """

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="earlier_addresses")
    address = SealedTextField()
    replaced_at = models.DateTimeField()


class Neighbourhood(models.Model):
    """A part of the area, large enough to name nobody."""

    name = models.CharField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self):
        return self.name


class AboutMe(models.Model):
    """Bands that the author chose to tell. They may be special-category data: optional, apart, first to go."""

    contribution = models.OneToOneField(Contribution, on_delete=models.CASCADE, primary_key=True)
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, null=True, related_name="+")
    age_band = models.CharField(max_length=20, choices=AGE_BANDS, blank=True)
    need = models.CharField(max_length=20, choices=NEEDS, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(neighbourhood__isnull=True, age_band="", need=""),
                name="about_me_says_something",
            ),
            models.CheckConstraint(
                condition=Q(age_band__in=["", *(key for key, _ in AGE_BANDS)]),
                name="about_me_age_band_is_known",
            ),
            models.CheckConstraint(
                condition=Q(need__in=["", *(key for key, _ in NEEDS)]), name="about_me_need_is_known"
            ),
        ]


class OutcomeAnswer(models.Model):
    """Did it make a difference? The author's answer, given with the receipt code; the latest counts."""

    class Difference(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "A little"
        NO = "no", "No"
        TOO_EARLY = "too_early", "It is too early to say"

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="outcome_answers")
    difference = models.CharField(max_length=10, choices=Difference)
    text = SealedTextField(null=True)
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(difference__in=["yes", "partly", "no", "too_early"]),
                name="outcome_answer_is_known",
            ),
        ]
