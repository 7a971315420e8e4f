from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("published", "0002_topics_beside_the_board")]

    operations = [
        migrations.AddField(
            model_name="publishedvalue",
            name="place",
            field=models.CharField(
                blank=True, default="", max_length=120, verbose_name="place in the source's file"
            ),
            preserve_default=False,
        ),
    ]
