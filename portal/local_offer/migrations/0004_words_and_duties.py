"""Words for the same thing, and the list of duties that comes with the product: both for editors to check and keep."""

import tomllib
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


def add_synonyms(apps, schema_editor):
    groups = tomllib.loads((DATA / "synonyms.toml").read_text(encoding="utf-8"))["group"]
    SynonymGroup = apps.get_model("local_offer", "SynonymGroup")
    SynonymGroup.objects.bulk_create(SynonymGroup(words=group["words"]) for group in groups)


def add_headings(apps, schema_editor):
    """A list that nobody has checked yet: coverage is not measured against it before somebody has."""
    told = tomllib.loads((DATA / "headings.toml").read_text(encoding="utf-8"))
    made = apps.get_model("local_offer", "HeadingList").objects.create(
        name=told["name"], as_of=told["as_of"], sources=told["sources"]
    )
    Heading = apps.get_model("local_offer", "Heading")
    Heading.objects.bulk_create(
        Heading(heading_list=made, position=position, **heading)
        for position, heading in enumerate(told["heading"], start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0003_complete_true_findable_open")]

    # Going back keeps nothing of them: their tables go with 0003.
    operations = [
        migrations.RunPython(add_synonyms, migrations.RunPython.noop),
        migrations.RunPython(add_headings, migrations.RunPython.noop),
    ]
