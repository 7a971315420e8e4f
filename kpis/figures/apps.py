from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "kpis.figures"
    label = "figures"
    verbose_name = "KPIs and figures"
