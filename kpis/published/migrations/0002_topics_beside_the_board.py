from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("published", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="is_for_board",
            field=models.BooleanField(default=True, verbose_name="shown on the Board's page"),
        ),
    ]
