from django.apps import AppConfig


class PositionConfig(AppConfig):
    name = "kpis.position"
    label = "position"
    verbose_name = "High Needs Block position"
