"""Forms of the lead and of the approver."""

from django import forms

from kpis.domain.symbols import Symbol
from kpis.figures.actions.entries import Entry, Explanation
from kpis.figures.forms.exceptions import EXPLANATION, ExplainForm
from kpis.figures.forms.fields import NumberField
from kpis.figures.models import Figure, KpiDefinition
from kpis.spreadsheets import as_typed

SYMBOL_CHOICES = [("", "None"), *((str(symbol), symbol.words) for symbol in Symbol)]


class EntryForm(forms.Form):
    """One figure: two parts where the KPI has them, else a value; or a symbol that says why there is none."""

    numerator = NumberField(required=False)
    denominator = NumberField(required=False)
    value = NumberField(required=False)
    symbol = forms.ChoiceField(label="Mark, if any", choices=SYMBOL_CHOICES, required=False)
    remark = forms.CharField(label="Remark", max_length=400, required=False)
    seen_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args, definition: KpiDefinition, figure: Figure | None = None, needs_value=False, **kwargs
    ):
        super().__init__(*args, initial=self._initial(figure), **kwargs)
        self.definition = definition
        unit = definition.get_unit_display().lower()
        is_either = definition.is_ratio_of_counts
        self.fields["value"].label = f"Or the value alone ({unit})" if is_either else f"Value ({unit})"
        self.fields["numerator"].label = definition.numerator.capitalize()
        if definition.is_ratio_of_counts:
            self.fields["denominator"].label = definition.denominator.capitalize()
        if definition.is_ratio_of_counts and not needs_value:
            del self.fields["value"]
        elif not definition.is_ratio_of_counts:
            del self.fields["numerator"], self.fields["denominator"]

    @staticmethod
    def _initial(figure: Figure | None) -> dict:
        if figure is None:
            return {}
        numbers = {name: as_typed(getattr(figure, name)) for name in ("numerator", "denominator", "value")}
        if figure.numerator is not None:
            numbers["value"] = ""
        return {**numbers, "symbol": figure.symbol, "remark": figure.remark, "seen_at": figure.recorded_at}

    @property
    def entry(self) -> Entry:
        """What was typed, for the action; read it after `is_valid()`."""
        data = self.cleaned_data
        return Entry(
            value=data.get("value"),
            numerator=data.get("numerator"),
            denominator=data.get("denominator"),
            symbol=data["symbol"],
            remark=data["remark"],
        )

    def refuse(self, refused):
        """Show why the action did not take the entry, beside the field it is about."""
        self.add_error(refused.field if refused.field in self.fields else None, str(refused))


class CorrectionForm(EntryForm):
    reason = forms.CharField(
        label="Why is it corrected?",
        help_text="The earlier figure stays in the history beside this reason.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the figure is corrected."},
    )


class SubmitForm(ExplainForm):
    """What goes with a figure to its approver; the explanation only where the figure needs one, and why it does."""

    commentary = forms.CharField(
        label="Anything the Board should know", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, needs: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.needs = needs
        if not needs:
            for name in EXPLANATION:
                del self.fields[name]

    @property
    def explanation(self) -> Explanation | None:
        return super().explanation if self.needs else None


class ReturnForm(forms.Form):
    words = forms.CharField(
        label="What should be changed?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what should be changed."},
    )
