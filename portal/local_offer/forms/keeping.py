"""What editors and partners send: lists of duties, gaps, links of measures to KPIs."""

from django import forms

from feedback.contributions.forms.measures import MeasureForm
from portal.local_offer.models import Area, Duty, Gap, Need
from portal.local_offer.queries.gaps import AGE_BANDS, possible_owners

DATE = {"type": "date"}


class HeadingListForm(forms.Form):
    name = forms.CharField(
        label="Name of the list",
        max_length=200,
        error_messages={"required": "Give the list a name, such as “Duties as of April 2027”."},
    )
    as_of = forms.DateField(
        label="As of",
        help_text="The day on which the law said so.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DATE),
        error_messages={"required": "Give the day.", "invalid": "Give the day as a date."},
    )
    sources = forms.CharField(
        label="Sources",
        help_text="Acts, regulations and guidance.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say which law and guidance it comes from."},
    )


class HeadingForm(forms.Form):
    code = forms.SlugField(
        label="Code",
        help_text="Short, in small letters with hyphens. Pages name it, so the code of an old heading stays.",
        max_length=40,
        error_messages={"required": "Give it a code.", "invalid": "Use letters, digits and hyphens only."},
    )
    group = forms.CharField(
        label="Group", max_length=80, error_messages={"required": "Say which group it belongs to."}
    )
    title = forms.CharField(
        label="Heading", max_length=200, error_messages={"required": "Say what must or should be covered."}
    )
    source = forms.CharField(
        label="Source",
        help_text="The paragraph that says so.",
        max_length=200,
        error_messages={"required": "Say which paragraph says so."},
    )
    duty = forms.ChoiceField(
        label="Duty",
        choices=Duty,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose must or should."},
    )


class NewGapForm(forms.Form):
    """A gap as it was heard, or in somebody's own words."""

    kind = forms.ChoiceField(choices=Gap.Kind, widget=forms.HiddenInput, initial=Gap.Kind.COMMENT)
    subject = forms.CharField(
        label="What is missing", max_length=200, error_messages={"required": "Say what is missing."}
    )
    times = forms.IntegerField(min_value=1, max_value=1_000_000, required=False, widget=forms.HiddenInput)
    need = forms.ChoiceField(label="Need", choices=[("", "Any need"), *Need.choices], required=False)
    age_band = forms.ChoiceField(
        label="Age", choices=[("", "Any age"), *((band, band) for band, *_ in AGE_BANDS)], required=False
    )
    area = forms.ChoiceField(label="Where", choices=[("", "Anywhere"), *Area.choices], required=False)

    def clean_times(self):
        return self.cleaned_data["times"] or 1


class PlanForm(forms.Form):
    owner = forms.ModelChoiceField(
        label="Who does something about it",
        queryset=None,
        empty_label="Choose a person",
        error_messages={
            "required": "Choose who does something about it.",
            "invalid_choice": "Choose from the list.",
        },
    )
    plan = forms.CharField(
        label="What will be done",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what will be done."},
    )
    due_on = forms.DateField(
        label="By when",
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DATE),
        error_messages={"required": "Say by when.", "invalid": "Give the day as a date."},
    )
    proposal_title = forms.CharField(label="Proposal that came of it", max_length=200, required=False)
    proposal_url = forms.RegexField(
        r"^/[^/\\].*$",
        label="Its address on this site",
        help_text="From its first “/”.",
        max_length=500,
        required=False,
        error_messages={"invalid": "Give an address of this site, from its first “/”."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = possible_owners()

    def clean(self):
        told = super().clean()
        if bool(told.get("proposal_title")) != bool(told.get("proposal_url")) and not self.errors:
            self.add_error("proposal_url", "Give both the name of the proposal and its address, or neither.")
        return told


class CloseForm(forms.Form):
    because = forms.CharField(
        label="What was done",
        help_text="Or why nothing is done.",
        max_length=300,
        error_messages={"required": "Say what was done."},
    )


__all__ = ["CloseForm", "HeadingForm", "HeadingListForm", "MeasureForm", "NewGapForm", "PlanForm"]
