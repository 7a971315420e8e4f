"""Forms of bringing a file in."""

from django import forms
from django.conf import settings
from django.core.validators import FileExtensionValidator

KINDS = ("csv", "xlsx", "ods")


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Your table",
        help_text="CSV, XLSX or ODS, at most 10 MB, with the headings of the template.",
        validators=[FileExtensionValidator(KINDS, "Send a CSV, an XLSX or an ODS file.")],
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{kind}" for kind in KINDS)}),
        error_messages={"required": "Choose a file.", "empty": "The file is empty."},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError("The file is larger than 10 MB. Send fewer rows at a time.")
        return file


class ConfirmForm(forms.Form):
    """The reason is asked only where approved figures would be corrected."""

    reason = forms.CharField(
        label="Why are the approved figures corrected?",
        help_text="The earlier figures stay in the history beside this reason.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the approved figures are corrected."},
    )

    def __init__(self, *args, needs_reason: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


class WithdrawForm(forms.Form):
    why = forms.CharField(
        label="Why is the file withdrawn?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the file is withdrawn."},
    )
