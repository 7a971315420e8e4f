import django.db.models.deletion
from django.db import migrations, models

import feedback.contributions.models.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0010_counts_of_a_quarter"),
    ]

    operations = [
        migrations.CreateModel(
            name="EarlierAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", feedback.contributions.models.sealed.SealedTextField()),
                ("replaced_at", models.DateTimeField()),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_addresses",
                        to="contributions.contribution",
                    ),
                ),
            ],
        ),
    ]
