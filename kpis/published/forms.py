from django import forms

from kpis.domain.numbers import NotANumber, parse_number

LARGEST = 10**14  # what the database keeps


class ConfirmForm(forms.Form):
    value = forms.CharField(label="What the number is", max_length=60)
    note = forms.CharField(
        label="How you know",
        help_text="For example: the rate printed beside it fits only this number.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_value(self):
        try:
            number = parse_number(self.cleaned_data["value"])
        except NotANumber as problem:
            raise forms.ValidationError(str(problem)) from problem
        if abs(number) >= LARGEST:
            raise forms.ValidationError(
                "This is too large to be right: at most fourteen digits before the point."
            )
        return number
