from dataclasses import asdict
from datetime import datetime, time
from decimal import Decimal

from django import forms
from django.conf import settings
from django.core import signing
from django.core.validators import FileExtensionValidator
from django.utils import timezone

from kpis.domain.numbers import NotANumber, parse_number
from kpis.published.spreadsheets import FILE_KINDS, FileReading, FileValue, UnknownLayout, read_file
from kpis.spreadsheets import UnreadableFile

LARGEST = 10**14  # what the database keeps


class ConfirmForm(forms.Form):
    value = forms.CharField(label="What the number is", max_length=60)
    note = forms.CharField(
        label="How you know",
        help_text="For example: the rate printed beside it fits only this number.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_value(self):
        try:
            number = parse_number(self.cleaned_data["value"])
        except NotANumber as problem:
            raise forms.ValidationError(str(problem)) from problem
        if abs(number) >= LARGEST:
            raise forms.ValidationError(
                "This is too large to be right: at most fourteen digits before the point."
            )
        return number


class ImportForm(forms.Form):
    """A published file, what it is, and when it was published; `reading` holds its values once it is valid."""

    kind = forms.ChoiceField(
        label="Which file it is", choices=[(kind.key, kind.label) for kind in FILE_KINDS.values()]
    )
    area = forms.ModelChoiceField(label="Whose values to read", queryset=None, empty_label=None)
    file = forms.FileField(
        label="The file",
        help_text="As it was published, at most 10 MB.",
        validators=[
            FileExtensionValidator(
                sorted({ending for kind in FILE_KINDS.values() for ending in kind.endings}),
                "Send the file as it was published: ZIP, CSV, XLSX or ODS.",
            )
        ],
    )
    published_on = forms.DateField(
        label="Published on",
        help_text="The values count from this day. A revised version has a later day than the first.",
        error_messages={"required": "Enter the day on which this version was published."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    source = forms.CharField(
        label="Where it is from",
        help_text="For example: DfE, Education, health and care plans, release 2025.",
        max_length=120,
        error_messages={"required": "Say which publication it is."},
    )

    def __init__(self, *args, areas, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas
        self.today = today
        self.reading: FileReading | None = None

    def clean_published_on(self):
        if self.cleaned_data["published_on"] > self.today:
            raise forms.ValidationError("The day of publication is still to come.")
        return self.cleaned_data["published_on"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError("The file is larger than 10 MB.")
        return file

    def clean(self):
        data = super().clean()
        if not self.errors:
            try:
                self.reading = self._read(**data)
            except UnreadableFile as problem:
                self.add_error("file", str(problem))
        return data

    def _read(self, *, kind, file, area, **_about) -> FileReading:
        ending = file.name.lower().rpartition(".")[2]
        if ending not in FILE_KINDS[kind].endings:
            wanted = " or ".join(FILE_KINDS[kind].endings).upper()
            raise UnknownLayout(f"This kind of file is published as {wanted}, not as {ending.upper()}.")
        return read_file(kind, file.name, file.read(), area_code=area.code)

    @property
    def known_from(self) -> datetime:
        """The start of the day of publication."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["published_on"], time.min))


class ConfirmImportForm(forms.Form):
    """The values that somebody has looked at, signed, so that what is stored is what was shown to them."""

    SALT, HOURS = "published import", 4
    seal = forms.CharField(widget=forms.HiddenInput, strip=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    @classmethod
    def of(cls, form: ImportForm, *, user) -> "ConfirmImportForm":
        data = form.cleaned_data
        looked_at = {
            "user": user.pk,
            "kind": data["kind"],
            "area": data["area"].pk,
            "source": data["source"],
            "known_from": form.known_from.isoformat(),
            "values": [{**asdict(value), "value": _as_text(value.value)} for value in form.reading.values],
        }
        return cls(initial={"seal": signing.dumps(looked_at, salt=cls.SALT, compress=True)}, user=user)

    def clean_seal(self):
        try:
            looked_at = signing.loads(self.cleaned_data["seal"], salt=self.SALT, max_age=self.HOURS * 60 * 60)
        except signing.BadSignature as problem:
            raise forms.ValidationError("This page was open for too long. Send the file again.") from problem
        if looked_at["user"] != self.user.pk:
            raise forms.ValidationError("Somebody else looked at this file. Send it again.")
        return looked_at

    @property
    def looked_at(self) -> dict:
        """What `import_values` takes, with the area by its id."""
        kept = self.cleaned_data["seal"]
        return {
            "kind": FILE_KINDS[kept["kind"]],
            "source": kept["source"],
            "known_from": datetime.fromisoformat(kept["known_from"]),
            "values": [
                FileValue(**value | {"value": _as_number(value["value"])}) for value in kept["values"]
            ],
        }

    @property
    def area_id(self) -> int:
        return self.cleaned_data["seal"]["area"]


def _as_text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _as_number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
