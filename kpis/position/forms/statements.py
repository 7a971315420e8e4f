"""Statements of the block: what they are about, and their amounts line by line."""

from collections.abc import Mapping

from django import forms

from kpis.domain.block import AmountUnit, Basis, BlockLine, PlacementCategory, PriceBase, ScopePart, Sector
from kpis.position.actions import AmountLine
from kpis.position.forms.fields import DecimalsField, PoundsField, YearField, missing
from kpis.position.forms.records import RecordForm
from kpis.position.models import FundingScope

BASES = [(basis.value, basis.words.capitalize()) for basis in Basis]
MONTHS = ("April", "May", "June", "July", "August", "September", "October", "November", "December")
PERIODS = [
    ("", "Not stated"),
    *((n, f"Month {n}, {name}") for n, name in enumerate((*MONTHS, "January", "February", "March"), start=1)),
]
LINES = [("", "No line"), *((line.value, line.words) for line in BlockLine)]
CATEGORIES = [("", "Not by category"), *((category.value, category.value) for category in PlacementCategory)]
SECTORS = [("", "Not by sector"), *((sector.value, sector.words) for sector in Sector)]
UNITS = [(unit.value, unit.words.capitalize()) for unit in AmountUnit]
PRICES = [(base.value, base.words.capitalize()) for base in PriceBase]
VOLUME = {"places": 3, "most": 10**8, "too_large": "This is too large to be right."}
WITHOUT_PLACEMENT = (BlockLine.INCOME, BlockLine.BLOCK_MOVEMENTS)


class StatementForm(RecordForm):
    """A whole statement. What it is about cannot be corrected: that would be another statement."""

    kept = (
        "area",
        "financial_year",
        "basis",
        "period",
        "scope",
        "coverage",
        "unit",
        "per_whom",
        "price_base",
        "price_year",
    )
    row_name = "Line"
    financial_year = YearField()
    basis = forms.ChoiceField(choices=BASES, help_text="What kind of amounts these are.")
    period = forms.TypedChoiceField(
        label="Month the forecast was made at",
        choices=PERIODS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="For a forecast outturn only.",
    )
    scope = forms.ModelChoiceField(
        FundingScope.objects.none(),
        label="Funding scope",
        empty_label="Choose what is in the amounts",
        error_messages=missing("Choose the funding scope."),
        help_text="Two statements are compared only where this is the same.",
    )
    coverage = forms.CharField(
        label="Which part of the block",
        help_text="For example: Placement costs. Empty only if the amounts are the whole High Needs Block.",
        max_length=200,
        required=False,
    )
    unit = forms.ChoiceField(choices=UNITS, initial=AmountUnit.POUNDS.value)
    per_whom = forms.CharField(
        label="Per head of whom",
        help_text="For amounts per head: people aged 2 to 18.",
        max_length=120,
        required=False,
    )
    price_base = forms.ChoiceField(label="Prices", choices=PRICES, initial=PriceBase.CASH.value)
    price_year = YearField(label="In the prices of", required=False, help_text="For constant prices only.")
    academy_places = PoundsField(
        label="Known part: place funding of academies",
        help_text="What it comes to, inside these amounts or left out of them, where the source says so.",
        required=False,
    )
    colleges = PoundsField(label="Known part: further education colleges", required=False)
    independent_mainstream = PoundsField(label="Known part: independent mainstream schools", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "scope" in self.fields:
            self.fields["scope"].queryset = FundingScope.objects.order_by("name")

    def row_fields(self):
        amounts = {"required": False}
        return {
            "line": forms.ChoiceField(choices=LINES, **amounts),
            "label": forms.CharField(max_length=120, help_text="Its name in the source.", **amounts),
            "category": forms.ChoiceField(label="Placement category", choices=CATEGORIES, **amounts),
            "sector": forms.ChoiceField(choices=SECTORS, **amounts),
            "amount_gbp": PoundsField(
                label="Amount, in pounds",
                help_text="Spending as it is, money that comes in with a minus.",
                **amounts,
            ),
            "actual_to_date_gbp": PoundsField(label="Spent to date", **amounts),
            "commitments_gbp": PoundsField(label="Committed", **amounts),
            "volume": DecimalsField(label="How many it paid for", **VOLUME, **amounts),
            "volume_words": forms.CharField(
                label="What is counted, and when",
                help_text="For example: plans, January 2019 census.",
                max_length=200,
                **amounts,
            ),
        }

    def rows_of(self, current):
        names = self.row_fields()
        return [{name: getattr(amount, name) for name in names} for amount in current.amounts.order_by("id")]

    def values_of(self, current):
        parts = {known.part: known.amount_gbp for known in current.known_parts.all()}
        return {"source": current.source, "note": current.note} | parts

    def problems_of(self, row: Mapping) -> dict[str, str]:
        problems = {}
        if not row["line"]:
            problems["line"] = "choose the line of this amount."
        if row["amount_gbp"] is None:
            problems["amount_gbp"] = "enter the amount."
        if (row["volume"] is None) != (not row["volume_words"]):
            problems["volume_words"] = "give both how many and what is counted."
        if row["line"] in WITHOUT_PLACEMENT and (row["category"] or row["sector"]):
            problems["line"] = "income and block movements have no placement category or sector."
        if row["volume"] is not None and row["volume"] < 0:
            problems["volume"] = "a count is not below zero."
        return problems

    def clean(self):
        data = super().clean()
        if self.current is None:
            self._check_terms(data)
        if not self.errors and not self.filled:
            raise forms.ValidationError("Enter at least one amount.")
        return data

    def _check_terms(self, data: dict) -> None:
        if data.get("period") and data.get("basis") != Basis.FORECAST:
            self.add_error("period", "Only a forecast outturn is made at a month.")
        if (data.get("unit") == AmountUnit.POUNDS_PER_HEAD) != bool(data.get("per_whom")):
            self.add_error("per_whom", "Say whose heads are counted, for amounts per head only.")
        if (data.get("price_base") == PriceBase.REAL) != bool(data.get("price_year")):
            self.add_error("price_year", "Choose the year of the prices, for constant prices only.")

    @property
    def terms(self) -> dict:
        terms = super().terms
        parts = {part: terms.pop(part.value) for part in ScopePart}
        known = {part.value: amount for part, amount in parts.items() if amount is not None}
        return terms | {"amounts": [AmountLine(**row) for row in self.filled], "known_parts": known}


class ScopeForm(forms.Form):
    """A funding scope: a name, what is in it, and what is known of the parts that returns treat differently."""

    name = forms.CharField(max_length=120, error_messages=missing("Give it a name."))
    words = forms.CharField(
        label="What is in it",
        help_text="In plain words: which schools and colleges, which costs.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=missing("Say what is in it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for part in ScopePart:
            self.fields[part.value] = forms.ChoiceField(
                label=part.words.capitalize(),
                choices=FundingScope._meta.get_field(part.value).choices,
                initial="not_stated",
                widget=forms.RadioSelect,
            )
