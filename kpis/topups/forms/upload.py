"""A table of a year's top-ups."""

from django import forms
from django.conf import settings
from django.core.validators import FileExtensionValidator

from kpis.topups.forms.fields import ProvenanceForm, YearField


class UploadForm(ProvenanceForm):
    file = forms.FileField(
        label="Your table",
        help_text="CSV or XLSX, at most 10 MB, with the headings of the template.",
        validators=[FileExtensionValidator(["csv", "xlsx"], "Send a CSV or an XLSX file.")],
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": "Choose a file."},
    )
    financial_year = YearField(label="Financial year")
    reason = forms.CharField(
        label="If there is a list of this year already: why does this one take its place?",
        help_text="The list before stays on record.",
        max_length=400,
        required=False,
    )
    field_order = (
        "file",
        "financial_year",
        "basis",
        "price_base",
        "funding_scope",
        "source",
        "reason",
        "note",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError("The file is larger than 10 MB. Send fewer rows at a time.")
        return file

    @property
    def terms(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "file"}
