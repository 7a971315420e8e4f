"""Forms behind a receipt code: add something, agree or not, say what it changed, keep or delete the address."""

from django import forms

from feedback.contributions.forms.giving import LONGEST_TEXT
from feedback.contributions.models import OutcomeAnswer
from feedback.domain.coach import Finding, find_personal_details
from feedback.domain.risk import suggests_risk

TOO_LONG = "Make it shorter: up to 5,000 letters."


class AdditionForm(forms.Form):
    """More words. As on the form itself the coach points once, and nothing delays a word about risk."""

    text = forms.CharField(
        label="What would you like to add?",
        help_text="Please leave out names, schools, birthdays and phone numbers.",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write what you would like to add.", "max_length": TOO_LONG},
    )

    def __init__(self, data=None):
        super().__init__(data, auto_id="add_%s")

    @property
    def findings(self) -> list[Finding]:
        return find_personal_details(self.data.get("text", "")[:LONGEST_TEXT])

    @property
    def should_be_checked(self) -> bool:
        has_risk = suggests_risk(self.cleaned_data["text"])
        return bool(self.findings and not self.data.get("checked") and not has_risk)


class AgreeForm(forms.Form):
    """The number of the version that was shown."""

    number = forms.IntegerField(min_value=1, max_value=10_000, widget=forms.HiddenInput)


class DisagreeForm(AgreeForm):
    show_nothing = forms.TypedChoiceField(
        label="What should we do?",
        choices=[
            ("", "Change it. I say below what is wrong"),
            ("1", "Do not show it at all. Count it only"),
        ],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label="What is wrong with it?",
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, auto_id="disagree_%s", **kwargs)


class OutcomeForm(forms.Form):
    difference = forms.ChoiceField(
        label="Did it make a difference?",
        choices=OutcomeAnswer.Difference,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it made a difference."},
    )
    text = forms.CharField(
        label="What has changed, or not?",
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, data=None):
        super().__init__(data, auto_id="outcome_%s")


class ContactForm(forms.Form):
    """The stored address is never shown: whoever finds a code must not learn whose it is."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="We write there when there is an answer, and never say what you wrote.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address like name@example.org.",
        },
    )

    def __init__(self, data=None):
        super().__init__(data, auto_id="contact_%s")
