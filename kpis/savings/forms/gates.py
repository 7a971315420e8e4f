"""What the gates ask for: a record of what was decided or consulted on, its withdrawal, a signed screening."""

from django import forms

from kpis.domain.savings.gates import Extent, GateKind
from kpis.savings.forms.fields import REASON, missing
from kpis.savings.models import Screening

CALENDAR = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
EXTENTS = [(extent.value, extent.words) for extent in Extent]


class GateRecordForm(forms.Form):
    kind = forms.ChoiceField(
        label="What is it a record of?",
        choices=[(kind.value, kind.words) for kind in GateKind],
        widget=forms.RadioSelect,
        error_messages=missing("Choose what it is a record of."),
    )
    reference = forms.CharField(
        label="Where it is written down",
        help_text="For example: Board minutes of 14 November 2019, item 5.",
        max_length=300,
        error_messages=missing("Say where it is written down."),
    )
    address = forms.RegexField(
        r"^(/[^/]|https://)",
        label="Where it can be read",
        help_text="An address that begins with https://, or a page of this site that begins with /.",
        max_length=300,
        required=False,
        error_messages={"invalid": "Enter an address that begins with https:// or with one /."},
    )
    dated_on = forms.DateField(label="Its day", widget=CALENDAR, error_messages=missing("Enter its day."))
    evidence = forms.CharField(
        label="What it shows",
        help_text="In plain words: what was decided and by whom, or who was asked and what they said.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=missing("Say what it shows."),
    )


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label="Why is it withdrawn?",
        help_text="It stays in the history with this reason, and the gate it evidenced is open again.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=missing("Say why it is withdrawn."),
    )


def _extent(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=EXTENTS, widget=forms.RadioSelect, error_messages=missing("Choose how much.")
    )


def _because(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text="Needed where it is not required.",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ScreeningForm(forms.Form):
    """`replaces` is the version that was on screen, 0 before the first."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    consultation = _extent("How much consultation does it need?")
    consultation_because = _because("Why so much, or why none?")
    equality_impact = _extent("How much of an equality impact assessment does it need?")
    equality_impact_because = _because("Why so much of an assessment, or why none?")
    reason = forms.CharField(**REASON)

    def __init__(self, *args, latest: Screening | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["replaces"].initial = latest.version if latest else 0
        if latest is None:
            del self.fields["reason"]
            return
        for name in ("consultation", "consultation_because", "equality_impact", "equality_impact_because"):
            self.fields[name].initial = getattr(latest, name)

    def clean(self):
        data = super().clean()
        for name, what in (
            ("consultation", "no consultation is required"),
            ("equality_impact", "no equality impact assessment is required"),
        ):
            if data.get(name) == Extent.NOT_REQUIRED and not data.get(f"{name}_because"):
                self.add_error(f"{name}_because", f"Say why {what}.")
        return data
