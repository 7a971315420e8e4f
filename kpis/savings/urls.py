"""Addresses of savings. Codes are in capitals, so that none of them can be one of the words used here."""

from django.urls import path, register_converter

from kpis.domain.periods import year_name
from kpis.savings.views import amounts, initiatives, register, targets


class FinancialYearConverter:
    """2019-20 in an address is 2019 in a view; 2019-21 is no address."""

    regex = "20[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> int:
        year = int(value[:4])
        if self.to_url(year) != value:
            raise ValueError(f"{value} is not a financial year.")
        return year

    def to_url(self, year: int) -> str:
        return year_name(year).replace("/", "-")


register_converter(FinancialYearConverter, "financial_year")

CODE = "<str:code>/"
YEAR = "<financial_year:year>/"

app_name = "savings"
urlpatterns = [
    path("", register.register, name="register"),
    path("register.csv", register.register_table, name="table"),
    path("recompute/", register.recompute, name="recompute"),
    path("targets/", targets.targets, name="targets"),
    path("targets/" + YEAR, targets.set_target, name="set_target"),
    path("thresholds/", targets.set_rules, name="set_rules"),
    path("new/", initiatives.add_initiative, name="add_initiative"),
    path(CODE, initiatives.initiative, name="initiative"),
    path(CODE + YEAR, initiatives.initiative, name="initiative_year"),
    path(CODE + "stage/", initiatives.move_stage, name="move_stage"),
    path(CODE + "planned/" + YEAR, amounts.record_plan, {"kind": "planned"}, name="record_planned"),
    path(CODE + "forecast/" + YEAR, amounts.record_plan, {"kind": "forecast"}, name="record_forecast"),
    path(CODE + "planned/<int:pk>/approve/", amounts.approve_plan, name="approve_plan"),
    path(CODE + "delivered/", amounts.report_delivered, name="report_delivered"),
    path(CODE + "delivered/<int:pk>/correct/", amounts.correct_delivered, name="correct_delivered"),
]
