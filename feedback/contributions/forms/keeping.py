"""Forms of administrators: how long things are kept, requests about data, the privacy record."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

from feedback.contributions.models import DataRequest, ProcessingRecord
from feedback.domain.keeping import LONGEST, SHORTEST
from feedback.domain.receipts import NotAReceiptCode, canonical


def _days(label: str, hint: str) -> forms.IntegerField:
    bounds = {
        "required": "Enter a number of days.",
        "invalid": "Enter a whole number of days.",
        "min_value": f"Enter {SHORTEST} days or more: an answer takes a month.",
        "max_value": f"Enter {LONGEST:,} days or fewer: ten years.",
    }
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=SHORTEST,
        max_value=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=bounds,
    )


class RuleForm(forms.Form):
    """Days from the day it arrived. The author's own words go last."""

    bands_days = _days("What authors told about themselves", "Days: area, age, main need.")
    contact_days = _days(
        "E-mail addresses for an answer", "Days. After that nobody can be told of an answer."
    )
    original_days = _days("Authors' own words", "Days. At least as long as the two above.")

    def clean(self):
        told = super().clean()
        for name in ("bands_days", "contact_days"):
            if told.get(name) and told.get("original_days") and told[name] > told["original_days"]:
                self.add_error(name, "It cannot be kept longer than the author's own words.")
        return told


class FindForm(forms.Form):
    """By a receipt code or by an address, and nothing else: there is no browsing."""

    code = forms.CharField(
        label="Receipt code",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    address = forms.EmailField(
        label="E-mail address",
        help_text="The one that the author left for an answer.",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Enter a whole e-mail address, like name@example.org."},
    )

    def clean_code(self) -> str:
        if not self.cleaned_data["code"]:
            return ""
        try:
            return canonical(self.cleaned_data["code"])
        except NotAReceiptCode as problem:
            raise ValidationError(str(problem)) from problem

    def clean(self):
        told = super().clean()
        if not self.errors and bool(told.get("code")) == bool(told.get("address")):
            raise ValidationError("Enter a receipt code or an e-mail address: one of the two.")
        return told


class ChosenForm(forms.Form):
    """Which of the contributions that were found it is about."""

    contribution = forms.TypedMultipleChoiceField(
        label="Which of them?",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one."},
    )

    def __init__(self, data=None, *, labels: dict[int, str], **kwargs):
        super().__init__(data, initial={"contribution": list(labels)}, **kwargs)
        self.fields["contribution"].choices = list(labels.items())


class EraseForm(forms.Form):
    ground = forms.ChoiceField(
        label="Why is it erased?",
        choices=DataRequest.Ground,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is erased."},
    )


WORDS = (
    "purpose",
    "whose_data",
    "lawful_basis",
    "special_condition",
    "who_sees",
    "how_long",
    "safeguards",
)
LONGEST_WORDS = 2000


class ProcessingForm(forms.ModelForm):
    """A further version of one activity's record."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    class Meta:
        model = ProcessingRecord
        fields = (*WORDS, "assessed_on", "assessed_by", "next_review_on")
        labels = {
            "purpose": "What we do, and what for",
            "whose_data": "Whose data, and which",
            "lawful_basis": "Lawful basis",
            "special_condition": "Condition for special category data",
            "who_sees": "Who sees it",
            "how_long": "How long we keep it",
            "safeguards": "How it is protected",
            "assessed_on": "Impact assessment done on",
            "assessed_by": "Impact assessment done by",
            "next_review_on": "Next review",
        }
        help_texts = {
            "lawful_basis": "The article of the UK GDPR, and the law that gives the task.",
            "special_condition": "Health, ethnicity, belief: the article and the condition. Empty where there is none.",
            "how_long": "Where a rule of this site decides it, say so; its days are shown beside it.",
            "assessed_on": "Leave this and the next one empty if it is not done yet.",
            "assessed_by": "A role, not a name.",
        }
        widgets = {
            **{name: forms.Textarea(attrs={"rows": 3}) for name in WORDS},
            "assessed_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "next_review_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assessed_on"].required = False
        for name in sorted({*WORDS} - {"special_condition"}):
            self.fields[name].error_messages["required"] = "Fill this in: the record needs it."
        for name in WORDS:
            self.fields[name].validators.append(MaxLengthValidator(LONGEST_WORDS))
        self.fields["next_review_on"].error_messages["required"] = "Say when it is looked at again."

    def clean(self):
        told = super().clean()
        if bool(told.get("assessed_on")) != bool(told.get("assessed_by")):
            missing = "assessed_by" if told.get("assessed_on") else "assessed_on"
            self.add_error(missing, "Say when the impact assessment was done, and by whom.")
        return told

    def _post_clean(self):
        """The action writes the row; a form that is incomplete is no row to validate."""
