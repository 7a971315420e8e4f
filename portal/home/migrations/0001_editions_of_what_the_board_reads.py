"""Counts every statement that writes to what the Board's pages read, and says whether one is still being written.

Writers share a lock, so they never wait for one another; it is given back when their transaction has ended, after
what it wrote can be read. It is taken before the number is drawn, and whoever asks reads the number and then tries
for an instant to have the lock alone: so a number that nobody writes to any more stands for rows that everybody sees.
"""

from django.db import migrations

TABLES = (
    "contributions_contribution",
    "contributions_contributionevent",
    "contributions_response",
    "contributions_responseversion",
    "figures_baseline",
    "figures_chartmark",
    "figures_exceptionupdate",
    "figures_figure",
    "figures_kpi",
    "figures_kpidefinition",
    "figures_kpiexception",
    "figures_schoolterm",
    "figures_status",
    "figures_target",
    "figures_targetpoint",
    "position_amount",
    "position_balance",
    "position_fundingscope",
    "position_knownpart",
    "position_statement",
    "published_area",
    "published_publishedvalue",
    "published_topic",
    "savings_costbaseline",
    "savings_deliveredamount",
    "savings_doublecountbase",
    "savings_doublecountbaseamount",
    "savings_doublecountgroup",
    "savings_doublecountmember",
    "savings_gaterecord",
    "savings_initiative",
    "savings_monthlyamount",
    "savings_monthlyplan",
    "savings_savingsprogress",
    "savings_savingsrules",
    "savings_savingstarget",
    "savings_savingstargetshare",
    "savings_screening",
    "savings_stagemove",
    "workstreams_meeting",
    "workstreams_workstream",
)
# Signing in writes to a person's row too, which changes nothing on a page.
PEOPLE = "accounts_user"
SHOWN_OF_PEOPLE = "email, first_name, last_name, is_active"

COUNTING = """
CREATE SEQUENCE board_edition;
SELECT nextval('board_edition');

CREATE FUNCTION board_edition_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1112490322, 0);
    PERFORM nextval('public.board_edition');
    RETURN NULL;
END $$;

-- The edition's name, which tells a restored database from the one it is a copy of; null while one is being written.
CREATE FUNCTION board_edition_now() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    edition text;
BEGIN
    SELECT tableoid || '.' || last_value INTO edition FROM public.board_edition;
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RETURN NULL; -- whoever asks has written in this transaction
    END IF;
    IF pg_try_advisory_lock(1112490322, 0) THEN
        PERFORM pg_advisory_unlock(1112490322, 0);
        RETURN edition;
    END IF;
    -- Somebody holds it: a writer, or for an instant another who asks. To look at all locks takes ten times as long.
    IF EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND mode = 'ShareLock' AND classid = 1112490322 AND objid = 0 AND objsubid = 2
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) THEN
        RETURN NULL;
    END IF;
    RETURN edition;
END $$;
"""
NOT_COUNTING = """
DROP FUNCTION board_edition_now();
DROP FUNCTION board_edition_begins();
DROP SEQUENCE board_edition;
"""


def watched(table: str, columns: str = "") -> str:
    of = f"OF {columns} " if columns else ""
    return f"""
        CREATE TRIGGER board_edition BEFORE INSERT OR UPDATE {of}OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION board_edition_begins();
    """


WATCHED = [(watched(table), f"DROP TRIGGER board_edition ON {table}") for table in TABLES]
WATCHED.append((watched(PEOPLE, SHOWN_OF_PEOPLE), f"DROP TRIGGER board_edition ON {PEOPLE}"))


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("contributions", "0010_counts_of_a_quarter"),
        ("figures", "0004_reminders_and_what_is_said_of_exceptions"),
        ("position", "0003_dsg_plan"),
        ("published", "0003_place_in_the_file"),
        ("savings", "0004_double_count_groups"),
        ("workstreams", "0002_mail_to_a_row"),
    ]

    operations = [
        migrations.RunSQL(COUNTING, NOT_COUNTING),
        *(migrations.RunSQL(watch, leave) for watch, leave in WATCHED),
    ]
