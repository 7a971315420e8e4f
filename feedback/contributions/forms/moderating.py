"""Forms of moderators and safeguarding leads."""

from django import forms

from feedback.contributions.forms.giving import LONGEST_TEXT
from feedback.contributions.models import Contribution, NotPublishingReason, Withholding


class PublicVersionForm(forms.Form):
    text = forms.CharField(
        label="Text that everybody may read",
        help_text="Take out what could show who somebody is. Keep the author's own words otherwise.",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Write the text that everybody may read."},
    )
    about_a_child = forms.ChoiceField(
        label="Is it about a child or young person?",
        choices=[
            ("yes", "Yes, or it could show who somebody is: a second person must approve it"),
            ("no", "No: one person may write and approve it"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is about a child or young person."},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, contribution: Contribution, **kwargs):
        super().__init__(*args, **kwargs)
        if contribution.needs_second_person:
            del self.fields["about_a_child"]

    @property
    def wording(self) -> dict:
        """What the action takes. Where it was known before, nobody is asked again."""
        return {
            "text": self.cleaned_data["text"],
            "based_on": self.cleaned_data["based_on"],
            "needs_second_person": self.cleaned_data.get("about_a_child", "yes") == "yes",
        }


class WithholdingForm(forms.Form):
    reason = forms.ModelChoiceField(
        label="Reason not to publish",
        help_text="What could show who somebody is gets edited, not withheld. The author reads the reason.",
        queryset=NotPublishingReason.objects.current().in_order(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose a reason."},
    )


class WithholdManyForm(WithholdingForm):
    """One reason for the ticked rows of a page; the boxes stand in the table."""

    contributions = forms.ModelMultipleChoiceField(
        label="Ticked contributions",
        queryset=Contribution.objects.for_moderators(),
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": "Tick at least one contribution.",
            "invalid_choice": "One of the ticked contributions is not there any more. Look again.",
        },
    )


class AgreeManyForm(forms.Form):
    """Proposals that a second person agrees to; the boxes stand in the table."""

    withholdings = forms.ModelMultipleChoiceField(
        label="Ticked proposals",
        queryset=Withholding.objects.open().filter(
            contribution__in=Contribution.objects.for_moderators().values("pk")
        ),
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": "Tick at least one proposal.",
            "invalid_choice": "One of the ticked proposals has been decided already. Look again.",
        },
    )


class ReasonForm(forms.Form):
    label = forms.CharField(
        label="Name of the reason",
        max_length=120,
        error_messages={"required": "Write a name for the reason."},
    )
    public_wording = forms.CharField(
        label="What its author and the public read",
        help_text="Whole sentences in plain words: why it is not published, and that it is counted.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what its author will read."},
    )
    needs_second_person = forms.BooleanField(
        label="A second person must agree",
        required=False,
        initial=True,
    )


class WhyForm(forms.Form):
    """Words that go to the log, such as why something sealed is opened."""

    why = forms.CharField(label="Why?", max_length=300, error_messages={"required": "Say why."})

    def __init__(self, *args, label: str = "Why?", optional: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].label = label
        self.fields["why"].required = not optional


class ReferralForm(forms.Form):
    handed_to = forms.CharField(
        label="Handed over to",
        help_text="The team or role that acts now.",
        max_length=200,
        error_messages={"required": "Say to whom you handed it over."},
    )
    note = forms.CharField(
        label="Note",
        help_text="A reference number, what was agreed.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
