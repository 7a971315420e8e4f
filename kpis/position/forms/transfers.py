"""Transfers from the Schools Block, what they do to schools, and the limit."""

from django import forms

from kpis.domain.block import ForumDecision
from kpis.position.forms.fields import PerCentField, PoundsField, YearField, day_field, missing
from kpis.position.forms.records import RecordForm

DECISIONS = [(decision.value, decision.words) for decision in ForumDecision]


class TransferForm(RecordForm):
    kept = ("financial_year", "name")
    row_name = "School"
    financial_year = YearField()
    name = forms.CharField(
        label="What it is for", max_length=200, error_messages=missing("Say what it is for.")
    )
    amount_gbp = PoundsField(
        label="Amount moved to the High Needs Block, in pounds",
        may_be_negative=False,
        error_messages=missing("Enter the amount."),
    )
    schools_block_gbp = PoundsField(
        label="Schools Block of the year, in pounds",
        may_be_negative=False,
        error_messages=missing("Enter the Schools Block of the year."),
    )
    who_bears = forms.CharField(
        label="Who bears the cost if it is refused",
        help_text="Which special and inclusive schools, and how.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=missing("Say who bears the cost if it is refused."),
    )
    decision = forms.ChoiceField(label="Schools Forum", choices=DECISIONS)
    decided_on = day_field(label="Decided on", required=False)

    def row_fields(self):
        return {
            "school": forms.CharField(max_length=200, required=False),
            "effect_gbp": PoundsField(
                label="Effect on its budget, in pounds",
                help_text="With a minus where it has less.",
                required=False,
            ),
        }

    def rows_of(self, current):
        return list(current.effects.order_by("school").values("school", "effect_gbp"))

    def problems_of(self, row):
        problems = {}
        if not row["school"]:
            problems["school"] = "name the school."
        if row["effect_gbp"] is None:
            problems["effect_gbp"] = "enter the effect, 0 if there is none."
        return problems

    def clean(self):
        data = super().clean()
        amount, block = data.get("amount_gbp"), data.get("schools_block_gbp")
        if amount == 0:
            self.add_error("amount_gbp", "A transfer is more than nought.")
        if amount is not None and block is not None and amount > block:
            self.add_error("amount_gbp", "This is more than the whole Schools Block.")
        self._check_decision(data)
        return data

    def _check_decision(self, data: dict) -> None:
        decided = data.get("decision") in (ForumDecision.AGREED, ForumDecision.REFUSED)
        if decided != bool(data.get("decided_on")) and "decided_on" not in self.errors:
            words = "Enter the day of the decision." if decided else "There is no decision yet, so no day."
            self.add_error("decided_on", words)

    @property
    def terms(self) -> dict:
        return super().terms | {"effects": [(row["school"], row["effect_gbp"]) for row in self.filled]}


class LimitForm(RecordForm):
    kept = ("financial_year",)
    financial_year = YearField(label="From the financial year on")
    per_cent = PerCentField(
        label="Per cent of the Schools Block",
        help_text="For example: 0.5",
        error_messages=missing("Enter the limit."),
    )
    agreement = forms.CharField(
        label="On whose agreement",
        help_text="For example: the Schools Forum.",
        max_length=200,
        error_messages=missing("Say on whose agreement."),
    )

    def clean_per_cent(self):
        per_cent = self.cleaned_data["per_cent"]
        if per_cent < 0:
            raise forms.ValidationError("A limit is not below zero.")
        return per_cent
