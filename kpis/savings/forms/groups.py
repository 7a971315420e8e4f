"""Finance's forms about double counting, and stating a saving as a per cent of a shared base."""

from datetime import date
from decimal import Decimal

from django import forms

from kpis.domain import savings
from kpis.domain.block import Basis, PriceBase
from kpis.domain.savings import NotAPerCent, exact_per_cent
from kpis.figures.forms.fields import NumberField
from kpis.savings.forms.fields import REASON, MoneyField, amount_as_typed, missing
from kpis.savings.models import DoubleCountBase, DoubleCountMember

BASES = [(basis.value, basis.words.capitalize()) for basis in Basis]
PRICES = [(price.value, price.words.capitalize()) for price in PriceBase]
POSITION = {
    "min_value": 1,
    "max_value": 999,
    "help_text": "In this order each counts what those before it have left of the base.",
    "error_messages": missing("Enter a position."),
}


def reason(label: str, words: str) -> forms.CharField:
    return forms.CharField(**{**REASON, "label": label, "error_messages": missing(words)})


class BaseForm(forms.Form):
    """What is shared, and the base of each month of a year; an empty month has none stated.

    `replaces` is the version that was on screen, 0 before the first.
    """

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    what_is_shared = forms.CharField(
        label="What do they share?",
        help_text="In words: which children, placements or cost line, and why the same money could be counted twice.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=missing("Say what they share."),
    )
    basis = forms.ChoiceField(label="Basis of the amounts", choices=BASES, initial=Basis.BUDGET)
    price_base = forms.ChoiceField(label="Prices", choices=PRICES, initial=PriceBase.CASH)
    funding_scope = forms.CharField(
        label="What money it is about",
        help_text="For example: High Needs Block, academy place funding included.",
        max_length=200,
        initial="High Needs Block",
        error_messages=missing("Say what money it is about."),
    )
    source = forms.CharField(
        label="Where it is written down",
        help_text="The ledger, contract or paper, with its date.",
        max_length=300,
        error_messages=missing("Say where it is written down."),
    )
    reason = forms.CharField(**REASON)

    def __init__(
        self, *args, year: int, latest: DoubleCountBase | None, amounts: dict[date, Decimal], **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.months = {f"month_{month:%Y_%m}": month for month in savings.months_of(year)}
        for name, month in self.months.items():
            initial = amount_as_typed(amounts.get(month))
            self.fields[name] = MoneyField(label=f"{month:%B %Y}", required=False, initial=initial)
        self.fields["replaces"].initial = latest.version if latest else 0
        if latest is None:
            del self.fields["reason"]
        else:
            for name in ("what_is_shared", "basis", "price_base", "funding_scope", "source"):
                self.fields[name].initial = getattr(latest, name)

    def clean(self):
        data = super().clean()
        if not self.errors and not self.amounts:
            raise forms.ValidationError("Enter the base of at least one month.")
        return data

    @property
    def amounts(self) -> dict[date, Decimal]:
        """The months that have a base."""
        typed = {month: self.cleaned_data.get(name) for name, month in self.months.items()}
        return {month: amount for month, amount in typed.items() if amount is not None}

    @property
    def terms(self) -> dict:
        """Everything typed, as `set_base` takes it."""
        own = {name: value for name, value in self.cleaned_data.items() if name not in self.months}
        return {**own, "amounts": self.amounts}

    @property
    def own_fields(self):
        """What is said of the base itself; the months and the reason stand below it."""
        return [self[name] for name in self.fields if name not in {*self.months, "replaces", "reason"}]

    @property
    def month_fields(self):
        return [self[name] for name in self.months]


class GroupForm(BaseForm):
    """A new group with its first base."""

    name = forms.CharField(
        label="Name of the group", max_length=120, error_messages=missing("Enter a name for the group.")
    )
    field_order = ["name"]


class JoinForm(forms.Form):
    initiative = forms.ModelChoiceField(
        queryset=None,
        help_text="One that is in another group is taken out there first.",
        error_messages=missing("Choose the initiative."),
    )
    position = forms.IntegerField(**POSITION)
    reason = reason("Why do they save the same money?", "Say why it belongs here.")

    def __init__(self, *args, initiatives, next_position: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["initiative"].queryset = initiatives
        self.fields["position"].initial = next_position


class OrderForm(forms.Form):
    """The position of every initiative of a group. `replaces` is the last place that was on screen."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, members: list[DoubleCountMember], **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {f"position_{member.initiative_id}": member for member in members}
        numbers = {
            name: forms.IntegerField(label=str(member.initiative), initial=member.position, **POSITION)
            for name, member in self.places.items()
        }
        self.fields = numbers | self.fields
        self.fields["replaces"].initial = max((member.pk for member in members), default=0)

    @property
    def positions(self) -> dict[int, int]:
        """The position of each initiative by its id."""
        return {member.initiative_id: self.cleaned_data[name] for name, member in self.places.items()}


class LeaveForm(forms.Form):
    reason = reason("Why does it leave?", "Say why it leaves.")


class PerCentForm(forms.Form):
    """One per cent for every month of a year. `replaces` is the version that was on screen, 0 before the first."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    per_cent = NumberField(
        label="Per cent of what is left of the base",
        help_text="Above 0 and up to 100, for example 12.5.",
        error_messages=missing("Enter the per cent."),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, *args, year: int, starts_on: date, version: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.months = [month for month in savings.months_of(year) if month >= starts_on]
        self.starts_on = starts_on
        self.fields["replaces"].initial = version
        if version == 0:
            del self.fields["reason"]

    def clean(self):
        if not self.months:
            raise forms.ValidationError(f"It saves from {self.starts_on:%B %Y}, which is after this year.")
        return super().clean()

    @property
    def per_cents(self) -> dict[date, Decimal]:
        """Every month of the year from the initiative's first one on has the same."""
        return dict.fromkeys(self.months, self.cleaned_data["per_cent"])

    def clean_per_cent(self):
        try:
            return exact_per_cent(self.cleaned_data["per_cent"])
        except NotAPerCent as problem:
            raise forms.ValidationError(str(problem)) from problem
