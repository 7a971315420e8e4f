from django.apps import AppConfig


class WorkstreamsConfig(AppConfig):
    name = "kpis.workstreams"
    label = "workstreams"
    verbose_name = "Workstreams and partners"
