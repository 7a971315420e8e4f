"""Forms of the public: telling us something, coming back with a code, choosing answers to read."""

import secrets

from django import forms
from django.core.signing import BadSignature, Signer

from feedback.contributions.models import Contribution, Kind, PartnerType, PublishConsent
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
