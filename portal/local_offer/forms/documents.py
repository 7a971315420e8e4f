"""Files that editors offer to readers."""

from django import forms
from wagtail.documents.forms import BaseDocumentForm

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
