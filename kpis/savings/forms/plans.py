"""Planned and forecast savings: twelve months of a financial year on one form."""

from datetime import date
from decimal import Decimal

from django import forms

from kpis.domain import savings
from kpis.savings.forms.fields import REASON, MoneyField, amount_as_typed


class PlanForm(forms.Form):
    """An empty month has no saving. `replaces` is the version that was on screen, 0 before the first."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, year: int, version: int, amounts: dict[date, Decimal], **kwargs):
        super().__init__(*args, **kwargs)
        self.months = {f"month_{month:%Y_%m}": month for month in savings.months_of(year)}
        months = {name: self._field(month, amounts.get(month)) for name, month in self.months.items()}
        self.fields = months | self.fields
        self.fields["replaces"].initial = version
        if version == 0:
            del self.fields["reason"]

    @staticmethod
    def _field(month: date, amount: Decimal | None) -> MoneyField:
        return MoneyField(label=f"{month:%B %Y}", required=False, initial=amount_as_typed(amount))

    def clean(self):
        data = super().clean()
        if not self.errors and not self.amounts:
            raise forms.ValidationError("Enter an amount for at least one month.")
        return data

    @property
    def amounts(self) -> dict[date, Decimal]:
        """The months that have an amount."""
        typed = {month: self.cleaned_data.get(name) for name, month in self.months.items()}
        return {month: amount for month, amount in typed.items() if amount is not None}

    @property
    def month_fields(self):
        return [self[name] for name in self.months]
