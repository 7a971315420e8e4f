"""The form of those who see to it that everybody is heard."""

from django import forms

from feedback.contributions.models import Dimension
from feedback.contributions.queries.reach import bands_to_ask, words_of


class ReachPlanForm(forms.Form):
    """Who will ask a group, and by when."""

    group = forms.ChoiceField(label="Whom to ask", error_messages={"required": "Choose one of the groups."})
    who = forms.CharField(
        label="Who will ask them",
        help_text="A role or a team, not a person's name: everybody can read it.",
        max_length=120,
        error_messages={"required": "Say who will ask, by their role."},
    )
    by_on = forms.DateField(
        label="By when",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Say by when.", "invalid": "Enter a day, such as 31 March 2027."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        groups = [
            (
                Dimension(dimension).label,
                [(f"{dimension}:{band}", words_of(dimension, band)) for band in labels],
            )
            for dimension, labels in bands_to_ask().items()
            if labels
        ]
        self.fields["group"].choices = [("", "Choose a group"), *groups]

    @property
    def plan(self) -> dict:
        """What the action takes."""
        dimension, _, band = self.cleaned_data["group"].partition(":")
        return {"dimension": dimension, "band": band} | {k: self.cleaned_data[k] for k in ("who", "by_on")}
