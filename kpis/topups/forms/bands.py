"""Tables of bands: a new one, and which one to try."""

from django import forms

from kpis.savings.forms.fields import missing
from kpis.topups.actions import BandLine
from kpis.topups.forms.fields import DayField, Pounds, ProvenanceForm
from kpis.topups.models import BandTable

ROWS = 8


class BandTableForm(ProvenanceForm):
    name = forms.CharField(
        help_text="For example: Bands agreed with special schools, draft 2.",
        max_length=120,
        error_messages=missing("Give the table a name."),
    )
    starts_on = DayField(label="In force from", help_text="Empty while it is only proposed.", required=False)
    field_order = ("name", "starts_on")


class BandRowForm(forms.Form):
    code = forms.CharField(label="Band", max_length=20, required=False)
    words = forms.CharField(label="What it is for", max_length=200, required=False)
    annual_gbp = Pounds(label="Full year, in pounds", required=False)

    def clean(self):
        data = super().clean()
        if data.get("code") and data.get("annual_gbp") is None and "annual_gbp" not in self.errors:
            self.add_error("annual_gbp", "Enter what the band is worth.")
        if not data.get("code") and (data.get("words") or data.get("annual_gbp") is not None):
            self.add_error("code", "Enter the band.")
        return data


class BandRows(forms.BaseFormSet):
    @property
    def bands(self) -> list[BandLine]:
        """The rows that are filled, in order."""
        filled = [form.cleaned_data for form in self.forms if form.cleaned_data.get("code")]
        return [BandLine(row["code"], row["annual_gbp"], row["words"]) for row in filled]


BandFormSet = forms.formset_factory(BandRowForm, formset=BandRows, extra=ROWS, max_num=40)


class ChooseTable(forms.Form):
    """Read from the address."""

    table = forms.ModelChoiceField(
        BandTable.objects.none(),
        label="Table of bands",
        empty_label=None,
        error_messages={"invalid_choice": "This table is not there.", "required": "Choose a table."},
    )

    def __init__(self, *args, tables, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["table"].queryset = tables
