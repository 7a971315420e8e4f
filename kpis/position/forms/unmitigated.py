"""The unmitigated line: five years from a first one."""

from django import forms

from kpis.position.forms.fields import PoundsField, YearField, missing
from kpis.position.forms.records import RecordForm

HOW_MANY = 5


class UnmitigatedForm(RecordForm):
    """Where `current` is given, the new line supersedes it; it may begin with another year."""

    first_year = YearField(label="First financial year")
    opening_gbp = PoundsField(
        label="Balance at the start of the first year, in pounds",
        help_text="A deficit with a minus.",
        error_messages=missing("Enter the balance it starts from."),
    )
    pressure_gbp = PoundsField(
        label="Pressure from growth, pounds a year",
        help_text="By how much growth alone is said to worsen a year: the sense check of this line.",
        may_be_negative=False,
        required=False,
    )
    pressure_source = forms.CharField(
        label="Where the pressure is written down", max_length=300, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(HOW_MANY):
            self.fields |= self._year_fields(number)

    def _year_fields(self, number: int) -> dict[str, forms.Field]:
        """The in-year balance of one year and what it rests on."""
        years = sorted(self.current.years.all(), key=lambda y: y.financial_year) if self.current else []
        typed = years[number] if number < len(years) else None
        return {
            f"in_year_{number}": PoundsField(
                label=f"In-year balance, year {number + 1}",
                help_text="In pounds, a deficit with a minus.",
                initial=f"{typed.in_year_gbp:,.2f}".removesuffix(".00") if typed else "",
                error_messages=missing(f"Enter the in-year balance of year {number + 1}."),
            ),
            f"rests_on_{number}": forms.CharField(
                label="What it rests on",
                max_length=300,
                initial=typed.source if typed else "",
                error_messages=missing(f"Say what year {number + 1} rests on."),
            ),
        }

    def values_of(self, current):
        first = min((year.financial_year for year in current.years.all()), default=None)
        return {**super().values_of(current), "first_year": first}

    @property
    def own_fields(self):
        return [field for field in super().own_fields if not field.name.startswith(("in_year_", "rests_on_"))]

    @property
    def rows(self):
        return [[self[f"in_year_{n}"], self[f"rests_on_{n}"]] for n in range(HOW_MANY)]

    def clean(self):
        data = super().clean()
        if (data.get("pressure_gbp") is None) != (not data.get("pressure_source")):
            self.add_error("pressure_source", "Give both the pressure and where it is written down.")
        if data.get("pressure_gbp") == 0:
            self.add_error("pressure_gbp", "Leave it empty if there is no pressure.")
        return data

    @property
    def terms(self) -> dict:
        data = self.cleaned_data
        years = {
            data["first_year"] + n: (data[f"in_year_{n}"], data[f"rests_on_{n}"]) for n in range(HOW_MANY)
        }
        names = ("opening_gbp", "pressure_gbp", "pressure_source", "source", "note")
        reason = {"reason": data["reason"]} if "reason" in data else {}
        return {"years": years} | {name: data[name] for name in names} | reason
