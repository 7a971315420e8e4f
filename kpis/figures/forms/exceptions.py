"""Forms of the exception register."""

from django import forms
from django.contrib.auth import get_user_model

from kpis.figures.actions.entries import Explanation
from kpis.figures.actions.exceptions import Progress
from kpis.figures.queries.exceptions import SHOWN

WHAT_IS_DONE = ("action", "owner", "due_on", "reminds")
EXPLANATION = ("cause", *WHAT_IS_DONE)


class ActionForm(forms.Form):
    """What is being done, by whom and by when."""

    action = forms.CharField(
        label="What is being done about it?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is being done about it."},
    )
    owner = forms.CharField(
        label="Who does it?",
        help_text="A role or a team.",
        max_length=120,
        error_messages={"required": "Say who does it."},
    )
    due_on = forms.DateField(
        label="By when?",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": "Give the day by which it should be done."},
    )
    reminds = forms.ModelChoiceField(
        label="Whom to remind when it is late",
        help_text="Somebody with an account here. Without a name it is the workstream's lead.",
        queryset=None,
        required=False,
        empty_label="The workstream's lead",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.with_perm("figures.view_kpi")
        self.fields["reminds"].queryset = people.order_by("first_name", "last_name", "pk")

    def clean_due_on(self):
        """A slip of the keyboard, such as the year 26, would be two thousand years overdue."""
        due_on = self.cleaned_data["due_on"]
        if not 2000 <= due_on.year <= 2100:
            raise forms.ValidationError("Give a day between 2000 and 2100.")
        return due_on


class ExplainForm(ActionForm):
    """Why a figure is off track, or a special cause for concern, and what is being done."""

    cause = forms.CharField(
        label="Why is that?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why that is."},
    )
    field_order = EXPLANATION

    @property
    def explanation(self) -> Explanation | None:
        return Explanation(**{name: self.cleaned_data[name] for name in EXPLANATION})


class UpdateExceptionForm(ActionForm):
    """How an exception goes; what holds of action, owner and date is filled in already."""

    words = forms.CharField(
        label="How does it go?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say how it goes."},
    )
    field_order = ("words", *WHAT_IS_DONE)

    @property
    def progress(self) -> Progress:
        return Progress(**{name: self.cleaned_data[name] for name in ("words", *WHAT_IS_DONE)})


class CloseExceptionForm(forms.Form):
    outcome = forms.CharField(
        label="What came of it?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what came of it."},
    )


class ExceptionFilter(forms.Form):
    """Read from the address. What is not among the choices is left out, as an old bookmark may hold it."""

    workstream = forms.ChoiceField(required=False)
    show = forms.ChoiceField(label="Which", choices=[("", "Open and closed"), *SHOWN], required=False)
    owner = forms.CharField(label="Owner", max_length=120, required=False)
    meeting = forms.ChoiceField(label="As known at", required=False)

    def __init__(self, *args, workstreams, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workstream"].choices = [
            ("", "All workstreams"),
            *((workstream.slug, workstream.name) for workstream in workstreams),
        ]
        self.meetings = {meeting.held_on.isoformat(): meeting for meeting in meetings}
        self.fields["meeting"].choices = [
            ("", "Now"),
            *((on, f"{meeting.held_on:%-d %B %Y}") for on, meeting in self.meetings.items()),
        ]

    @property
    def chosen(self) -> dict:
        """The filters as `queries.register` takes them."""
        self.full_clean()
        return {name: self.cleaned_data.get(name, "") for name in ("workstream", "show", "owner")}

    @property
    def meeting_chosen(self):
        """The meeting whose knowledge is asked for; None for now."""
        self.full_clean()
        return self.meetings.get(self.cleaned_data.get("meeting", ""))

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())
