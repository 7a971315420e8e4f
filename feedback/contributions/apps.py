from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "feedback.contributions"
    label = "contributions"
    verbose_name = "What families and partners tell us"

    def ready(self):
        from feedback.contributions import checks  # noqa: F401 - registers them
