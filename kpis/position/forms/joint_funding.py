"""Joint funding: totals and counts only."""

from django import forms
from django.contrib.auth import get_user_model

from kpis.position.forms.fields import PoundsField, YearField, day_field, missing
from kpis.position.forms.records import RecordForm


def _paid(who: str) -> PoundsField:
    return PoundsField(
        label=f"{who} pays, in pounds",
        may_be_negative=False,
        error_messages=missing("Enter the amount, 0 if nothing is paid."),
    )


class JointFundingForm(RecordForm):
    kept = ("financial_year", "as_on")
    financial_year = YearField()
    as_on = day_field(label="As on", error_messages=missing("Enter the day these numbers are true of."))
    education_gbp = _paid("Education")
    health_gbp = _paid("Health")
    social_care_gbp = _paid("Social care")
    without_split = forms.IntegerField(
        label="Placements without an agreed split",
        min_value=0,
        max_value=100_000,
        help_text="A number only, never names. A number below five is shown as “fewer than 5”.",
    )
    open_disputes = forms.IntegerField(label="Open disputes", min_value=0, max_value=100_000)
    oldest_dispute_on = day_field(
        label="The oldest open dispute began on",
        required=False,
        help_text="Only its age is shown, in wide steps.",
    )
    owner = forms.ModelChoiceField(
        get_user_model().objects.none(),
        help_text="Who works on agreeing the splits.",
        error_messages=missing("Choose the owner."),
    )

    def __init__(self, *args, owners=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners

    def values_of(self, current):
        return {**super().values_of(current), "owner": current.owner_id}

    def clean(self):
        data = super().clean()
        began_on = data.get("oldest_dispute_on")
        as_on = self.current.as_on if self.current else data.get("as_on")
        if bool(data.get("open_disputes")) != bool(began_on) and "oldest_dispute_on" not in self.errors:
            self.add_error("oldest_dispute_on", "Give the beginning of the oldest dispute if there is one.")
        elif began_on and as_on and began_on > as_on:
            self.add_error("oldest_dispute_on", "This is after the day the numbers are true of.")
        return data
