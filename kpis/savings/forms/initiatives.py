"""Forms about an initiative itself: adding one, changing its words, moving it to another stage."""

from django import forms
from django.contrib.auth import get_user_model

from kpis.domain.savings import WITH_A_REASON, SavingType, Stage, reachable
from kpis.savings.forms.fields import REASON, KpisField, MoneyField, MonthField, amount_as_typed, missing
from kpis.savings.models import Initiative, Recurrence
from kpis.workstreams.models import Workstream


class WordsForm(forms.Form):
    """What may change about an initiative as it goes along; its sums do not depend on any of it."""

    name = forms.CharField(max_length=200, error_messages=missing("Enter a name."))
    mechanism = forms.CharField(
        label="How does it save money?",
        help_text="In plain words: what is done differently, and why that costs less.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=missing("Say how it saves money."),
    )
    population = forms.CharField(
        label="Who is affected?",
        help_text="Which children, families or schools, and about how many.",
        max_length=300,
        error_messages=missing("Say who is affected."),
    )
    who_loses = forms.CharField(
        label="Who loses?",
        help_text="Needed for a scope reduction: who gets less than now, and what.",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    one_off_cost = MoneyField(
        label="One-off cost, in pounds",
        help_text="What it takes to set it up; 0 if nothing.",
        error_messages=missing("Enter the one-off cost, 0 if there is none."),
    )
    owner = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        help_text="The officer who answers for it. Somebody else signs its screening and its savings.",
        error_messages=missing("Choose the owner."),
    )
    risks = forms.CharField(
        label="What could go wrong?",
        help_text="And what it would mean for children and families.",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    partner_dependencies = forms.CharField(
        label="What does it need from partners?",
        help_text="From schools, health or social care: what, and by when.",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kpis = KpisField(
        label="KPIs that show whether it works",
        help_text="Their codes, for example: LP1, LP4.",
        required=False,
    )
    note = forms.CharField(
        label="Note", help_text="For example: illustrative.", max_length=300, required=False
    )

    def __init__(self, *args, owners, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners

    def check_who_loses(self, data, saving_type) -> None:
        if saving_type == SavingType.SCOPE_REDUCTION and not data.get("who_loses"):
            self.add_error("who_loses", "Say who loses: a scope reduction gives somebody less than now.")


class InitiativeForm(WordsForm):
    workstream = forms.ModelChoiceField(queryset=Workstream.objects.none(), empty_label=None)
    code = forms.RegexField(
        r"^[A-Z][A-Z0-9-]+$",
        max_length=20,
        help_text="Short and lasting, for example LP-4. Capital letters, digits and hyphens.",
        error_messages={
            "invalid": "Write capital letters, digits and hyphens, beginning with a letter: LP-4.",
            **missing("Enter a code."),
        },
    )
    saving_type = forms.ChoiceField(
        label="Type of saving",
        choices=[
            (saving_type.value, f"{saving_type.words}: {saving_type.meaning}") for saving_type in SavingType
        ],
        widget=forms.RadioSelect,
        help_text="Only cashable savings and income count towards the target; the others stand apart.",
        error_messages=missing("Choose the type of saving."),
    )
    recurrence = forms.ChoiceField(
        label="Does it save every year?",
        choices=Recurrence.choices,
        widget=forms.RadioSelect,
        error_messages=missing("Choose whether it saves every year."),
    )
    starts_on = MonthField(
        label="First month",
        help_text="For example September 2019.",
        error_messages=missing("Enter the first month."),
    )
    field_order = [
        "workstream",
        "code",
        "name",
        "mechanism",
        "population",
        "saving_type",
        "who_loses",
        "recurrence",
    ]

    def __init__(self, *args, workstreams, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workstream"].queryset = workstreams

    def clean(self):
        data = super().clean()
        self.check_who_loses(data, data.get("saving_type"))
        return data


class ChangeWordsForm(WordsForm):
    """The words as they are, to be changed with a reason. `replaces` is the last change that was on screen."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, initiative: Initiative, last: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.initiative = initiative
        self.fields["replaces"].initial = last
        for name in set(self.fields) - {"replaces", "reason", "kpis", "one_off_cost"}:
            self.fields[name].initial = getattr(initiative, name)
        self.fields["one_off_cost"].initial = amount_as_typed(initiative.one_off_cost_gbp)
        self.fields["kpis"].initial = ", ".join(sorted(kpi.code for kpi in initiative.kpis.all()))

    def clean(self):
        data = super().clean()
        self.check_who_loses(data, self.initiative.saving_type)
        return data


class StageForm(forms.Form):
    """The stages one move leads to. What a move still lacks is said by the action."""

    stage = forms.ChoiceField(
        label="Move it to", widget=forms.RadioSelect, error_messages=missing("Choose a stage.")
    )
    reason = forms.CharField(
        label="Reason",
        help_text="Needed to stop it, to take it back a stage or to begin again.",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, here: Stage, **kwargs):
        super().__init__(*args, **kwargs)
        self.here = here
        self.fields["stage"].choices = [(stage.value, stage.words) for stage in reachable(here)]

    def clean(self):
        data = super().clean()
        if data.get("stage") in WITH_A_REASON[self.here] and not data.get("reason"):
            self.add_error("reason", "Say why.")
        return data
