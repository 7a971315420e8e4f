"""Inputs of the position: signed money, per cent, whole years, as people write them."""

from decimal import Decimal

from django import forms

from kpis.domain.periods import year_name
from kpis.figures.forms.fields import NumberField
from kpis.position.models import MOST_GBP

REASON = {
    "label": "Why does it change?",
    "help_text": "Everybody who reads the history sees this. The earlier record stays.",
    "max_length": 400,
    "error_messages": {"required": "Say why it changes."},
    "widget": forms.Textarea(attrs={"rows": 2}),
}
FIRST_YEAR, LAST_YEAR = 2010, 2040
YEARS = [("", "Choose a year"), *((year, year_name(year)) for year in range(FIRST_YEAR, LAST_YEAR + 1))]


def missing(words: str) -> dict[str, str]:
    """What a field says when it was left empty."""
    return {"required": words}


class DecimalsField(NumberField):
    """A Decimal with at most `places` decimals, from -`most` to `most`; None where it is empty."""

    def __init__(self, *, places: int, most, too_large: str, **kwargs):
        self.places, self.most, self.too_large = places, most, too_large
        super().__init__(**kwargs)

    def clean(self, value):
        number = super().clean(value)
        if number is None:
            return None
        if abs(number) > self.most:
            raise forms.ValidationError(self.too_large)
        if number != round(number, self.places):
            raise forms.ValidationError(f"Write at most {self.places} decimals.")
        return number


class PoundsField(DecimalsField):
    """Pounds and pence; a minus where the field's hint says so."""

    def __init__(self, *, may_be_negative: bool = True, **kwargs):
        self.may_be_negative = may_be_negative
        super().__init__(places=2, most=MOST_GBP, too_large="This is too large to be right.", **kwargs)

    def clean(self, value):
        number = super().clean(value)
        if number is not None and number < 0 and not self.may_be_negative:
            raise forms.ValidationError("Write a positive amount.")
        return number


class PerCentField(DecimalsField):
    """Percentage points: 10.3 for 10.3%."""

    def __init__(self, **kwargs):
        super().__init__(places=2, most=100, too_large="Write from -100 to 100.", **kwargs)


class YearField(forms.TypedChoiceField):
    """A financial year by the calendar year it begins in."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Financial year")
        kwargs.setdefault("error_messages", missing("Choose the financial year."))
        super().__init__(choices=YEARS, coerce=int, empty_value=None, **kwargs)


def day_field(**kwargs) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)


def as_written(value):
    """A stored value as it stands in a field: 1250.50 as 1,250.5, 9000.00 as 9,000; what is no number as it is."""
    if value is None:
        return ""
    if not isinstance(value, Decimal):
        return value
    return f"{value:,f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:,f}"
