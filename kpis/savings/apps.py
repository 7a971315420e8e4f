from django.apps import AppConfig


class SavingsConfig(AppConfig):
    name = "kpis.savings"
    label = "savings"
    verbose_name = "Savings"
