from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "feedback.contributions"
    label = "contributions"
    verbose_name = "What families and partners tell us"
