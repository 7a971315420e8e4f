from django.urls import path

from kpis.position.views import dsg_plan, importing, position, records
from kpis.position.views.bridge import bridge

app_name = "position"
urlpatterns = [
    path("", position.position, name="position"),
    path("<int:year>/", position.position, name="year"),
    path("<int:year>/amounts.csv", position.table, {"kind": "csv"}, name="table_csv"),
    path("<int:year>/amounts.xlsx", position.table, {"kind": "xlsx"}, name="table_xlsx"),
    path("scopes/", records.add_scope, name="add_scope"),
    path("published/", records.published, name="published"),
    path("import/", importing.import_table, name="import"),
    path("import/template.csv", importing.template, {"kind": "csv"}, name="template_csv"),
    path("import/template.xlsx", importing.template, {"kind": "xlsx"}, name="template_xlsx"),
    path("record/<slug:record>/", records.record, name="record"),
    path("record/<slug:record>/<int:pk>/", records.correct, name="correct"),
    path("dsg-plan/", dsg_plan.plan, name="dsg_plan"),
    path("dsg-plan/workbook.xlsx", dsg_plan.workbook, name="dsg_workbook"),
    path("dsg-plan/upload/", dsg_plan.upload, name="dsg_upload"),
    path("dsg-plan/<int:year>/template.csv", dsg_plan.template, {"kind": "csv"}, name="dsg_template_csv"),
    path("dsg-plan/<int:year>/template.xlsx", dsg_plan.template, {"kind": "xlsx"}, name="dsg_template_xlsx"),
    path("dsg-plan/<int:year>/<slug:table>/", dsg_plan.fill, name="dsg_fill"),
    path("dsg-plan/workstreams/<slug:slug>/", dsg_plan.narrative, name="dsg_narrative"),
    path("bridge/", bridge, name="bridge"),
]
