"""Finance's answer to a report: back to whoever reported it, with words."""

from django import forms

from kpis.savings.forms.fields import missing


class ReturnForm(forms.Form):
    because = forms.CharField(
        label="What is missing or wrong?",
        help_text="Whoever reported it reads this and reports again.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=missing("Say what is missing or wrong."),
    )
