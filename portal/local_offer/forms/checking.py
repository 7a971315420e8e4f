"""What those send who say whether a page is right, and the editors who decide about it."""

from django import forms

from portal.local_offer.actions.checking import SUGGESTABLE
from portal.local_offer.models import ServicePage
from portal.local_offer.models.editing import NO_CONTACT, WAYS_TO_GET_IN_TOUCH

LONG = {"where_and_when", "eligibility", "how_to_get_it", "accessibility"}


class SuggestionForm(forms.Form):
    """The fields of a listing as they are, to be changed, and a note; for guidance only the note."""

    note = forms.CharField(
        label="Anything else that should change",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, page):
        super().__init__(data)
        if isinstance(page, ServicePage):
            fields = {name: _field(page, name) for name in SUGGESTABLE}
            self.fields = {**fields, "note": self.fields["note"]}

    def clean(self):
        told = super().clean()
        if "phone" in self.fields and not any(told.get(way) for way in WAYS_TO_GET_IN_TOUCH):
            self.add_error("phone", NO_CONTACT)
        return told

    @property
    def changes(self) -> dict:
        return {name: text for name, text in self.cleaned_data.items() if name != "note"}


def _field(page: ServicePage, name: str) -> forms.Field:
    """As the editor's form has it, but nothing is required: what is left empty is taken away."""
    field = ServicePage._meta.get_field(name)
    how = {"widget": forms.Textarea(attrs={"rows": 3})} if name in LONG else {}
    how |= {"assume_scheme": "https"} if name == "website" else {}
    made = field.formfield(required=False, initial=getattr(page, name), **how)
    if name in ("eligibility", "how_to_get_it", "cost", "summary"):
        made.required = True
        made.error_messages["required"] = "A published listing says this. Please do not leave it empty."
    return made


class DeclineForm(forms.Form):
    why = forms.CharField(
        label="Why not",
        help_text="The provider reads it.",
        max_length=300,
        error_messages={"required": "Say why not: the provider reads it."},
    )
