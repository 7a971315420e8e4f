"""What a saving is judged from: the baseline of its cost line, and a cost avoidance's counterfactual."""

from django import forms

from kpis.domain.block import Basis, BlockLine, PriceBase
from kpis.domain.periods import year_name
from kpis.domain.savings import year_of
from kpis.savings.forms.fields import REASON, MoneyField, amount_as_typed, missing
from kpis.savings.models import Initiative

YEARS_BEFORE, YEARS_AFTER = 5, 5  # the first month, a cost may be of
SPENDS = [(line.value, line.words) for line in BlockLine]


class CostForm(forms.Form):
    """An amount with everything that says what it is of. `replaces` is the version that was on screen."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    covers = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=missing("Say in words what it covers."),
    )
    financial_year = forms.TypedChoiceField(coerce=int, error_messages=missing("Choose the financial year."))
    amount = MoneyField(label="Amount of that year, in pounds", error_messages=missing("Enter the amount."))
    basis = forms.ChoiceField(
        label="What kind of amount is it?",
        choices=[(basis.value, basis.words.capitalize()) for basis in Basis],
        error_messages=missing("Choose what kind of amount it is."),
    )
    price_base = forms.ChoiceField(
        label="In which prices?", choices=[(prices.value, prices.words.capitalize()) for prices in PriceBase]
    )
    funding_scope = forms.CharField(
        label="What money it is about",
        help_text="For example: High Needs Block, academy place funding included.",
        max_length=200,
        error_messages=missing("Say what money it is about."),
    )
    source = forms.CharField(
        label="Where it is written down",
        help_text="The paper, return or ledger, with its date.",
        max_length=300,
        error_messages=missing("Say where it is written down."),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, *args, initiative: Initiative, latest, **kwargs):
        super().__init__(*args, **kwargs)
        first = year_of(initiative.starts_on)
        years = range(first - YEARS_BEFORE, first + YEARS_AFTER + 1)
        self.fields["financial_year"].choices = [(year, year_name(year)) for year in years]
        self.fields["financial_year"].initial = first - 1
        self.fields["funding_scope"].initial = "High Needs Block"
        self.fields["replaces"].initial = latest.version if latest else 0
        if latest is None:
            del self.fields["reason"]
        else:
            self._start_from(latest)

    def _start_from(self, latest) -> None:
        self.fields["amount"].initial = amount_as_typed(latest.amount_gbp)
        for name in set(self.fields) - {"amount", "replaces", "reason"}:
            self.fields[name].initial = getattr(latest, name)

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if not amount:
            raise forms.ValidationError("A cost line costs more than nought.")
        return amount


class BaselineForm(CostForm):
    line = forms.ChoiceField(
        label="Line of the High Needs Block", choices=SPENDS, error_messages=missing("Choose the line.")
    )
    field_order = ["replaces", "line", "covers"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["covers"].label = "Which part of that line does it reduce?"
        self.fields["covers"].help_text = "Which places, contracts or journeys; how many; whose."


class CounterfactualForm(CostForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["covers"].label = "What would have been spent without it, and why?"
        self.fields["covers"].help_text = "Finance approves this with the plan; from then on it is frozen."
