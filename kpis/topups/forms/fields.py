"""Inputs that the forms of top-ups share: where an amount is from, years, codes, numbers of pupils."""

from django import forms

from kpis.domain.periods import PeriodError, PeriodKind, parse
from kpis.domain.topups import NotAReference, checked_reference
from kpis.savings.forms.fields import MoneyField, missing
from kpis.topups.models.recorded import BASES, MOST_GBP, PRICE_BASES

NO_NAMES = "Never a child's name."
PROVENANCE = ("basis", "price_base", "funding_scope", "source", "note")


class Pounds(MoneyField):
    """Pounds and pence up to what a top-up's table can hold."""

    def clean(self, value):
        amount = super().clean(value)
        if amount is not None and amount > MOST_GBP:
            raise forms.ValidationError(f"This is more than £{MOST_GBP:,}.")
        return amount


class DayField(forms.DateField):
    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, error_messages={"invalid": "Enter a day."}, **kwargs)


class YearField(forms.CharField):
    """A financial year written as 2019/20; the calendar year it begins in."""

    def __init__(self, **kwargs):
        super().__init__(max_length=20, help_text="For example 2019/20.", **kwargs)

    def clean(self, value):
        text = super().clean(value)
        try:
            year = parse(text, PeriodKind.FINANCIAL_YEAR).start.year
        except PeriodError as problem:
            raise forms.ValidationError(str(problem)) from problem
        if not 2000 <= year <= 2100:
            raise forms.ValidationError("Enter a financial year from 2000/01 to 2100/01.")
        return year


class ReferenceField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(max_length=20, **kwargs)

    def clean(self, value):
        text = super().clean(value).upper()
        try:
            return checked_reference(text)
        except NotAReference as problem:
            raise forms.ValidationError(str(problem)) from problem


class ProvenanceForm(forms.Form):
    """What has to stand beside every amount."""

    basis = forms.ChoiceField(choices=BASES, help_text="Agreed, expected or spent.")
    price_base = forms.ChoiceField(label="Prices", choices=PRICE_BASES)
    funding_scope = forms.CharField(
        label="What money it is",
        help_text="For example: High Needs Block, top-ups to mainstream schools.",
        max_length=200,
        error_messages=missing("Say what money it is."),
    )
    source = forms.CharField(
        label="Where it is written down",
        help_text="The ledger, extract or paper, with its date.",
        max_length=300,
        error_messages=missing("Say where it is written down."),
    )
    note = forms.CharField(help_text=f"For example: illustrative. {NO_NAMES}", max_length=300, required=False)

    @property
    def terms(self) -> dict:
        """What was typed, as the action takes it."""
        return dict(self.cleaned_data)


class PupilsForm(forms.Form):
    """How many more or fewer; read from the address."""

    more = forms.IntegerField(
        label="How many more pupils?",
        help_text="Below nought for fewer.",
        min_value=-500,
        max_value=500,
        required=False,
    )
