"""What every form of the position has: a source, a note, rows to fill, and a reason where it corrects."""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms

from kpis.position.forms.fields import REASON, as_written, missing

SPARE_ROWS = 6


class RecordForm(forms.Form):
    """Asks for one record, or with `current` for a correction of it.

    A form with rows names the fields of one in `row_fields`; `kept` are those that a correction leaves
    as they are. `start` gives what a first record begins with: `terms` by field, and `rows`. `terms` is what
    the action takes, without who and when.
    """

    kept: tuple[str, ...] = ()
    row_name = ""
    source = forms.CharField(
        label="Where it is written down",
        help_text="The paper, return or ledger, with its date.",
        max_length=300,
        error_messages=missing("Say where it is written down."),
    )
    note = forms.CharField(help_text="For example: illustrative.", max_length=400, required=False)

    def __init__(self, *args, current=None, start: Mapping = MappingProxyType({}), **kwargs):
        super().__init__(*args, **kwargs)
        self.current, self.start = current, start
        self._last = [self.fields.pop(name) for name in ("source", "note")]
        self._add_rows()
        self.fields |= dict(zip(("source", "note"), self._last, strict=True))
        for name, value in start.get("terms", {}).items():
            self.fields[name].initial = value
        if current is not None:
            self._start_from(current)

    def row_fields(self) -> dict[str, forms.Field]:
        """Fresh fields of one row, all optional; none where the form has no rows."""
        return {}

    def rows_of(self, current) -> list[Mapping]:
        """The rows a correction starts from."""
        return []

    def problems_of(self, row: Mapping) -> dict[str, str]:
        """What is wrong with a filled row, by the name of its field."""
        return {}

    def values_of(self, current) -> Mapping:
        """What the fields hold when a correction begins."""
        return {name: getattr(current, name, None) for name in self.fields}

    @property
    def terms(self) -> dict:
        """What the action takes."""
        names = [name for name in self.fields if not name.startswith("row-")]
        kept = {name: getattr(self.current, name) for name in self.kept} if self.current else {}
        return kept | {name: self.cleaned_data[name] for name in names}

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The fields that stand once, without the closing ones."""
        closing = ("source", "note", "reason")
        return [field for field in self if not field.name.startswith("row-") and field.name not in closing]

    @property
    def closing_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("source", "note", "reason") if name in self.fields]

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields of each row."""
        return [[self[key] for key in keys.values()] for keys in self._keys]

    @property
    def filled(self) -> list[dict]:
        """The rows in which something was written, each by the names of `row_fields`."""
        rows = ({name: self.cleaned_data.get(key) for name, key in keys.items()} for keys in self._keys)
        return [row for row in rows if any(value not in (None, "") for value in row.values())]

    def clean(self):
        data = super().clean()
        for number, keys in enumerate(self._keys):
            row = {name: data.get(key) for name, key in keys.items()}
            broken = any(key in self.errors for key in keys.values())
            if not broken and any(value not in (None, "") for value in row.values()):
                for name, words in self.problems_of(row).items():
                    self.add_error(keys[name], f"{self.row_name} {number + 1}: {words}")
        return data

    def _add_rows(self) -> None:
        given = self.rows_of(self.current) if self.current is not None else self.start.get("rows", [])
        count = len(given) + SPARE_ROWS if self.row_fields() else 0
        self._keys = [{name: f"row-{n}-{name}" for name in self.row_fields()} for n in range(count)]
        for n, keys in enumerate(self._keys):
            values = given[n] if n < len(given) else {}
            for name, field in self.row_fields().items():
                field.required = False
                field.label = field.label or name.capitalize()
                field.initial = as_written(values[name]) if name in values else field.initial
                self.fields[keys[name]] = field

    def _start_from(self, current) -> None:
        for name in self.kept:
            self.fields.pop(name, None)
        for name, value in self.values_of(current).items():
            if name in self.fields and not name.startswith("row-"):
                self.fields[name].initial = as_written(value)
        self.fields["reason"] = forms.CharField(**REASON)
