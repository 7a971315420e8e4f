"""Finance's forms: a year's target with its shares, and the thresholds savings are judged by."""

from decimal import Decimal

from django import forms

from kpis.domain.savings import Rules, Stage
from kpis.figures.forms.fields import NumberField
from kpis.savings.forms.fields import REASON, MoneyField, amount_as_typed, missing
from kpis.savings.models import SavingsTarget
from kpis.workstreams.models import Workstream


class TargetForm(forms.Form):
    """`replaces` is the version that was on screen, 0 before the first. A workstream left empty has no share."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    amount = MoneyField(label="Target for the year, in pounds", error_messages=missing("Enter the target."))
    funding_scope = forms.CharField(
        label="What money it is about",
        help_text="For example: High Needs Block, academy place funding included.",
        max_length=200,
        error_messages=missing("Say what money it is about."),
    )
    source = forms.CharField(
        label="Where it is written down",
        help_text="The paper or minute, with its date.",
        max_length=300,
        error_messages=missing("Say where it is written down."),
    )
    agreed_by = forms.CharField(
        label="Who agreed it",
        help_text="Leave both empty while it is not agreed.",
        max_length=200,
        required=False,
    )
    agreed_on = forms.DateField(
        label="Agreed on", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(help_text="For example: illustrative.", max_length=300, required=False)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, workstreams: list[Workstream], latest: SavingsTarget | None, **kwargs):
        super().__init__(*args, **kwargs)
        shares = {share.workstream_id: share.amount_gbp for share in latest.shares.all()} if latest else {}
        self.workstreams = {f"share_{workstream.pk}": workstream for workstream in workstreams}
        for name, workstream in self.workstreams.items():
            initial = amount_as_typed(shares.get(workstream.pk))
            self.fields[name] = MoneyField(label=workstream.name, required=False, initial=initial)
        self._start_from(latest)

    def _start_from(self, latest: SavingsTarget | None) -> None:
        self.fields["replaces"].initial = latest.version if latest else 0
        if latest is None:
            del self.fields["reason"]
            self.fields["funding_scope"].initial = "High Needs Block"
            return
        self.fields["amount"].initial = amount_as_typed(latest.amount_gbp)
        for name in ("funding_scope", "source", "agreed_by", "agreed_on", "note"):
            self.fields[name].initial = getattr(latest, name)

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if not amount:
            raise forms.ValidationError("A target is more than nought.")
        return amount

    def clean(self):
        data = super().clean()
        if bool(data.get("agreed_by")) != bool(data.get("agreed_on")) and "agreed_on" not in self.errors:
            missing = "agreed_on" if data.get("agreed_by") else "agreed_by"
            self.add_error(missing, "Say both who agreed it and when, or leave both empty.")
        return data

    @property
    def shares(self) -> dict[Workstream, Decimal]:
        typed = {workstream: self.cleaned_data[name] for name, workstream in self.workstreams.items()}
        return {workstream: share for workstream, share in typed.items() if share is not None}

    @property
    def terms(self) -> dict:
        """Everything typed but the shares, as `set_savings_target` takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.workstreams}

    @property
    def own_fields(self):
        """What is said of the target itself; the shares and the reason stand below it."""
        return [self[name] for name in self.fields if name not in {*self.workstreams, "replaces", "reason"}]

    @property
    def share_fields(self):
        return [self[name] for name in self.workstreams]


class RulesForm(forms.Form):
    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    identified = forms.IntegerField(label="Identified, per cent", min_value=0, max_value=100)
    planned = forms.IntegerField(label="Planned, per cent", min_value=0, max_value=100)
    in_delivery = forms.IntegerField(label="In delivery, per cent", min_value=0, max_value=100)
    delivered = forms.IntegerField(label="Delivered, per cent", min_value=0, max_value=100)
    tolerance = NumberField(
        label="Still “at risk” down to how many per cent below what is expected",
        help_text="Further below is off track.",
    )
    reason = forms.CharField(**REASON)

    def __init__(self, *args, rules: Rules, version: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["replaces"].initial = version
        self.fields["tolerance"].initial = amount_as_typed(rules.tolerance)
        for stage, weight in rules.weights.items():
            self.fields[stage.value].initial = weight

    def clean_tolerance(self):
        tolerance = self.cleaned_data["tolerance"]
        if not 0 <= tolerance <= 100 or tolerance != tolerance.quantize(Decimal("0.01")):
            raise forms.ValidationError("Enter per cents from 0 to 100 with at most two decimals.")
        return tolerance

    def clean(self):
        data = super().clean()
        weights = [data.get(stage.value) for stage in self._stages()]
        if None not in weights and weights != sorted(weights):
            raise forms.ValidationError("A later stage cannot be counted on less than an earlier one.")
        return data

    @property
    def rules(self) -> Rules:
        weights = {stage: self.cleaned_data[stage.value] for stage in self._stages()}
        return Rules(weights, self.cleaned_data["tolerance"])

    @staticmethod
    def _stages() -> list[Stage]:
        return [stage for stage in Stage if stage is not Stage.STOPPED]
