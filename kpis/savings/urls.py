"""Addresses of savings. Codes are in capitals, so that none of them can be one of the words used here."""

from django.urls import path, re_path, register_converter

from kpis.domain.periods import year_name
from kpis.savings.views import (
    amounts,
    cost_lines,
    gates,
    groups,
    imports,
    initiatives,
    register,
    sign_off,
    targets,
    words,
)


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
    path("register.csv", imports.register_table, {"kind": "csv"}, name="table"),
    path("register.xlsx", imports.register_table, {"kind": "xlsx"}, name="table_xlsx"),
    path("months.csv", imports.months_table, {"kind": "csv"}, name="months"),
    path("months.xlsx", imports.months_table, {"kind": "xlsx"}, name="months_xlsx"),
    path("import/", imports.import_register, name="import_register"),
    path("import/months/", imports.import_plans, name="import_plans"),
    re_path(r"^import/template\.(?P<kind>csv|xlsx)$", imports.register_template, name="register_template"),
    re_path(r"^import/months/template\.(?P<kind>csv|xlsx)$", imports.plans_template, name="plans_template"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.add_group, name="add_group"),
    path("groups/<int:pk>/", groups.group, name="group"),
    path("groups/<int:pk>/base/" + YEAR, groups.set_base, name="set_base"),
    path("groups/<int:pk>/join/", groups.join_group, name="join_group"),
    path("groups/<int:pk>/order/", groups.order_group, name="order_group"),
    path("groups/<int:pk>/leave/<str:code>/", groups.leave_group, name="leave_group"),
    path("recompute/", register.recompute, name="recompute"),
    path("targets/", targets.targets, name="targets"),
    path("targets/" + YEAR, targets.set_target, name="set_target"),
    path("thresholds/", targets.set_rules, name="set_rules"),
    path("sign-off/", sign_off.sign_off, name="sign_off"),
    path("sign-off/<int:pk>/", sign_off.decide, name="decide"),
    path("new/", initiatives.add_initiative, name="add_initiative"),
    path(CODE, initiatives.initiative, name="initiative"),
    path(CODE + YEAR, initiatives.initiative, name="initiative_year"),
    path(CODE + "stage/", initiatives.move_stage, name="move_stage"),
    path(CODE + "words/", words.change_words, name="change_words"),
    path(CODE + "baseline/", cost_lines.record_baseline, name="record_baseline"),
    path(CODE + "baseline/<int:pk>/agree/", cost_lines.agree_baseline, name="agree_baseline"),
    path(CODE + "counterfactual/", cost_lines.record_counterfactual, name="record_counterfactual"),
    path(CODE + "records/", gates.add_gate_record, name="add_gate_record"),
    path(CODE + "records/<int:pk>/withdraw/", gates.withdraw_gate_record, name="withdraw_gate_record"),
    path(CODE + "screening/", gates.sign_screening, name="sign_screening"),
    path(CODE + "planned/" + YEAR, amounts.record_plan, {"kind": "planned"}, name="record_planned"),
    path(CODE + "forecast/" + YEAR, amounts.record_plan, {"kind": "forecast"}, name="record_forecast"),
    path(
        CODE + "planned/" + YEAR + "per-cent/",
        groups.state_per_cent,
        {"kind": "planned"},
        name="planned_per_cent",
    ),
    path(
        CODE + "forecast/" + YEAR + "per-cent/",
        groups.state_per_cent,
        {"kind": "forecast"},
        name="forecast_per_cent",
    ),
    path(CODE + "planned/<int:pk>/approve/", amounts.approve_plan, name="approve_plan"),
    path(CODE + "delivered/", amounts.report_delivered, name="report_delivered"),
    path(CODE + "delivered/<int:pk>/correct/", amounts.correct_delivered, name="correct_delivered"),
]
