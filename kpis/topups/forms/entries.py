"""Forms for what is recorded of one setting in a year. One form a kind; a correction adds its reason."""

from datetime import timedelta

from django import forms

from kpis.savings.forms.fields import REASON, amount_as_typed, missing
from kpis.topups.forms.fields import (
    NO_NAMES,
    PROVENANCE,
    DayField,
    Pounds,
    ProvenanceForm,
    ReferenceField,
    YearField,
)
from kpis.topups.models import CostSplit, FirstSliceShown, Incentive, IncentiveKind, PaidPlaces, Setting
from kpis.topups.models.entries import Entry


class EntryForm(ProvenanceForm):
    """The fields every kind has. A correction keeps the year and what names the entry."""

    model: type[Entry]
    title = ""
    words = ""
    back = ""  # the page its list stands on
    named_by: tuple[str, ...] = ("financial_year",)

    setting = forms.ModelChoiceField(
        Setting.objects.none(), empty_label="Choose a school", error_messages=missing("Choose a school.")
    )
    financial_year = YearField(label="Financial year")
    reason = forms.CharField(**REASON)

    def __init__(self, *args, corrects: Entry | None = None, **kwargs):
        super().__init__(*args, initial=self._initial(corrects), **kwargs)
        self.fields["setting"].queryset = Setting.objects.in_order()
        for name in self.named_by if corrects else ("reason",):
            del self.fields[name]
        own = [
            name for name in self.fields if name not in ("setting", "financial_year", *PROVENANCE, "reason")
        ]
        self.order_fields(["setting", "financial_year", *own, *PROVENANCE, "reason"])

    def _initial(self, corrects: Entry | None) -> dict:
        if corrects is None:
            return {}
        names = [name for name in self.base_fields if hasattr(corrects, name) and name != "reason"]
        values = {name: getattr(corrects, name) for name in names}
        return {n: amount_as_typed(v) if n.endswith("_gbp") else v for n, v in values.items()}


class PaidPlacesForm(EntryForm):
    model, back = PaidPlaces, "index"
    title = "Places paid for while they are empty"
    words = (
        "How many places of a school are paid for whether or not a child occupies them, and what for each."
    )
    places = forms.IntegerField(
        min_value=0, max_value=2_000, error_messages=missing("Enter how many places.")
    )
    annual_gbp = Pounds(
        label="Top-up paid for an empty place, full year, in pounds",
        error_messages=missing("Enter what is paid for an empty place."),
    )
    starts_on = DayField(label="From", help_text="Empty: from 1 April.", required=False)
    last_day = DayField(label="Last day", help_text="Empty: until 31 March.", required=False)

    def _initial(self, corrects):
        ends = corrects and corrects.ends_before
        return super()._initial(corrects) | {"last_day": ends and ends - timedelta(days=1)}

    def clean(self):
        data = super().clean()
        start, last = data.get("starts_on"), data.get("last_day")
        if start and last and last < start:
            self.add_error("last_day", "The last day comes before the first.")
        return data

    @property
    def terms(self):
        terms = dict(self.cleaned_data)
        last = terms.pop("last_day")
        return terms | {"ends_before": last and last + timedelta(days=1)}


class FirstSliceForm(EntryForm):
    model, back = FirstSliceShown, "index"
    title = "First £6,000 shown"
    words = "What a mainstream school has shown that it spends from its notional SEN budget before a top-up begins."
    named_by = ("financial_year", "reference")
    reference = ReferenceField(
        help_text=f"The reference of the top-up in the list. {NO_NAMES}",
        error_messages=missing("Enter the reference."),
    )
    shown_gbp = Pounds(
        label="Shown, in pounds", error_messages=missing("Enter what was shown, 0 if nothing.")
    )
    shown_on = DayField(label="Shown on")
    evidence = forms.CharField(
        help_text=f"Provision map, costed plan or account, and who looked at it. {NO_NAMES}",
        max_length=400,
        error_messages=missing("Say what shows it."),
    )


class CostSplitForm(EntryForm):
    model, back = CostSplit, "numbers"
    title = "Fixed part and part for each pupil"
    words = "What a school costs in a year whatever the number of pupils, and what each pupil adds."
    named_by = ("financial_year", "setting", "basis")
    fixed_gbp = Pounds(
        label="Fixed part, in pounds",
        help_text="Leadership, premises: what is spent whatever the number.",
        error_messages=missing("Enter the fixed part, 0 if there is none."),
    )
    per_pupil_gbp = Pounds(
        label="Part for each pupil, in pounds", error_messages=missing("Enter what one pupil adds.")
    )
    pupils = forms.IntegerField(
        label="Pupils now",
        min_value=1,
        max_value=5_000,
        error_messages=missing("Enter how many pupils there are."),
    )


class IncentiveForm(EntryForm):
    model, back = Incentive, "incentives"
    title = "Incentive to include"
    words = "What makes it easier for a school to take and keep pupils with higher needs."
    kind = forms.ChoiceField(choices=IncentiveKind.choices, widget=forms.RadioSelect)
    what_for = forms.CharField(
        label="What is it for?",
        help_text=NO_NAMES,
        max_length=300,
        error_messages=missing("Say what it is for."),
    )
    pupils = forms.IntegerField(
        label="Pupils it reaches",
        min_value=0,
        max_value=5_000,
        required=False,
        help_text="Empty if not known.",
    )
    amount_gbp = Pounds(label="Amount, in pounds", error_messages=missing("Enter the amount."))


ENTRIES: dict[str, type[EntryForm]] = {
    "paid-places": PaidPlacesForm,
    "first-slice": FirstSliceForm,
    "costs": CostSplitForm,
    "incentives": IncentiveForm,
}
