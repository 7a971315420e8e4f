"""A version of an answer names whom it answers and its workstream, so that a draft changes nothing in public."""

import django.db.models.deletion
from django.db import migrations, models

# Until now there was one list for all versions of an answer.
NAMED_SO_FAR = """
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO contributions_responseversion_contributions (responseversion_id, contribution_id)
SELECT version.id, named.contribution_id
FROM contributions_responseversion version JOIN contributions_response_contributions named USING (response_id);
UPDATE contributions_responseversion version SET workstream_id = response.workstream_id
FROM contributions_response response
WHERE response.id = version.response_id AND response.workstream_id IS NOT NULL;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0011_addresses_kept_for_the_leads"),
        ("workstreams", "0002_mail_to_a_row"),
    ]

    operations = [
        migrations.AddField(
            "responseversion",
            "contributions",
            models.ManyToManyField(related_name="+", to="contributions.contribution"),
        ),
        migrations.AddField(
            "responseversion",
            "workstream",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="workstreams.workstream",
            ),
        ),
        migrations.RunSQL(NAMED_SO_FAR, migrations.RunSQL.noop),
    ]
