from django.db import migrations

KINDS = ("provision", "information", "making", "idea", "compliment")
ONE_YEAR, TWO_YEARS = 365, 730


def add_rules(apps, schema_editor):
    RetentionRule = apps.get_model("contributions", "RetentionRule")
    rules = [
        RetentionRule(kind=kind, bands_days=ONE_YEAR, contact_days=ONE_YEAR, original_days=TWO_YEARS)
        for kind in KINDS
    ]
    RetentionRule.objects.bulk_create(rules, ignore_conflicts=True)


class Migration(migrations.Migration):
    """A rule for every kind, so that nothing is ever kept for want of one."""

    dependencies = [("contributions", "0004_seal_texts")]

    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
