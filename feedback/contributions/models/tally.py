"""How often one network address has done something on one day, without keeping the address."""

from django.db import models


class AddressTally(models.Model):
    """A count under an HMAC of address and day. Rows of earlier days are deleted."""

    class Purpose(models.TextChoices):
        GIVE = "give", "Gave a contribution"
        WRONG_CODE = "wrong_code", "Entered a code that is none"

    day = models.DateField()
    purpose = models.CharField(max_length=10, choices=Purpose)
    address_hmac = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "purpose", "address_hmac"], name="address_tally_one_a_day"
            ),
        ]
