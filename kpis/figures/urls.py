from django.urls import path, re_path

from kpis.figures.views import approval, definitions, entry, reading, runs

app_name = "figures"
urlpatterns = [
    path("kpis/<slug:code>/", reading.kpi, name="kpi"),
    re_path(r"^kpis/(?P<code>[A-Z0-9]+)/figures\.(?P<kind>csv|xlsx)$", reading.figures_table, name="table"),
    path("figures/due/", entry.due, name="due"),
    path("figures/<int:pk>/submit/", entry.submit, name="submit"),
    path("figures/<int:pk>/correct/", entry.correct, name="correct"),
    path("figures/<int:pk>/explain/", entry.explain, name="explain"),
    path("figures/upload/", entry.upload, name="upload"),
    re_path(r"^figures/template\.(?P<kind>csv|xlsx)$", entry.template, name="template"),
    path("exceptions/<int:pk>/close/", entry.close_exception, name="close_exception"),
    path("approvals/", approval.approvals, name="approvals"),
    path("approvals/<int:pk>/", approval.decide, name="decide"),
    path("definitions/", definitions.definitions, name="definitions"),
    path("definitions/<slug:code>/", definitions.define, name="define"),
    path("definitions/<slug:code>/baseline/", definitions.baseline, name="baseline"),
    path("definitions/<slug:code>/target/", definitions.target, name="target"),
    path("baselines/<int:pk>/agree/", definitions.agree_baseline, name="agree_baseline"),
    path("runs/", runs.runs, name="runs"),
    path("runs/start/", runs.start, name="start_run"),
    path("runs/<int:pk>/", runs.run, name="run"),
]
