from django.db import migrations, models

from feedback.contributions.models.sealed import SealedTextField, seal_text

PLAIN = {("Original", "text"), ("PublicVersion", "text"), ("SafeguardingReferral", "note")}


def seal_all(apps, schema_editor):
    _rewrite(apps, "{}", "sealed_{}", seal_text)


def open_all(apps, schema_editor):
    # A sealed column is read as the words themselves.
    _rewrite(apps, "sealed_{}", "{}", lambda words: words)


def _rewrite(apps, source, target, change):
    for model, name in sorted(PLAIN):
        rows = apps.get_model("contributions", model).objects
        for pk, text in rows.values_list("pk", source.format(name)).iterator():
            rows.filter(pk=pk).update(**{target.format(name): change(text) if text else None})


def sealing(model, name, *, null):
    """Before and after the rewriting of one column; each step can be taken back."""
    before = [
        migrations.AlterField(model, name, models.TextField(null=True)),
        migrations.AddField(model, f"sealed_{name}", SealedTextField(null=True)),
    ]
    after = [
        migrations.RemoveField(model, name),
        migrations.RenameField(model, f"sealed_{name}", name),
        migrations.AlterField(model, name, SealedTextField(null=null)),
    ]
    return before, after


COLUMNS = [
    sealing("original", "text", null=False),
    sealing("publicversion", "text", null=False),
    sealing("safeguardingreferral", "note", null=True),
]


class Migration(migrations.Migration):
    """Originals, wordings and hand-over notes are sealed under PORTAL_SEALING_KEY from here on."""

    dependencies = [("contributions", "0003_heard_safe_answered")]

    operations = [
        *(operation for before, _ in COLUMNS for operation in before),
        migrations.RunPython(seal_all, open_all),
        *(operation for _, after in COLUMNS for operation in after),
    ]
