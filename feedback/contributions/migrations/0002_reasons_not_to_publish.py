from django.db import migrations

# slug, label, what the author and the public read
REASONS = [
    (
        "vexatious",
        "Vexatious",
        "It was written to attack or to wear somebody down, not to comment. The law does not ask us to publish "
        "such comments. It is counted.",
    ),
    (
        "one-person",
        "About services to one particular person",
        "It is about the services that one particular person receives. The law does not ask us to publish such "
        "comments, and publishing it could show who the person is. For help with a child's own case, ask SENDIASS. "
        "It is counted.",
    ),
    (
        "off-subject",
        "Not about the Local Offer or the plan",
        "It is not about help for children and young people with special educational needs and disabilities, or "
        "the information about it. Two people have agreed on that. It is counted.",
    ),
]


def add_reasons(apps, schema_editor):
    NotPublishingReason = apps.get_model("contributions", "NotPublishingReason")
    rows = [
        NotPublishingReason(slug=slug, label=label, public_wording=wording, position=position)
        for position, (slug, label, wording) in enumerate(REASONS, start=1)
    ]
    NotPublishingReason.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("contributions", "0001_initial")]

    # Going back keeps the reasons: decisions refer to them, and the table goes with 0001.
    operations = [migrations.RunPython(add_reasons, migrations.RunPython.noop)]
