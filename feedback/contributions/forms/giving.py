"""Forms in which somebody tells us something, and the codes and choices with which the public reads on."""

import secrets
from datetime import datetime, time, timedelta

from django import forms
from django.core.signing import BadSignature, TimestampSigner
from django.utils import timezone

from feedback.contributions.models import (
    Channel,
    Contribution,
    Kind,
    Neighbourhood,
    PartnerType,
    PublishConsent,
)
from feedback.contributions.models.about_the_author import AGE_BANDS, NEEDS
from feedback.contributions.queries.about import NOTHING_IN_PARTICULAR, About, about_from, about_token
from feedback.contributions.queries.receipts import with_receipt
from feedback.domain.coach import Finding, find_personal_details
from feedback.domain.proof import BITS, is_solved
from feedback.domain.receipts import NotAReceiptCode, canonical
from feedback.domain.risk import suggests_risk
from kpis.workstreams.models import Workstream

LONGEST_TEXT = 5000
ONE_TIME = TimestampSigner(salt="feedback.contributions.one-time")
PROOF_LASTS = timedelta(days=1)
RATHER_NOT = [("", "I would rather not say")]

# Beside the official short name, what it means.
NEEDS_IN_WORDS = {
    "ASD": "Autism",
    "HI": "Hearing",
    "MLD": "Learning, somewhat slower in most subjects",
    "MSI": "Both hearing and sight",
    "PD": "Moving, sitting or using hands",
    "PMLD": "Learning and physical needs, both very great",
    "SEMH": "Feelings, behaviour, mental health",
    "SLCN": "Speaking and understanding",
    "SLD": "Learning, much slower in all subjects",
    "SPLD": "Reading, writing or numbers, such as dyslexia",
    "VI": "Sight",
    "OTH": "Something else",
    "none recorded": "Nobody has named it yet",
}


def need_choices() -> list[tuple[str, str]]:
    named = [(key, f"{NEEDS_IN_WORDS[key]} ({key})") for key, _ in NEEDS if key.isupper()]
    return [*named, *((key, NEEDS_IN_WORDS[key]) for key, _ in NEEDS if not key.isupper())]


class ContributionForm(forms.Form):
    """What a person tells us. The coach's findings stand beside it and never make it invalid.

    Its questions are numbered; the printed form is drawn from this one and has the same numbers.
    """

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
    about = forms.ChoiceField(
        label="Is it about one part of the partnership's plan, or one page?", required=False
    )
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
    someone_at_risk = forms.BooleanField(
        label="Someone may be at risk of harm",
        help_text="In danger now? Call 999 first. If you tick this box, "
        "somebody whose job it is to keep people safe reads your message.",
        required=False,
    )
    email = forms.EmailField(
        label="Your e-mail address, if you want an answer there",
        help_text="We use it for nothing else. It is kept apart from what you say and deleted first. "
        "Without it you can still read the answer with your code.",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "Enter an e-mail address like name@example.org, or leave it empty."},
    )
    neighbourhood = forms.ModelChoiceField(
        label="Where do you live?",
        queryset=Neighbourhood.objects.order_by("position", "id"),
        required=False,
        empty_label="I would rather not say",
    )
    age_band = forms.ChoiceField(
        label="How old is the child or young person?", choices=RATHER_NOT + AGE_BANDS, required=False
    )
    need = forms.ChoiceField(
        label="What do they need most help with?", choices=[*RATHER_NOT, *need_choices()], required=False
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    TOLD = ("text", "kind", "about", "partner_type", "publish_consent", "someone_at_risk", "email")
    BANDS = ("neighbourhood", "age_band", "need")

    def __init__(self, data=None, *, about_page: str = "", kind: str = ""):
        told = {"about": about_page, "kind": kind}
        super().__init__(data, initial={"token": ONE_TIME.sign(secrets.token_urlsafe(16)), **told})
        if not self.fields["neighbourhood"].queryset.exists():
            del self.fields["neighbourhood"]
        self.fields["about"].choices = self._subjects(about_page if data is None else data.get("about", ""))
        numbered = [name for name in (*self.TOLD, *self.BANDS) if name in self.fields]
        for number, name in enumerate(numbered, start=1):
            self.fields[name].label = f"{number}. {self.fields[name].label}"

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
    def bands(self) -> list:
        """The questions about the author, as they are drawn."""
        return [self[name] for name in self.BANDS if name in self.fields]

    @property
    def tells_bands(self) -> bool:
        """Something about the author is chosen or has to be put right: the page shows that part open."""
        return any(band.errors or band.value() for band in self.bands)

    @property
    def findings(self) -> list[Finding]:
        """What in the words may tell who somebody is."""
        return find_personal_details(self._words)

    @property
    def suggests_risk(self) -> bool:
        """The box is ticked, or the words suggest that somebody may be at risk."""
        return bool(self.data.get("someone_at_risk")) or suggests_risk(self._words)

    @property
    def _words(self) -> str:
        return self.data.get("text", "")[:LONGEST_TEXT]

    @property
    def should_be_checked(self) -> bool:
        """Show the findings once before it is sent; nothing delays a word about somebody at risk."""
        return bool(self.findings and not self.data.get("checked") and not self.suggests_risk)

    @property
    def looks_automatic(self) -> bool:
        """The field that people do not see was filled."""
        return bool(self.data.get("website"))

    @property
    def proof_bits(self) -> int:
        return BITS

    @property
    def proof(self) -> str:
        """The one-time token whose challenge was solved; empty where none was, or it was too long ago."""
        challenge = self.data.get("token", "")
        if not is_solved(challenge, self.data.get("proof", "")):
            return ""
        try:
            return ONE_TIME.unsign(challenge, max_age=PROOF_LASTS)
        except BadSignature:
            return ""


class EnterForm(ContributionForm):
    """What somebody told a member of staff on paper, by telephone, at an event, through an interpreter."""

    channel = forms.ChoiceField(
        label="How did they tell you?",
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they told you."},
    )
    told_on = forms.DateField(
        label="When did they tell you?",
        help_text="The clocks run from this day.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": "Enter the day.", "invalid": "Enter a day like 2026-11-24."},
    )
    consent_given_on = forms.DateField(
        label="When did they agree that you write it down here?",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": "Enter the day they agreed.", "invalid": "Enter a day like 2026-11-24."},
    )
    consent = forms.BooleanField(
        label="They know what happens to what they said, and they agreed",
        help_text="Read the privacy notice to them, or give it to them on paper.",
        error_messages={"required": "Write nothing down here that its author has not agreed to."},
    )
    BEFORE = ("channel", "told_on", "consent_given_on", "consent")

    def __init__(self, data=None, *, now: datetime):
        super().__init__(data)
        self.now = now

    @property
    def before(self) -> list:
        return [self[name] for name in self.BEFORE]

    def clean_told_on(self):
        return self._not_later_than_today("told_on")

    def clean_consent_given_on(self):
        return self._not_later_than_today("consent_given_on")

    def _not_later_than_today(self, name: str):
        if self.cleaned_data[name] > self.now.date():
            raise forms.ValidationError("Enter today or an earlier day.")
        return self.cleaned_data[name]

    @property
    def told(self) -> dict:
        """For the action: noon of the day they told it stands for its hour, which nobody wrote down."""
        told = {k: v for k, v in self.cleaned_data.items() if k not in ("told_on", "consent")}
        noon = timezone.make_aware(datetime.combine(self.cleaned_data["told_on"], time(12)))
        return told | {"told_at": min(noon, self.now)}


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
        self.contribution = with_receipt(code)
        if self.contribution is None:
            raise forms.ValidationError("We do not know this code. Check what you copied.")
        return code

    def again(self):
        """With the contribution as it stands now."""
        self.contribution = with_receipt(self.cleaned_data["code"])
        return self


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
