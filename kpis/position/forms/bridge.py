"""Which two statements to set against each other."""

from django import forms

from kpis.position.models import Statement
from kpis.position.queries.bridge import name_of


class StatementField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Statement) -> str:
        return name_of(obj)


def chosen_from(label: str, hint: str) -> StatementField:
    return StatementField(
        Statement.objects.none(),
        label=label,
        help_text=hint,
        empty_label="Choose a statement",
        error_messages={
            "required": f"Choose the statement to compare {label.lower()}.",
            "invalid_choice": "This statement is not there any more: it was corrected, or it has no numbers of places.",
        },
    )


class BridgeForm(forms.Form):
    """Read from the address, so that a comparison can be sent to somebody as a link."""

    before = chosen_from("From", "The earlier year, the budget, or ourselves.")
    after = chosen_from("To", "The later year, the outturn, or whom we compare with.")

    def __init__(self, data, *, statements):
        super().__init__(data if {"before", "after"} & set(data) else None)
        for name in ("before", "after"):
            self.fields[name].queryset = statements

    def clean(self):
        data = super().clean()
        if data.get("before") and data.get("before") == data.get("after"):
            self.add_error("after", "Choose two different statements: compared with itself, nothing changes.")
        return data
