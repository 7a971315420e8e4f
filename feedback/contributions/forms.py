"""Forms of the public, of moderators and of those who answer."""

import secrets

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils import timezone

from feedback.contributions.actions.answering import Words
from feedback.contributions.models import (
    Contribution,
    Kind,
    NotPublishingReason,
    Outcome,
    PartnerType,
    PublishConsent,
)
from feedback.contributions.queries.about import NOTHING_IN_PARTICULAR, About, about_from, about_token
from feedback.domain.coach import Finding, find_personal_details
from feedback.domain.receipts import NotAReceiptCode, canonical
from kpis.workstreams.models import Workstream

LONGEST_TEXT = 5000
ONE_TIME = Signer(salt="feedback.contributions.one-time")


class ContributionForm(forms.Form):
    """What a person tells us. The coach's findings stand beside it and never make it invalid."""

    text = forms.CharField(
        label="What would you like to tell us?",
        help_text="Please leave out names, schools, birthdays and phone numbers.",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "required": "Write what you would like to tell us.",
            "max_length": "Make it shorter: up to 5,000 letters. You can send more than one message.",
        },
    )
    kind = forms.ChoiceField(
        label="What is it about?",
        choices=Kind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about."},
    )
    about = forms.ChoiceField(label="Is it about one part of the plan, or one page?", required=False)
    partner_type = forms.ChoiceField(
        label="Who are you?",
        choices=PartnerType,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who you are. The last choice is for everybody else."},
    )
    publish_consent = forms.ChoiceField(
        label="May we publish what you say?",
        choices=PublishConsent,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether we may publish it."},
    )
    someone_at_risk = forms.BooleanField(label="Someone may be at risk of harm", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, about_page: str = ""):
        super().__init__(
            data, initial={"token": ONE_TIME.sign(secrets.token_urlsafe(16)), "about": about_page}
        )
        self.fields["about"].choices = self._subjects(about_page if data is None else data.get("about", ""))
        self.fields["someone_at_risk"].help_text = (
            "In danger now? Call 999 first. If you tick this box, "
            "somebody whose job it is to keep people safe reads your message."
        )

    def _subjects(self, arrived_with: str) -> list[tuple[str, str]]:
        """Where the person came from, nothing in particular, and the workstreams of the plan."""
        subjects = [("", "No, or I do not know")]
        subjects += [(about_token(w), w.name) for w in Workstream.objects.in_order()]
        came_from = about_from(arrived_with)
        if came_from is not NOTHING_IN_PARTICULAR and arrived_with not in dict(subjects):
            subjects.insert(0, (arrived_with, f"Yes: {came_from.title}"))
        return subjects

    def clean_token(self) -> str:
        """Ours, or a new one: nobody chooses their own."""
        try:
            return ONE_TIME.unsign(self.cleaned_data["token"])
        except BadSignature:
            return secrets.token_urlsafe(16)

    def clean_about(self) -> About:
        return about_from(self.cleaned_data["about"])

    @property
    def findings(self) -> list[Finding]:
        """What in the words may tell who somebody is."""
        return find_personal_details(self.data.get("text", "")[:LONGEST_TEXT])

    @property
    def should_be_checked(self) -> bool:
        """Show the findings once before it is sent; nothing delays a word about somebody at risk."""
        return bool(
            self.findings and not self.data.get("checked") and not self.cleaned_data["someone_at_risk"]
        )

    @property
    def looks_automatic(self) -> bool:
        """The field that people do not see was filled."""
        return bool(self.data.get("website"))


class ReceiptForm(forms.Form):
    """A receipt code; valid only where it is the code of a contribution, which is then `contribution`."""

    code = forms.CharField(
        label="Your code",
        help_text="For example 2CDF-3HJK-4MNP-5RTV. Capital letters, spaces and dashes do not matter.",
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": "Enter your code."},
    )
    contribution: Contribution | None = None

    def clean_code(self) -> str:
        try:
            code = canonical(self.cleaned_data["code"])
        except NotAReceiptCode as problem:
            raise forms.ValidationError(str(problem)) from problem
        self.contribution = (
            Contribution.objects.with_receipt(code)
            .select_related("approved_version", "not_published_because")
            .first()
        )
        if self.contribution is None:
            raise forms.ValidationError("We do not know this code. Check what you copied.")
        return code


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


class ContributionChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, contribution):
        when = f"{timezone.localdate(contribution.received_at):%-d %B %Y}"
        if contribution.public_text:
            return f"“{contribution.public_text}” ({when})"
        return f"Counted only, not shown: contribution {contribution.pk} ({when})"


class ResponseForm(forms.Form):
    """An answer. Which parts are needed depends on the outcome: `Words` says so."""

    contributions = ContributionChoices(
        label="What people said that this answers",
        queryset=Contribution.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one contribution that this answers."},
    )
    workstream = forms.ModelChoiceField(
        label="Workstream", queryset=Workstream.objects.in_order(), required=False, empty_label="None"
    )
    you_said = forms.CharField(
        label="You said",
        help_text="In a sentence or two of your own. The public versions are shown beside it.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    outcome = forms.ChoiceField(label="Our answer", choices=Outcome, widget=forms.RadioSelect)
    what = forms.CharField(
        label="What we did or will do",
        help_text="Needed for what was done and for a promise.",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    owner = forms.CharField(
        label="Who will do it",
        help_text="Needed for a promise: a role, not a name.",
        required=False,
        max_length=120,
    )
    due_on = forms.DateField(
        label="By when",
        help_text="Needed for a promise.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label="Why we will not",
        help_text="Needed where we will not do it.",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    evidence = forms.CharField(
        label="Where to see it",
        help_text="Needed for what was done: a page, a figure, a milestone.",
        required=False,
        max_length=300,
    )
    evidence_url = forms.RegexField(
        label="Address of that page",
        help_text="Starts with https:// or, for a page of this site, with /.",
        regex=r"^(https://|/[^/\\])\S*$",
        required=False,
        max_length=500,
        error_messages={"invalid": "Enter an address that starts with https:// or with a single /."},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args, choosable, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contributions"].queryset = choosable

    def clean(self):
        cleaned = super().clean()
        problem = None if self.errors else self.words.problem
        if problem:
            self.add_error(*problem)
        return cleaned

    @property
    def words(self) -> Words:
        parts = ("you_said", "outcome", "what", "reason", "owner", "due_on", "evidence", "evidence_url")
        return Words(**{part: self.cleaned_data[part] for part in parts})


class ForumViewForm(forms.Form):
    text = forms.CharField(
        label="The forum's own view",
        help_text="Shown beside the answer as you write it. Leave it empty to take it away.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class AnswersFilterForm(forms.Form):
    workstream = forms.ModelChoiceField(
        label="Workstream",
        queryset=Workstream.objects.in_order(),
        to_field_name="slug",
        required=False,
        empty_label="All",
    )
    topic = forms.ChoiceField(
        label="About",
        choices=[("", "Everything"), *Kind.choices],
        required=False,
    )
