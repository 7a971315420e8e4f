"""Forms of chart marks."""

from django import forms

from kpis.domain.periods import Period
from kpis.figures.models import ChartMark, Kpi, MarkKind


class MarkForm(forms.Form):
    """What to mark, where, and why; the periods on offer are those of the chart."""

    kind = forms.ChoiceField(
        label="What should be marked?",
        choices=MarkKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should be marked."},
    )
    period = forms.ChoiceField(label="At which period?")
    why = forms.CharField(
        label="Why?",
        help_text="Everybody who reads the chart sees this. For a note, write the note.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why; for a note, write the note."},
    )

    def __init__(self, *args, periods: list[Period], **kwargs):
        super().__init__(*args, **kwargs)
        self.periods = {period.start.isoformat(): period for period in periods}
        self.fields["period"].choices = [(key, period.label) for key, period in self.periods.items()]

    def clean_period(self) -> Period:
        return self.periods[self.cleaned_data["period"]]

    def mark(self, kpi: Kpi, by, at) -> ChartMark:
        """The mark as it would be, unsaved: to show what it does."""
        period = self.cleaned_data["period"]
        return ChartMark(
            kpi=kpi,
            kind=self.cleaned_data["kind"],
            why=self.cleaned_data["why"],
            period_kind=period.kind,
            period_start=period.start,
            period_end=period.end,
            proposed_by=by,
            proposed_at=at,
        )


class BecauseForm(forms.Form):
    because = forms.CharField(
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why: the mark's history keeps it."},
    )

    def __init__(self, *args, label: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["because"].label = label
