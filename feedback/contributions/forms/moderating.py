"""Forms of moderators and safeguarding leads."""

from django import forms

from feedback.contributions.forms.giving import LONGEST_TEXT
from feedback.contributions.models import Contribution, NotPublishingReason


class PublicVersionForm(forms.Form):
    text = forms.CharField(
        label="Text that everybody may read",
        help_text="Take out what could show who somebody is. Keep the author's own words otherwise.",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Write the text that everybody may read."},
    )
    needs_second_person = forms.BooleanField(
        label="It is about a child or could show who somebody is: a second person must approve it",
        required=False,
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, contribution: Contribution, **kwargs):
        super().__init__(*args, **kwargs)
        if contribution.needs_second_person:
            del self.fields["needs_second_person"]


class WithholdingForm(forms.Form):
    reason = forms.ModelChoiceField(
        label="Reason not to publish",
        help_text="What could show who somebody is gets edited, not withheld. The author reads the reason.",
        queryset=NotPublishingReason.objects.in_order(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose a reason."},
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
