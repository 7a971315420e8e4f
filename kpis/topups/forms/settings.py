"""A school or another place that top-ups are paid to."""

from django import forms

from kpis.savings.forms.fields import missing
from kpis.topups.models.settings import CATEGORIES


class SettingForm(forms.Form):
    name = forms.CharField(max_length=120, error_messages=missing("Enter the name of the school."))
    category = forms.ChoiceField(label="Placement category", choices=CATEGORIES)
    note = forms.CharField(help_text="For example: illustrative.", max_length=200, required=False)
