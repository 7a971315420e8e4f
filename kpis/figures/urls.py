from django.urls import path, re_path

from kpis.figures.views import approval, definitions, entry, exceptions, imports, marks, reading, runs

app_name = "figures"
urlpatterns = [
    path("kpis/<slug:code>/", reading.kpi, name="kpi"),
    re_path(r"^kpis/(?P<code>[A-Z0-9]+)/figures\.(?P<kind>csv|xlsx)$", reading.figures_table, name="table"),
    path("kpis/<slug:code>/marks/", marks.marks, name="marks"),
    path("kpis/<slug:code>/marks/propose/", marks.propose, name="propose_mark"),
    path("marks/<int:pk>/", marks.decide, name="decide_mark"),
    path("marks/<int:pk>/end/", marks.end, name="end_mark"),
    path("figures/due/", entry.due, name="due"),
    path("figures/<int:pk>/submit/", entry.submit, name="submit"),
    path("figures/<int:pk>/correct/", entry.correct, name="correct"),
    path("figures/<int:pk>/explain/", exceptions.explain, name="explain"),
    path("figures/upload/", imports.upload, name="upload"),
    re_path(r"^figures/template\.(?P<kind>csv|xlsx)$", imports.template, name="template"),
    re_path(
        r"^figures/template-wide\.(?P<kind>csv|xlsx)$",
        imports.template,
        {"is_wide": True},
        name="template_wide",
    ),
    path("figures/imports/<int:pk>/", imports.figure_import, name="import"),
    path("figures/imports/<int:pk>/confirm/", imports.confirm, name="confirm_import"),
    path("figures/imports/<int:pk>/discard/", imports.discard, name="discard_import"),
    path("figures/imports/<int:pk>/withdraw/", imports.withdraw, name="withdraw_import"),
    re_path(
        r"^figures/imports/(?P<pk>[0-9]+)/(?P<show>[a-z]+)\.(?P<kind>csv|xlsx)$",
        imports.table,
        name="import_table",
    ),
    path("exceptions/", exceptions.register, name="exceptions"),
    re_path(r"^exceptions\.(?P<kind>csv|xlsx)$", exceptions.register_table, name="exceptions_table"),
    path("exceptions/<int:pk>/", exceptions.exception, name="exception"),
    path("exceptions/<int:pk>/update/", exceptions.update_exception, name="update_exception"),
    path("exceptions/<int:pk>/close/", exceptions.close_exception, name="close_exception"),
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
