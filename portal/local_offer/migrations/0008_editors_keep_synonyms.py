"""Editors keep the words that mean the same."""

from importlib import import_module

from django.db import migrations

EDITORS = "Local Offer editors"
SYNONYM_PERMISSIONS = ["add_synonymgroup", "change_synonymgroup", "delete_synonymgroup", "view_synonymgroup"]
_permission = import_module("portal.local_offer.migrations.0002_tree_and_editors")._permission


def let_editors_keep_synonyms(apps, schema_editor):
    group = apps.get_model("auth.Group").objects.get(name=EDITORS)
    for codename in SYNONYM_PERMISSIONS:
        group.permissions.add(_permission(apps, "local_offer", "synonymgroup", codename))


def take_synonyms_away(apps, schema_editor):
    group = apps.get_model("auth.Group").objects.get(name=EDITORS)
    group.permissions.remove(
        *group.permissions.filter(content_type__app_label="local_offer", codename__in=SYNONYM_PERMISSIONS)
    )


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0007_two_people_publish")]

    operations = [migrations.RunPython(let_editors_keep_synonyms, take_synonyms_away)]
