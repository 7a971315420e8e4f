"""Two rules that no constraint of one row can hold.

Shares of a target never add up to more than it; a correction stays with its initiative and month.
"""

from django.db import migrations

SHARES_WITHIN_TARGET = """
CREATE FUNCTION savings_shares_within_target() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    allowed numeric;
    shared numeric;
BEGIN
    -- The row lock makes two writers of one target take turns, so that each sees the other's shares.
    SELECT amount_gbp INTO allowed FROM savings_savingstarget WHERE id = NEW.target_id FOR UPDATE;
    SELECT sum(amount_gbp) INTO shared FROM savings_savingstargetshare WHERE target_id = NEW.target_id;
    IF shared > allowed THEN
        RAISE EXCEPTION 'shares of % exceed the savings target of %', shared, allowed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'savings_shares_within_target';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER savings_shares_within_target
    AFTER INSERT OR UPDATE ON savings_savingstargetshare
    FOR EACH ROW EXECUTE FUNCTION savings_shares_within_target();
"""
ANY_SHARES = """
DROP TRIGGER savings_shares_within_target ON savings_savingstargetshare;
DROP FUNCTION savings_shares_within_target();
"""

ONE_CHAIN_A_MONTH = """
ALTER TABLE savings_deliveredamount
    ADD CONSTRAINT delivered_row_initiative_month UNIQUE (id, initiative_id, month),
    ADD CONSTRAINT delivered_correction_keeps_initiative_and_month
        FOREIGN KEY (corrects_id, initiative_id, month)
        REFERENCES savings_deliveredamount (id, initiative_id, month);
"""
ANY_CHAIN = """
ALTER TABLE savings_deliveredamount
    DROP CONSTRAINT delivered_correction_keeps_initiative_and_month,
    DROP CONSTRAINT delivered_row_initiative_month;
"""


class Migration(migrations.Migration):
    dependencies = [("savings", "0001_initial")]

    operations = [
        migrations.RunSQL(SHARES_WITHIN_TARGET, ANY_SHARES),
        migrations.RunSQL(ONE_CHAIN_A_MONTH, ANY_CHAIN),
    ]
