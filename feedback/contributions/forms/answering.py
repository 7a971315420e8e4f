"""Forms of those who answer, and of the forum."""

from django import forms
from django.db.models import Model
from django.utils import timezone

from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Contribution, Outcome
from feedback.contributions.queries import evidence
from kpis.workstreams.models import Workstream


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
    evidence = forms.ChoiceField(
        label="What shows that it was done",
        help_text="Needed for what was done, unless a page shows it: a KPI with a figure, or a milestone that is done.",
        required=False,
    )
    evidence_page = forms.CharField(
        label="Or the page that shows it",
        help_text="The address of a published page of this site, for example /local-offer/short-breaks/.",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args, choosable, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contributions"].queryset = choosable
        self.fields["evidence"].choices = [("", "None of these"), *evidence.choices(at)]

    def clean_evidence(self) -> Model | None:
        token = self.cleaned_data["evidence"]
        return evidence.chosen(token) if token else None

    def clean_evidence_page(self) -> Model | None:
        """The page itself; the error names an address that is dead or of another site."""
        address = self.cleaned_data["evidence_page"]
        try:
            return evidence.page_at(address) if address else None
        except evidence.NotEvidence as nothing:
            raise forms.ValidationError(str(nothing)) from nothing

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("evidence") and cleaned.get("evidence_page"):
            self.add_error("evidence_page", "Choose one: a KPI or milestone above, or this page.")
        problem = None if self.errors else self.words.problem
        if problem:
            self.add_error(*problem)
        return cleaned

    @property
    def words(self) -> Words:
        parts = ("you_said", "outcome", "what", "reason", "owner", "due_on")
        shown = self.cleaned_data["evidence"] or self.cleaned_data["evidence_page"]
        return Words(**{part: self.cleaned_data[part] for part in parts}, evidence=shown)


class ForumViewForm(forms.Form):
    text = forms.CharField(
        label="The forum's own view",
        help_text="Shown beside the answer as you write it. Leave it empty to take it away.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
