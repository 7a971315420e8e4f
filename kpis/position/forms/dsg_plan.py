"""Filling the DSG management plan: a table of one census, a file, the words of a workstream."""

from decimal import Decimal

from django import forms
from django.conf import settings
from django.core.validators import FileExtensionValidator

from kpis.domain.dsg_plan import CATEGORIES, CellKey
from kpis.figures.forms.fields import NumberField
from kpis.position.queries.plan_numbers import Cell, Origin, YearTable
from kpis.spreadsheets import as_typed

COUNTED, FORECAST = "counted", "forecast"
SOURCE = {
    "label": "Where the numbers are written down",
    "help_text": "For example: the council's own January census return, or the forecast agreed with finance.",
    "max_length": 300,
    "error_messages": {"required": "Say where the numbers are written down."},
}
REASON = {
    "label": "Why do numbers change?",
    "help_text": "Only needed where a cell said something else before. What it said stays on record.",
    "max_length": 400,
    "required": False,
    "widget": forms.Textarea(attrs={"rows": 2}),
}


class FillForm(forms.Form):
    """A field for each cell that is not published; `numbers` are those with something in them.

    `replaces` is the last cell that was on screen, 0 before the first.
    """

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    nature = forms.ChoiceField(
        label="What the numbers are",
        choices=[(COUNTED, "Counted at the census"), (FORECAST, "Forecast")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they were counted or are a forecast."},
    )
    source = forms.CharField(**SOURCE)
    reason = forms.CharField(**REASON)

    def __init__(self, *args, table: YearTable, last: int, is_to_come: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.table = table
        self.fields["replaces"].initial = last
        forecast = any(cell.origin is Origin.FORECAST for cell in table.cells)
        self.fields["nature"].initial = FORECAST if is_to_come or forecast else COUNTED
        self.fields["source"].initial = next(
            (c.source for c in table.cells if _may_be_typed(c) and c.source), ""
        )
        for number, (key, cell) in enumerate(self._cells()):
            if _may_be_typed(cell):
                self.fields[f"cell-{number}"] = NumberField(
                    label=key.column, required=False, initial=as_typed(cell.value), max_length=12
                )

    def _cells(self) -> list[tuple[CellKey, Cell]]:
        """Every cell in the order of the table; a field is named by the place in it."""
        table = self.table
        return [
            (CellKey(table.table, table.year, row, column), cell)
            for row, cells in table.rows.items()
            for column, cell in zip(CATEGORIES, cells, strict=True)
        ]

    @property
    def rows(self) -> list[tuple[str, list[tuple[str, Cell, forms.BoundField | None]]]]:
        """For each row of the table its cells: the column, what there is, and the field where it may be typed."""
        parts = [
            (key.column, cell, self[f"cell-{n}"] if f"cell-{n}" in self.fields else None)
            for n, (key, cell) in enumerate(self._cells())
        ]
        width = len(CATEGORIES)
        return [(row, parts[n * width : (n + 1) * width]) for n, row in enumerate(self.table.rows)]

    @property
    def is_forecast(self) -> bool:
        return self.cleaned_data["nature"] == FORECAST

    @property
    def numbers(self) -> dict[CellKey, Decimal]:
        """What was typed; a cell left empty stays as it is."""
        values = ((key, self.cleaned_data.get(f"cell-{n}")) for n, (key, _) in enumerate(self._cells()))
        return {key: value for key, value in values if value is not None}

    @property
    def has_fields(self) -> bool:
        return any(_may_be_typed(cell) for cell in self.table.cells)


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Your table",
        help_text="CSV or XLSX, at most 10 MB, with the headings of the template.",
        validators=[FileExtensionValidator(["csv", "xlsx"], "Send a CSV or an XLSX file.")],
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    source = forms.CharField(**SOURCE)
    reason = forms.CharField(**REASON)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError("The file is larger than 10 MB. Send fewer rows at a time.")
        return file


class NarrativeForm(forms.Form):
    """`replaces` is the id of the words that were on screen, 0 before the first."""

    replaces = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label="What the plan says of this workstream",
        max_length=6000,
        error_messages={"required": "Write what the plan says."},
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    reason = forms.CharField(
        label="Why do the words change?",
        help_text="What was said before stays on record.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why the words change."},
    )

    def __init__(self, *args, before, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["replaces"].initial = before.pk if before else 0
        if before:
            self.fields["text"].initial = before.text
        else:
            del self.fields["reason"]


def _may_be_typed(cell: Cell) -> bool:
    return cell.origin is not Origin.PUBLISHED or cell.value is None
