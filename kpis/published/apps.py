from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "kpis.published"
    label = "published"
    verbose_name = "Published values"
