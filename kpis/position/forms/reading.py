"""Small forms around the finance page: which two statements to compare, and a table to import."""

from django import forms
from django.conf import settings
from django.core.validators import FileExtensionValidator


class CompareForm(forms.Form):
    """Read from the address: any two statements of the year. What is not among them is left out."""

    judged = forms.TypedChoiceField(label="Set", coerce=int, required=False, empty_value=None)
    against = forms.TypedChoiceField(label="against", coerce=int, required=False, empty_value=None)

    def __init__(self, data, *, groups):
        super().__init__(data)
        sides = [side.statement for group in groups for side in group.sides]
        choices = [(s.pk, f"{s.what}: {s.basis_words}, {s.scope.name}") for s in sides]
        for field in self.fields.values():
            field.choices = [("", "Choose"), *choices]
        self.is_useful = len(choices) > 1

    @property
    def chosen(self) -> dict[str, int]:
        """Both ids, or nothing where one of them is missing."""
        self.full_clean()
        picked = {name: self.cleaned_data.get(name) for name in self.fields}
        return picked if all(picked.values()) else {}


class ImportForm(forms.Form):
    file = forms.FileField(
        label="Your table",
        help_text="CSV or XLSX, at most 10 MB, with the headings of the template.",
        validators=[FileExtensionValidator(["csv", "xlsx"], "Send a CSV or an XLSX file.")],
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": "Choose the table to import."},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError("The file is larger than 10 MB. Send fewer rows at a time.")
        return file
