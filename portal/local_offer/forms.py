"""What readers and editors send."""

from django import forms
from wagtail.documents.forms import BaseDocumentForm

from portal.local_offer.models import Need
from portal.local_offer.models.choices import OLDEST, YOUNGEST
from portal.local_offer.queries import Search

WHICH_AGES = f"a number from {YOUNGEST} to {OLDEST}."


class SearchForm(forms.Form):
    q = forms.CharField(
        label="What do you need help with?",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    age = forms.IntegerField(
        label="Age of the child or young person",
        help_text=WHICH_AGES.capitalize(),
        min_value=YOUNGEST,
        max_value=OLDEST,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], f"Give the age as {WHICH_AGES}"),
    )
    need = forms.MultipleChoiceField(
        label="Needs", choices=Need, required=False, widget=forms.CheckboxSelectMultiple
    )

    def search(self) -> Search:
        """What was asked for; nothing where the form has mistakes."""
        if not self.is_valid():
            return Search()
        asked = self.cleaned_data
        return Search(words=asked["q"], age=asked["age"], needs=tuple(asked["need"]))


# The first bytes of the kinds of file that editors may offer.
SIGNATURES = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}


class DocumentForm(BaseDocumentForm):
    """A document is what its name says it is."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            refuse_disguised(file)
        return file


def refuse_disguised(file) -> None:
    """Raise ValidationError when the first bytes are not those of the kind of file its name claims."""
    expected = SIGNATURES.get(file.name.rpartition(".")[2].lower())
    if expected and file.read(len(expected)) != expected:
        raise forms.ValidationError("This file is not the kind its name says it is.")
    file.seek(0)
