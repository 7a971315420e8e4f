"""What an editor sends to import listings."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from portal.local_offer.models import ImportedRow, ListingImport, SectionPage

ENDINGS = {
    ListingImport.Kind.SPREADSHEET: (".csv", ".xlsx", ".ods"),
    ListingImport.Kind.FEED: (".json",),
}


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; their names and contents."""

    def __init__(self, **kwargs):
        super().__init__(widget=SeveralFiles(), **kwargs)

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(file, initial) for file in data or [None]]
        if sum(file.size for file in files if file) > settings.MAX_UPLOAD_BYTES:
            raise ValidationError("The files are larger than 10 MB together.")
        return [(file.name[:300], file.read()) for file in files if file]


class ImportForm(forms.Form):
    """A list of listings: a spreadsheet, the documents of a feed, or a feed that is fetched."""

    source = forms.CharField(
        label="Whose list it is",
        help_text="Write it the same way each time: the next list from there is compared with this one.",
        max_length=200,
        required=False,
    )
    files = FilesField(
        label="The file",
        help_text="A spreadsheet (CSV, XLSX, ODS) or the JSON documents of an Open Referral feed; at most 10 MB.",
        required=False,
    )
    checked_on = forms.DateField(
        label="When the list was last checked",
        help_text="Only for a spreadsheet, and only for listings that do not say it themselves.",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    feed = forms.ChoiceField(label="Or fetch a feed", required=False)

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        feeds = settings.OPEN_REFERRAL_FEEDS
        self.fields["feed"].choices = [("", "None"), *((address, address) for address in feeds)]
        if not feeds:
            del self.fields["feed"]

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day and day > self.today:
            raise ValidationError("This day is still to come.")
        return day

    def clean(self):
        data = super().clean()
        if self.errors or data.get("feed"):
            return data
        if not data.get("files"):
            self.add_error("files", "Choose a file.")
        elif not data.get("source"):
            self.add_error("source", "Say whose list it is.")
        elif self._kind() is None:
            self.add_error("files", "Send one spreadsheet (CSV, XLSX, ODS), or JSON documents only.")
        return data

    def _kind(self) -> str | None:
        names = [name.lower() for name, _ in self.cleaned_data["files"]]
        if len(names) == 1 and names[0].endswith(ENDINGS[ListingImport.Kind.SPREADSHEET]):
            return ListingImport.Kind.SPREADSHEET
        is_feed = all(name.endswith(ENDINGS[ListingImport.Kind.FEED]) for name in names)
        return ListingImport.Kind.FEED if is_feed else None

    @property
    def received(self) -> dict:
        """What `receive_import` takes."""
        data = self.cleaned_data
        if data.get("feed"):
            return {"kind": ListingImport.Kind.FEED, "source": data["feed"], "files": []}
        return {
            "kind": self._kind(),
            "source": data["source"],
            "files": data["files"],
            "checked_on": data["checked_on"],
        }


class DecideForm(forms.Form):
    decision = forms.ChoiceField(
        label="Is it the same?", choices=ImportedRow.Decision, widget=forms.RadioSelect
    )


class ConfirmForm(forms.Form):
    section = forms.ModelChoiceField(
        label="Where new listings go", queryset=SectionPage.objects.none(), empty_label=None
    )
    publishes = forms.TypedChoiceField(
        label="What becomes of them",
        choices=[
            ("no", "All are drafts until an editor publishes them"),
            ("yes", "What is complete is published at once; the rest are drafts"),
        ],
        coerce=lambda choice: choice == "yes",
        initial="no",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections
