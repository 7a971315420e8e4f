"""Which part of the register to show."""

from django import forms

from kpis.domain.periods import year_name
from kpis.domain.savings import SavingType, Stage
from kpis.savings.queries import OPEN

ALL_TYPES = [("", "All types"), *((t.value, t.words) for t in SavingType)]
ALL_STAGES = [("", "All stages"), *((s.value, s.words) for s in Stage)]


class RegisterFilter(forms.Form):
    """Read from the address. What is not among the choices is left out, as an old bookmark may hold it."""

    year = forms.TypedChoiceField(coerce=int, required=False, widget=forms.HiddenInput)
    meeting = forms.CharField(required=False, widget=forms.HiddenInput)
    workstream = forms.ChoiceField(required=False)
    type = forms.ChoiceField(label="Type of saving", choices=ALL_TYPES, required=False)
    stage = forms.ChoiceField(choices=ALL_STAGES, required=False)
    show = forms.ChoiceField(label="What is open", choices=[("", "All initiatives"), *OPEN], required=False)

    def __init__(self, data, *, years: list[int], usual_year: int, workstreams):
        super().__init__({"year": usual_year, **data.dict()})
        self.usual_year = usual_year
        self.fields["year"].choices = [(year, year_name(year)) for year in sorted({*years, usual_year})]
        self.fields["workstream"].choices = [
            ("", "All workstreams"),
            *((workstream.slug, workstream.name) for workstream in workstreams),
        ]

    @property
    def chosen(self) -> dict:
        """The chosen year and filters, as `queries.register` takes them."""
        self.full_clean()
        data = self.cleaned_data
        return {
            "year": data.get("year") or self.usual_year,
            "workstream": data.get("workstream", ""),
            "saving_type": data.get("type", ""),
            "stage": data.get("stage", ""),
            "show": data.get("show", ""),
        }

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "year")
