"""What was saved: a report of a month with its evidence, and the correction of one."""

from datetime import date

from django import forms

from kpis.savings.forms.fields import REASON, MoneyField, amount_as_typed, missing
from kpis.savings.models import DeliveredAmount

AMOUNT = {
    "label": "Saved in that month, in pounds",
    "help_text": "0 if nothing was saved.",
    "error_messages": missing("Enter what was saved, 0 if nothing."),
}
EVIDENCE = {
    "label": "Evidence",
    "help_text": (
        "What shows that the money was saved: which ledger line, invoices, placements or contract, and who checked."
    ),
    "max_length": 4000,
    "widget": forms.Textarea(attrs={"rows": 4}),
    "error_messages": missing("Say what shows that the money was saved."),
}


class DeliveryForm(forms.Form):
    month = forms.TypedChoiceField(
        coerce=date.fromisoformat, help_text="A month that has a report is corrected instead."
    )
    amount = MoneyField(**AMOUNT)
    evidence = forms.CharField(**EVIDENCE)

    def __init__(self, *args, months: list[date], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [(month.isoformat(), f"{month:%B %Y}") for month in months]


class CorrectionForm(forms.Form):
    amount = MoneyField(**AMOUNT)
    evidence = forms.CharField(**EVIDENCE)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, delivered: DeliveredAmount, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].initial = amount_as_typed(delivered.amount_gbp)
        self.fields["evidence"].initial = delivered.evidence
