import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Requests about data, and the record of what it is used for."""

    dependencies = [
        ("contributions", "0005_how_long_words_are_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DataRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[("export", "A copy of what we hold"), ("erase", "Erasure")], max_length=10
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("author", "Whoever wrote it asks for it"),
                            ("named", "Somebody whom it is about asks for it"),
                            ("law", "A court or a regulator requires it"),
                            ("mistake", "It should never have been collected"),
                        ],
                        max_length=10,
                    ),
                ),
                ("handled_at", models.DateTimeField()),
                ("carried_out_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ProcessingRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activity",
                    models.CharField(
                        choices=[
                            ("contributions", "What people tell us"),
                            ("contact", "Where an answer can reach them"),
                            ("bands", "What people tell about themselves, in bands"),
                            ("safeguarding", "When somebody may be at risk"),
                            ("publishing", "What is published, and answered"),
                            ("abuse", "Receipt codes, and limits against abuse"),
                            ("accounts", "People who sign in to work here"),
                            ("top-ups", "Lists of top-ups that officers upload"),
                            ("services", "People named as a service's contact"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("purpose", models.TextField()),
                ("whose_data", models.TextField()),
                ("lawful_basis", models.TextField()),
                ("special_condition", models.TextField(blank=True)),
                ("who_sees", models.TextField()),
                ("how_long", models.TextField()),
                ("safeguards", models.TextField()),
                ("assessed_on", models.DateField(null=True)),
                ("assessed_by", models.CharField(blank=True, max_length=120)),
                ("next_review_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="datarequest",
            name="contribution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="data_requests",
                to="contributions.contribution",
            ),
        ),
        migrations.AddField(
            model_name="datarequest",
            name="handled_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="processingrecord",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="datarequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("carried_out_at__isnull", False), ("ground", ""), ("what", "export")),
                    models.Q(("ground__in", ["author", "named", "law", "mistake"]), ("what", "erase")),
                    _connector="OR",
                ),
                name="data_request_erasure_has_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="datarequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("what", "erase")),
                fields=("contribution",),
                name="data_request_erased_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="processingrecord",
            constraint=models.UniqueConstraint(
                fields=("activity", "number"), name="processing_record_number_once_an_activity"
            ),
        ),
        migrations.AddConstraint(
            model_name="processingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "activity__in",
                        [
                            "contributions",
                            "contact",
                            "bands",
                            "safeguarding",
                            "publishing",
                            "abuse",
                            "accounts",
                            "top-ups",
                            "services",
                        ],
                    )
                ),
                name="processing_record_activity_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="processingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("purpose", ""), _negated=True),
                    models.Q(("whose_data", ""), _negated=True),
                    models.Q(("lawful_basis", ""), _negated=True),
                    models.Q(("who_sees", ""), _negated=True),
                    models.Q(("how_long", ""), _negated=True),
                    models.Q(("safeguards", ""), _negated=True),
                ),
                name="processing_record_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="processingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("assessed_by", ""), ("assessed_on__isnull", True)),
                    models.Q(("assessed_on__isnull", False), models.Q(("assessed_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="processing_record_assessed_on_and_by_together",
            ),
        ),
    ]
