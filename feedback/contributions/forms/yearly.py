"""The dates of a year of the yearly record."""

from django import forms


def _day(label: str, help_text: str, missing: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": missing},
    )


class PublicationYearForm(forms.Form):
    ends_on = _day(
        "First day that is not in it any more",
        "The next year begins on this day.",
        "Enter the day on which the next year begins.",
    )
    due_on = _day(
        "Published on",
        "It is published on this day by itself, whatever is missing.",
        "Enter the day on which it is published.",
    )
