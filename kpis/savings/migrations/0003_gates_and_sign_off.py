"""Gates with their evidence, finance's signature under what was delivered, and changes of words.

After the tables: rules that no constraint of one row can hold. Nobody signs for what they own; a
counterfactual belongs to the plan that freezes it, and is not changed once frozen.
"""

from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OWNER_DOES_NOT_SIGN = """
CREATE FUNCTION savings_owner_does_not_sign() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner bigint;
BEGIN
    -- The row lock keeps the owner from changing to the one who signs at the same moment.
    SELECT owner_id INTO owner FROM savings_initiative WHERE id = NEW.initiative_id FOR SHARE;
    IF owner = NEW.signed_by_id THEN
        RAISE EXCEPTION 'the owner of an initiative does not sign for it'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER screening_signed_by_another_than_the_owner
    AFTER INSERT OR UPDATE OF signed_by_id ON savings_screening
    FOR EACH ROW EXECUTE FUNCTION savings_owner_does_not_sign();
CREATE TRIGGER delivered_signed_by_another_than_the_owner
    AFTER INSERT OR UPDATE OF signed_by_id ON savings_deliveredamount
    FOR EACH ROW WHEN (NEW.signed_by_id IS NOT NULL) EXECUTE FUNCTION savings_owner_does_not_sign();
"""
OWNER_MAY_SIGN = """
DROP TRIGGER delivered_signed_by_another_than_the_owner ON savings_deliveredamount;
DROP TRIGGER screening_signed_by_another_than_the_owner ON savings_screening;
DROP FUNCTION savings_owner_does_not_sign();
"""

COUNTERFACTUAL_IS_FROZEN = """
ALTER TABLE savings_counterfactual
    ADD CONSTRAINT counterfactual_row_initiative UNIQUE (id, initiative_id);
ALTER TABLE savings_monthlyplan
    ADD CONSTRAINT monthly_plan_counterfactual_of_its_initiative
        FOREIGN KEY (measured_against_id, initiative_id) REFERENCES savings_counterfactual (id, initiative_id);
CREATE FUNCTION savings_counterfactual_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM savings_initiative WHERE id = NEW.initiative_id FOR SHARE;
    IF EXISTS (SELECT FROM savings_monthlyplan
               WHERE initiative_id = NEW.initiative_id AND approved_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the plan is approved, so what it is measured against is frozen'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'counterfactual_frozen_when_plan_approved';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER counterfactual_frozen_when_plan_approved
    AFTER INSERT OR UPDATE ON savings_counterfactual
    FOR EACH ROW EXECUTE FUNCTION savings_counterfactual_is_frozen();
CREATE FUNCTION savings_cost_avoidance_is_measured() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM savings_initiative
               WHERE id = NEW.initiative_id AND saving_type = 'cost_avoidance') THEN
        RAISE EXCEPTION 'a cost avoidance is approved with the counterfactual it is measured against'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monthly_plan_cost_avoidance_is_measured';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER monthly_plan_cost_avoidance_is_measured
    AFTER INSERT OR UPDATE OF approved_at, measured_against_id ON savings_monthlyplan
    FOR EACH ROW WHEN (NEW.approved_at IS NOT NULL AND NEW.measured_against_id IS NULL)
    EXECUTE FUNCTION savings_cost_avoidance_is_measured();
"""
COUNTERFACTUAL_MAY_CHANGE = """
DROP TRIGGER monthly_plan_cost_avoidance_is_measured ON savings_monthlyplan;
DROP FUNCTION savings_cost_avoidance_is_measured();
DROP TRIGGER counterfactual_frozen_when_plan_approved ON savings_counterfactual;
DROP FUNCTION savings_counterfactual_is_frozen();
ALTER TABLE savings_monthlyplan DROP CONSTRAINT monthly_plan_counterfactual_of_its_initiative;
ALTER TABLE savings_counterfactual DROP CONSTRAINT counterfactual_row_initiative;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("figures", "0001_initial"),
        ("savings", "0002_rules_across_rows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CostBaseline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("covers", models.TextField(verbose_name="what it covers")),
                (
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        verbose_name="financial year, by the calendar year it begins in"
                    ),
                ),
                ("amount_gbp", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("budget", "Budget"),
                            ("planned", "Planned"),
                            ("forecast", "Forecast outturn"),
                            ("provisional", "Provisional outturn"),
                            ("outturn", "Final outturn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("funding_scope", models.CharField(max_length=200, verbose_name="what money it is about")),
                (
                    "price_base",
                    models.CharField(
                        choices=[("cash", "Cash prices"), ("real", "Constant prices")],
                        max_length=10,
                        verbose_name="prices",
                    ),
                ),
                ("source", models.CharField(max_length=300, verbose_name="where it is written down")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=400, verbose_name="reason for the change"),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "line",
                    models.CharField(
                        choices=[
                            ("placements", "Placements"),
                            ("top_ups", "Top-ups"),
                            ("place_funding", "Place funding"),
                            ("sen_support", "SEN support services"),
                            ("therapies", "Therapies"),
                            ("alternative_provision", "Alternative provision"),
                            ("other", "Other"),
                            ("income", "Income"),
                            ("block_movements", "Block movements"),
                        ],
                        max_length=30,
                        verbose_name="line of the High Needs Block",
                    ),
                ),
                ("agreed_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Counterfactual",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("covers", models.TextField(verbose_name="what it covers")),
                (
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        verbose_name="financial year, by the calendar year it begins in"
                    ),
                ),
                ("amount_gbp", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("budget", "Budget"),
                            ("planned", "Planned"),
                            ("forecast", "Forecast outturn"),
                            ("provisional", "Provisional outturn"),
                            ("outturn", "Final outturn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("funding_scope", models.CharField(max_length=200, verbose_name="what money it is about")),
                (
                    "price_base",
                    models.CharField(
                        choices=[("cash", "Cash prices"), ("real", "Constant prices")],
                        max_length=10,
                        verbose_name="prices",
                    ),
                ),
                ("source", models.CharField(max_length=300, verbose_name="where it is written down")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=400, verbose_name="reason for the change"),
                ),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GateRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proposal", "Proposal it came from"),
                            ("decision", "Decision"),
                            ("consultation", "Consultation"),
                            ("equality_impact", "Equality impact assessment"),
                            ("partner_agreement", "Agreement of a partner"),
                        ],
                        max_length=20,
                        verbose_name="what it is a record of",
                    ),
                ),
                ("reference", models.CharField(max_length=300, verbose_name="where it is written down")),
                (
                    "address",
                    models.CharField(blank=True, max_length=300, verbose_name="where it can be read"),
                ),
                ("dated_on", models.DateField(verbose_name="its day")),
                ("evidence", models.TextField(verbose_name="what it shows")),
                ("recorded_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=400, verbose_name="why it was withdrawn"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "consultation",
                    models.CharField(
                        choices=[
                            ("full", "Full"),
                            ("proportionate", "Proportionate"),
                            ("not_required", "Not required"),
                        ],
                        max_length=20,
                        verbose_name="consultation",
                    ),
                ),
                (
                    "consultation_because",
                    models.TextField(blank=True, verbose_name="why so much consultation, or none"),
                ),
                (
                    "equality_impact",
                    models.CharField(
                        choices=[
                            ("full", "Full"),
                            ("proportionate", "Proportionate"),
                            ("not_required", "Not required"),
                        ],
                        max_length=20,
                        verbose_name="equality impact assessment",
                    ),
                ),
                (
                    "equality_impact_because",
                    models.TextField(blank=True, verbose_name="why so much assessment, or none"),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=400, verbose_name="reason for the change"),
                ),
                ("signed_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="WordsChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("field", models.CharField(max_length=60, verbose_name="what was changed")),
                ("before", models.TextField(blank=True)),
                ("after", models.TextField(blank=True)),
                ("reason", models.CharField(max_length=400)),
                ("changed_at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="deliveredamount",
            name="returned_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="deliveredamount",
            name="returned_because",
            field=models.CharField(blank=True, max_length=400, verbose_name="why it was returned"),
        ),
        migrations.AddField(
            model_name="deliveredamount",
            name="returned_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="deliveredamount",
            name="signed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="deliveredamount",
            name="signed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="kpis",
            field=models.ManyToManyField(
                blank=True, related_name="initiatives", to="figures.kpi", verbose_name="KPIs that evidence it"
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="partner_dependencies",
            field=models.TextField(blank=True, verbose_name="what it needs from partners"),
        ),
        migrations.AddField(
            model_name="initiative",
            name="risks",
            field=models.TextField(blank=True, verbose_name="what could go wrong"),
        ),
        migrations.AddIndex(
            model_name="deliveredamount",
            index=models.Index(fields=["initiative", "month", "id"], name="delivered_of_a_month"),
        ),
        migrations.AddConstraint(
            model_name="deliveredamount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_at__isnull", True), ("signed_by__isnull", True)),
                    models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                    _connector="OR",
                ),
                name="delivered_signed_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="deliveredamount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_by__isnull", True),
                    models.Q(("signed_by", models.F("reported_by")), _negated=True),
                    _connector="OR",
                ),
                name="delivered_signed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="deliveredamount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("returned_at__isnull", True), ("returned_because", ""), ("returned_by__isnull", True)
                    ),
                    models.Q(
                        ("returned_at__isnull", False),
                        ("returned_by__isnull", False),
                        models.Q(("returned_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="delivered_returned_by_at_and_why_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="deliveredamount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_at__isnull", True), ("returned_at__isnull", True), _connector="OR"
                ),
                name="delivered_signed_or_returned",
            ),
        ),
        migrations.AddConstraint(
            model_name="deliveredamount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("signed_at__isnull", True),
                        ("signed_at__gte", models.F("reported_at")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("returned_at__isnull", True),
                        ("returned_at__gte", models.F("reported_at")),
                        _connector="OR",
                    ),
                ),
                name="delivered_decided_after_it_was_reported",
            ),
        ),
        migrations.AddField(
            model_name="costbaseline",
            name="agreed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="costbaseline",
            name="initiative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="baselines", to="savings.initiative"
            ),
        ),
        migrations.AddField(
            model_name="costbaseline",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="counterfactual",
            name="initiative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="counterfactuals",
                to="savings.initiative",
            ),
        ),
        migrations.AddField(
            model_name="counterfactual",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="monthlyplan",
            name="measured_against",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="frozen_by",
                to="savings.counterfactual",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthlyplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("measured_against__isnull", True), ("approved_at__isnull", False), _connector="OR"
                ),
                name="monthly_plan_counterfactual_frozen_when_approved",
            ),
        ),
        migrations.AddField(
            model_name="gaterecord",
            name="initiative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gate_records",
                to="savings.initiative",
            ),
        ),
        migrations.AddField(
            model_name="gaterecord",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="gaterecord",
            name="withdrawn_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="screening",
            name="initiative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="screenings",
                to="savings.initiative",
            ),
        ),
        migrations.AddField(
            model_name="screening",
            name="signed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="wordschange",
            name="changed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="wordschange",
            name="initiative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="words_changes",
                to="savings.initiative",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.UniqueConstraint(
                fields=("initiative", "version"), name="costbaseline_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2000), ("financial_year__lte", 2100)),
                name="costbaseline_year_is_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_gbp__gt", 0), ("amount_gbp__lte", Decimal("1000000000"))),
                name="costbaseline_in_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("basis__in", ["budget", "planned", "forecast", "provisional", "outturn"])
                ),
                name="costbaseline_basis_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(("price_base__in", ["cash", "real"])), name="costbaseline_prices_are_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("covers", ""), _negated=True),
                    models.Q(("funding_scope", ""), _negated=True),
                    models.Q(("source", ""), _negated=True),
                ),
                name="costbaseline_says_what_and_whence",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), ("version", 1)),
                    models.Q(("version__gt", 1), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="costbaseline_change_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "line__in",
                        [
                            "placements",
                            "top_ups",
                            "place_funding",
                            "sen_support",
                            "therapies",
                            "alternative_provision",
                            "other",
                            "income",
                            "block_movements",
                        ],
                    )
                ),
                name="costbaseline_line_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                    models.Q(("agreed_at__isnull", False), ("agreed_by__isnull", False)),
                    _connector="OR",
                ),
                name="costbaseline_agreed_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="costbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("agreed_by__isnull", True),
                    models.Q(("agreed_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="costbaseline_agreed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.UniqueConstraint(
                fields=("initiative", "version"), name="counterfactual_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2000), ("financial_year__lte", 2100)),
                name="counterfactual_year_is_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_gbp__gt", 0), ("amount_gbp__lte", Decimal("1000000000"))),
                name="counterfactual_in_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("basis__in", ["budget", "planned", "forecast", "provisional", "outturn"])
                ),
                name="counterfactual_basis_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.CheckConstraint(
                condition=models.Q(("price_base__in", ["cash", "real"])),
                name="counterfactual_prices_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("covers", ""), _negated=True),
                    models.Q(("funding_scope", ""), _negated=True),
                    models.Q(("source", ""), _negated=True),
                ),
                name="counterfactual_says_what_and_whence",
            ),
        ),
        migrations.AddConstraint(
            model_name="counterfactual",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), ("version", 1)),
                    models.Q(("version__gt", 1), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="counterfactual_change_has_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="gaterecord",
            index=models.Index(fields=["initiative", "kind"], name="gate_record_of_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="gaterecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["proposal", "decision", "consultation", "equality_impact", "partner_agreement"],
                    )
                ),
                name="gate_record_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="gaterecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reference", ""), _negated=True), models.Q(("evidence", ""), _negated=True)
                ),
                name="gate_record_has_reference_and_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="gaterecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("address", ""), ("address__regex", "^(/[^/]|https://)"), _connector="OR"),
                name="gate_record_address_can_be_followed",
            ),
        ),
        migrations.AddConstraint(
            model_name="gaterecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("dated_on__lte", models.F("recorded_at__date"))),
                name="gate_record_is_not_of_the_future",
            ),
        ),
        migrations.AddConstraint(
            model_name="gaterecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn_at__isnull", True),
                        ("withdrawn_by__isnull", True),
                        ("withdrawn_reason", ""),
                    ),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_by__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="gate_record_withdrawn_by_at_and_reason_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.UniqueConstraint(
                fields=("initiative", "version"), name="screening_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("consultation__in", ["full", "proportionate", "not_required"]),
                    ("equality_impact__in", ["full", "proportionate", "not_required"]),
                ),
                name="screening_extents_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consultation", "not_required"), ("consultation_because", ""), _negated=True),
                    models.Q(
                        ("equality_impact", "not_required"), ("equality_impact_because", ""), _negated=True
                    ),
                ),
                name="screening_says_why_something_is_not_required",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), ("version", 1)),
                    models.Q(("version__gt", 1), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="screening_change_has_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="wordschange",
            index=models.Index(fields=["initiative", "-changed_at"], name="words_change_latest"),
        ),
        migrations.AddConstraint(
            model_name="wordschange",
            constraint=models.CheckConstraint(
                condition=models.Q(("before", models.F("after")), _negated=True),
                name="words_change_changes_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="wordschange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), _negated=True), models.Q(("field", ""), _negated=True)
                ),
                name="words_change_has_reason",
            ),
        ),
        migrations.RunSQL(OWNER_DOES_NOT_SIGN, OWNER_MAY_SIGN),
        migrations.RunSQL(COUNTERFACTUAL_IS_FROZEN, COUNTERFACTUAL_MAY_CHANGE),
    ]
