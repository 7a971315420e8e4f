"""Two rules that no constraint of one row can hold.

Two stays of one reference never share a day within a list; a correction stays in the year of what it corrects.
"""

from django.db import migrations

# Ranges of one number each stand for equality, so that no extension is needed. A reference is compared by a hash
# of 63 bits; two references of one list with the same hash are not to be expected in the life of the universe.
ONE_AT_A_TIME = """
ALTER TABLE topups_topup ADD CONSTRAINT top_up_one_at_a_time EXCLUDE USING gist (
    int8range(of_list_id, of_list_id, '[]') WITH &&,
    int8range(hashtextextended(reference, 0) >> 1, hashtextextended(reference, 0) >> 1, '[]') WITH &&,
    daterange(starts_on, ends_before) WITH &&
);
"""
ANY_DAYS = "ALTER TABLE topups_topup DROP CONSTRAINT top_up_one_at_a_time;"

ENTRIES = ("paidplaces", "firstsliceshown", "costsplit", "incentive")


def keep_year(name):
    return migrations.RunSQL(
        f"""
        ALTER TABLE topups_{name}
            ADD CONSTRAINT {name}_row_and_year UNIQUE (id, financial_year),
            ADD CONSTRAINT {name}_correction_keeps_its_year
                FOREIGN KEY (corrects_id, financial_year) REFERENCES topups_{name} (id, financial_year);
        """,
        f"""
        ALTER TABLE topups_{name}
            DROP CONSTRAINT {name}_correction_keeps_its_year,
            DROP CONSTRAINT {name}_row_and_year;
        """,
    )


class Migration(migrations.Migration):
    dependencies = [("topups", "0001_initial")]

    operations = [
        migrations.RunSQL(ONE_AT_A_TIME, ANY_DAYS),
        *(keep_year(name) for name in ENTRIES),
    ]
