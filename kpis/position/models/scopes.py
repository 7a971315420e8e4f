"""What is in an amount, under a name that statements share."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.domain.block import Inclusion, ScopePart

USER = settings.AUTH_USER_MODEL
INCLUSIONS = [(inclusion.value, inclusion.words.capitalize()) for inclusion in Inclusion]


def inclusion_field(part: ScopePart):
    return models.CharField(part.words, max_length=10, choices=INCLUSIONS, default=Inclusion.NOT_STATED.value)


class FundingScope(models.Model):
    """What an amount counts. Never edited: what counts something else is another scope with another name."""

    name = models.CharField(max_length=120, unique=True)
    words = models.TextField("what is in it")
    academy_places = inclusion_field(ScopePart.ACADEMY_PLACES)
    colleges = inclusion_field(ScopePart.COLLEGES)
    independent_mainstream = inclusion_field(ScopePart.INDEPENDENT_MAINSTREAM)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="funding_scope_says_what_is_in_it"),
            models.CheckConstraint(
                condition=Q(
                    academy_places__in=[i.value for i in Inclusion],
                    colleges__in=[i.value for i in Inclusion],
                    independent_mainstream__in=[i.value for i in Inclusion],
                ),
                name="funding_scope_inclusions_are_known",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def inclusions(self) -> dict[ScopePart, Inclusion]:
        return {part: Inclusion(getattr(self, part.value)) for part in ScopePart}
