"""A correction stays with the area and the financial year of what it corrects."""

from django.db import migrations

KEEPS = {
    "statement": ("area_id", "financial_year"),
    "balance": ("area_id", "financial_year"),
    "blocktransfer": ("financial_year",),
    "transferlimit": ("financial_year",),
    "jointfunding": ("financial_year",),
}


def keep(name, columns):
    listed = ", ".join(columns)
    return migrations.RunSQL(
        f"""
        ALTER TABLE position_{name}
            ADD CONSTRAINT {name}_row_and_year UNIQUE (id, {listed}),
            ADD CONSTRAINT {name}_correction_keeps_its_year
                FOREIGN KEY (supersedes_id, {listed}) REFERENCES position_{name} (id, {listed});
        """,
        f"""
        ALTER TABLE position_{name}
            DROP CONSTRAINT {name}_correction_keeps_its_year,
            DROP CONSTRAINT {name}_row_and_year;
        """,
    )


class Migration(migrations.Migration):
    dependencies = [("position", "0001_initial")]

    operations = [keep(name, columns) for name, columns in KEEPS.items()]
