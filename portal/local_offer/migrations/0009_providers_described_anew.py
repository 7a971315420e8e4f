"""When a provider's name or website changes, copies of its services that others keep are old."""

from django.db import migrations, models

NOTE_IT = """
CREATE FUNCTION local_offer_described_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.described_at := statement_timestamp();
    RETURN NEW;
END $$;

CREATE TRIGGER described_anew BEFORE UPDATE ON local_offer_provider
FOR EACH ROW WHEN ((OLD.name, OLD.website) IS DISTINCT FROM (NEW.name, NEW.website))
EXECUTE FUNCTION local_offer_described_anew();
"""
FORGET_IT = """
DROP TRIGGER described_anew ON local_offer_provider;
DROP FUNCTION local_offer_described_anew();
"""


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0008_editors_keep_synonyms")]

    operations = [
        migrations.AddField("provider", "described_at", models.DateTimeField(editable=False, null=True)),
        migrations.RunSQL(NOTE_IT, FORGET_IT),
    ]
