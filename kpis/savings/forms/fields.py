"""Inputs of savings: money and months as people write them."""

from django import forms

from kpis.domain.savings import NotAnAmount, exact_amount
from kpis.figures.forms.fields import NumberField, read_period
from kpis.figures.models import Kpi

REASON = {
    "label": "Why does it change?",
    "help_text": "Everybody who reads the history sees this. The version before stays on record.",
    "max_length": 400,
    "error_messages": {"required": "Say why it changes."},
    "widget": forms.Textarea(attrs={"rows": 2}),
}


def missing(words: str) -> dict[str, str]:
    """What a field says when it was left empty."""
    return {"required": words}


class MoneyField(NumberField):
    """Pounds and pence, from nought to MOST_GBP, as a Decimal; None where it is empty."""

    def clean(self, value):
        number = super().clean(value)
        if number is None:
            return None
        try:
            return exact_amount(number)
        except NotAnAmount as problem:
            raise forms.ValidationError(str(problem)) from problem


class MonthField(forms.CharField):
    """The first day of a month written as September 2019, Sep 2019 or 2019-09."""

    def __init__(self, **kwargs):
        super().__init__(max_length=40, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        return read_period(text, "month").start if text else None


class KpisField(forms.CharField):
    """KPIs by their codes, with commas or spaces between: a list, empty where none is named."""

    def __init__(self, **kwargs):
        super().__init__(max_length=400, **kwargs)

    def clean(self, value):
        codes = super().clean(value).upper().replace(",", " ").split()
        found = {kpi.code: kpi for kpi in Kpi.objects.filter(code__in=codes)}
        if unknown := [code for code in codes if code not in found]:
            raise forms.ValidationError(f"There is no KPI with the code {unknown[0]}.")
        return list(found.values())


def amount_as_typed(amount) -> str:
    """A stored amount as it stands in a field: 1250.5 as 1,250.50, 9000 as 9,000, none as empty."""
    if amount is None:
        return ""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
