"""School terms, which differ from council to council and so are data."""

from django.db import models
from django.db.models import F, Q

from kpis.domain.periods import Term


class SchoolTerm(models.Model):
    name = models.CharField(
        max_length=10, choices=[("Autumn", "Autumn"), ("Spring", "Spring"), ("Summer", "Summer")]
    )
    academic_year_start = models.PositiveSmallIntegerField("year in which the academic year starts")
    start_on = models.DateField()
    end_on = models.DateField("first day after the term")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "academic_year_start"], name="school_term_once_a_year"),
            models.CheckConstraint(condition=Q(start_on__lt=F("end_on")), name="school_term_not_empty"),
        ]

    def as_term(self) -> Term:
        return Term(self.name, self.academic_year_start, self.start_on, self.end_on)
