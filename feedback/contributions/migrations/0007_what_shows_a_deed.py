import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """What was done is shown by a KPI, a milestone or a page. Answers of before keep their words as they are:
    the rule is not validated for them, and asks it of every row that is written from here on.

    An edition says by table what it releases and what is held back; later ones are audited with what was
    released, so no raw count is kept.
    """

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contributions", "0006_requests_and_records"),
    ]

    operations = [
        migrations.RemoveConstraint("responseversion", "response_version_deed_has_evidence"),
        AddConstraintNotValid(
            "responseversion",
            models.CheckConstraint(
                condition=~Q(outcome="did") | Q(evidence_type__isnull=False),
                name="response_version_deed_shows_evidence",
            ),
        ),
        migrations.AddConstraint(
            "responseversion",
            models.CheckConstraint(
                condition=Q(evidence_type__isnull=True, evidence_id="")
                | Q(evidence_type__isnull=False) & ~Q(evidence_id="") & ~Q(evidence=""),
                name="response_version_evidence_is_whole",
            ),
        ),
        migrations.DeleteModel("EditionCount"),
        migrations.RemoveConstraint("edition", "edition_releases_counts_or_says_why_not"),
        migrations.RemoveField("edition", "held_back_because"),
        migrations.AddField("edition", "held_back", models.JSONField(default=dict)),
        migrations.AlterField("edition", "released_counts", models.JSONField(default=dict)),
        migrations.AddField("publicationyear", "changed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "publicationyear",
            "changed_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            "publicationyear",
            models.CheckConstraint(
                condition=Q(changed_at__isnull=True, changed_by__isnull=True)
                | Q(changed_at__isnull=False, changed_by__isnull=False),
                name="publication_year_changed_by_and_at_together",
            ),
        ),
    ]
