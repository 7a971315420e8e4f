from django.urls import path

from kpis.position.views import dsg_plan
from kpis.position.views.bridge import bridge

app_name = "position"
urlpatterns = [
    path("dsg-plan/", dsg_plan.plan, name="dsg_plan"),
    path("dsg-plan/workbook.xlsx", dsg_plan.workbook, name="dsg_workbook"),
    path("dsg-plan/upload/", dsg_plan.upload, name="dsg_upload"),
    path("dsg-plan/<int:year>/template.csv", dsg_plan.template, {"kind": "csv"}, name="dsg_template_csv"),
    path("dsg-plan/<int:year>/template.xlsx", dsg_plan.template, {"kind": "xlsx"}, name="dsg_template_xlsx"),
    path("dsg-plan/<int:year>/<slug:table>/", dsg_plan.fill, name="dsg_fill"),
    path("dsg-plan/workstreams/<slug:slug>/", dsg_plan.narrative, name="dsg_narrative"),
    path("bridge/", bridge, name="bridge"),
]
