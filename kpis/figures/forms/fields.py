"""Inputs that read numbers and periods as people write them, and refuse what would be a guess."""

from django import forms

from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.periods import PeriodError, PeriodKind, parse
from kpis.figures.actions.entries import does_not_fit


class NumberField(forms.CharField):
    """A Decimal read from £1,234.50, 92.1%, (12) or −12; None where empty."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            number = parse_number(text)
        except NotANumber as problem:
            raise forms.ValidationError(str(problem)) from problem
        if problem := does_not_fit(number):
            raise forms.ValidationError(problem)
        return number


def read_period(text: str, kind: str, *, terms=()):
    """The period a person wrote, of the kind that is asked for; a form error where it is none."""
    try:
        return parse(text, PeriodKind(kind), terms=terms)
    except PeriodError as problem:
        raise forms.ValidationError(str(problem)) from problem
