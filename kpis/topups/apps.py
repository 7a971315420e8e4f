from django.apps import AppConfig


class TopupsConfig(AppConfig):
    name = "kpis.topups"
    label = "topups"
    verbose_name = "Top-up tools"
