"""Forms of the data officer: each saves a further version, with a reason."""

from django import forms

from kpis.figures.actions.definitions import BaselineTerms
from kpis.figures.forms.fields import NumberField, read_period
from kpis.figures.models import Kpi, KpiDefinition

REASON = {
    "label": "Why does it change?",
    "help_text": "Everybody who reads the history sees this.",
    "max_length": 400,
    "widget": forms.Textarea(attrs={"rows": 2}),
}


class DefinitionForm(forms.ModelForm):
    counter_measures = forms.MultipleChoiceField(
        label="Counter-measures",
        help_text="Shown beside this KPI, so that families do not pay for a better number.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(**REASON)

    class Meta:
        model = KpiDefinition
        fields = [
            "name",
            "meaning",
            "why_it_matters",
            "nature",
            "polarity",
            "range_low",
            "range_high",
            "numerator",
            "denominator",
            "is_share",
            "unit",
            "decimals",
            "frequency",
            "accumulation",
            "collected_from",
            "due_days",
            "tolerance",
            "tolerance_is_per_cent",
            "trajectory_is_stepped",
            "spc_conflict",
            "spc_screens",
            "spc_shift",
            "spc_trend",
            "spc_baseline_points",
            "source",
            "collection_note",
            "owner",
            "data_quality",
            "data_quality_reason",
            "counter_measures",
            "shown_to_board",
            "is_public",
            "next_review_on",
        ]
        widgets = {
            "meaning": forms.Textarea(attrs={"rows": 3}),
            "why_it_matters": forms.Textarea(attrs={"rows": 3}),
            "collection_note": forms.Textarea(attrs={"rows": 3}),
            "collected_from": forms.DateInput(attrs={"type": "date"}),
            "next_review_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args, kpi: Kpi, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["counter_measures"].choices = others
        if not kpi.definitions.exists():
            del self.fields["reason"]

    def _get_validation_exclusions(self):
        """Version, reason and people are set by the action, which checks them; here only what was typed."""
        return super()._get_validation_exclusions() | {"version", "reason"}

    @property
    def definition_fields(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class BaselineForm(forms.Form):
    period = forms.CharField(
        label="Period", help_text="For example 2018, Jan 2019 or 2018/19.", max_length=40
    )
    value = NumberField(label="Value", required=False)
    numerator = NumberField(required=False)
    denominator = NumberField(required=False)
    is_forecast = forms.BooleanField(label="The value is a forecast", required=False)
    method = forms.CharField(label="How it was arrived at", max_length=300)
    source = forms.CharField(label="Source", max_length=200)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, definition: KpiDefinition, is_first: bool, terms=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.definition, self.terms = definition, terms
        self.fields["numerator"].label = definition.numerator.capitalize()
        self.fields["denominator"].label = definition.denominator.capitalize()
        if not definition.is_ratio_of_counts:
            del self.fields["numerator"], self.fields["denominator"]
        if is_first:
            del self.fields["reason"]

    def clean_period(self):
        return read_period(self.cleaned_data["period"], self.definition.frequency, terms=self.terms)

    @property
    def baseline_terms(self) -> BaselineTerms:
        data = {k: v for k, v in self.cleaned_data.items() if k != "reason"}
        return BaselineTerms(**data)


class TargetForm(forms.Form):
    """Up to four dated values; empty rows are left out."""

    ROWS = range(1, 5)

    def __init__(self, *args, is_first: bool, **kwargs):
        super().__init__(*args, **kwargs)
        for row in self.ROWS:
            self.fields[f"on_{row}"] = forms.DateField(
                label=f"Day {row}", required=row == 1, widget=forms.DateInput(attrs={"type": "date"})
            )
            self.fields[f"value_{row}"] = NumberField(label=f"Value by day {row}", required=row == 1)
        self.fields["note"] = forms.CharField(
            label="Note", help_text="For example who agreed it.", max_length=200, required=False
        )
        if not is_first:
            self.fields["reason"] = forms.CharField(**REASON)

    def clean(self):
        data = super().clean()
        for row in self.ROWS:
            on, value = data.get(f"on_{row}"), data.get(f"value_{row}")
            if (on is None) != (value is None) and not self.errors.keys() & {f"on_{row}", f"value_{row}"}:
                self.add_error(
                    f"value_{row}" if value is None else f"on_{row}", "Give both the day and the value."
                )
        return data

    @property
    def points(self) -> list[tuple]:
        rows = [(self.cleaned_data.get(f"on_{r}"), self.cleaned_data.get(f"value_{r}")) for r in self.ROWS]
        return [(on, value) for on, value in rows if on is not None]
