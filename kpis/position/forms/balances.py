"""Balances as they are stated, and what explains that two of them differ."""

from django import forms

from kpis.domain.block import Basis, Fund
from kpis.position.forms.fields import PerCentField, PoundsField, YearField, as_written, missing
from kpis.position.forms.records import RecordForm
from kpis.position.models import Balance

FUNDS = [(fund.value, fund.words) for fund in Fund]
BASES = [(basis.value, basis.words.capitalize()) for basis in Basis]


class BalanceForm(RecordForm):
    """One fund at the end of a year. What the source does not state stays empty."""

    kept = ("area", "financial_year", "fund", "basis")
    financial_year = YearField()
    fund = forms.ChoiceField(choices=FUNDS)
    basis = forms.ChoiceField(choices=BASES, initial=Basis.OUTTURN.value)
    opening_gbp = PoundsField(
        label="Balance at the start of the year, in pounds",
        help_text="A deficit with a minus: -14,000,000. Leave empty what the source does not state.",
        required=False,
    )
    in_year_gbp = PoundsField(
        label="In-year balance, in pounds", help_text="A deficit with a minus.", required=False
    )
    closing_gbp = PoundsField(
        label="Balance at the end of the year, in pounds",
        help_text="A deficit with a minus. With the two amounts above it may stay empty.",
        required=False,
    )
    closing_share = PerCentField(
        label="Balance at the end of the year, per cent, as the source states it",
        help_text="A deficit with a minus: -10.3",
        required=False,
    )
    in_year_share = PerCentField(label="In-year balance, per cent, as the source states it", required=False)
    share_of = forms.CharField(
        label="Per cent of what",
        help_text="For example: Dedicated Schools Grant.",
        max_length=80,
        required=False,
    )
    dsg_gbp = PoundsField(
        label="Dedicated Schools Grant of the year, in pounds", may_be_negative=False, required=False
    )

    def clean(self):
        data = super().clean()
        if not self.errors:
            self._check(data)
        return data

    def _check(self, data: dict) -> None:
        shares = [data["closing_share"], data["in_year_share"]]
        if any(share is not None for share in shares) and not data["share_of"]:
            self.add_error("share_of", "Say what the per cent are of.")
        if data["dsg_gbp"] == 0:
            self.add_error("dsg_gbp", "The grant is more than nought.")
        if all(value is None for value in (data["closing_gbp"], data["in_year_gbp"], *shares)):
            raise forms.ValidationError("Enter the balance, in pounds or in per cent.")


class BalanceChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, balance: Balance) -> str:
        return f"{balance}: {as_written(balance.closing_gbp)} pounds"


class ReconciliationForm(RecordForm):
    """Two stated balances and what explains that they differ; amounts signed as the other less the reference."""

    kept = ("reference", "other")
    row_name = "Difference"
    reference = BalanceChoiceField(
        Balance.objects.none(),
        label="The reference",
        empty_label="Choose a balance",
        error_messages=missing("Choose the balance that the other is set against."),
    )
    other = BalanceChoiceField(
        Balance.objects.none(),
        label="The other",
        empty_label="Choose a balance",
        error_messages=missing("Choose the balance that differs."),
    )

    def __init__(self, *args, balances=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("reference", "other"):
            if name in self.fields:
                self.fields[name].queryset = balances

    def row_fields(self):
        return {
            "words": forms.CharField(label="What explains it", max_length=300, required=False),
            "amount_gbp": PoundsField(
                label="By how much, in pounds",
                help_text="With a minus where it makes the other one lower.",
                required=False,
            ),
        }

    def rows_of(self, current):
        return list(current.differences.order_by("position").values("words", "amount_gbp"))

    def problems_of(self, row):
        problems = {}
        if not row["words"]:
            problems["words"] = "say what explains it."
        if not row["amount_gbp"]:
            problems["amount_gbp"] = "enter by how much; nought explains nothing."
        return problems

    @property
    def terms(self) -> dict:
        return super().terms | {"differences": [(row["words"], row["amount_gbp"]) for row in self.filled]}
