"""Every address and who may open it. An address that is not in this table fails the first test."""

import pytest
from django.urls import URLResolver, get_resolver, reverse

from portal.accounts.roles import ROLES

PUBLIC = "everyone"
SIGNED_IN = "whoever is signed in"
BOARD, KPI, SAVINGS = "workstreams.view_board", "figures.view_kpi", "savings.view_savings"
REPORT, APPROVE, DEFINE = "figures.add_figure", "figures.approve_figure", "figures.change_kpi"
RUNS, CONFIRM, PEOPLE = "figures.recompute", "published.confirm_value", "accounts.manage_people"
MODERATE, SAFEGUARD = "contributions.moderate", "contributions.safeguard"
RULES, WORKLOAD = "contributions.set_rules", "contributions.see_workload"
ENTER = "contributions.enter_for_others"
REQUESTS = "contributions.handle_requests"
IMPORT = "local_offer.import_listings"
YEARLY = "contributions.publish_yearly"
DRAFT, PUBLISH, FORUM = (
    "contributions.draft_response",
    "contributions.publish_response",
    "contributions.write_forum_view",
)
PROPOSE, AGREE = "figures.propose_mark", "figures.agree_mark"
COVERAGE, OWN_GAPS = "local_offer.see_coverage", "local_offer.own_gaps"
ANSWER, DECIDE = "local_offer.answer_checks", "local_offer.decide_suggestions"
HEADINGS, WORDING = "local_offer.check_headings", "local_offer.approve_wording"
POSITION, TOP_UPS = "position.view_position", "topups.use_tools"
KEEP_POSITION = "position.change_position"
FILL_PLAN = "position.fill_dsg_plan"
TARGET, INITIATIVE, DELIVERED = "savings.set_target", "savings.add_initiative", "savings.report_saving"
SCREEN, SIGN = "savings.screen_initiative", "savings.sign_off"

WHO_MAY_OPEN = {
    PUBLIC: """
        home:landing home:accessibility home:privacy home:security home:robots
        contributions:give contributions:sent contributions:leave contributions:receipt contributions:withdraw
        contributions:add_to contributions:agree contributions:disagree contributions:tell_outcome
        contributions:change_contact contributions:paper
        contributions:answers contributions:waiting contributions:answer contributions:feed
        contributions:yearly contributions:yearly_year contributions:yearly_edition contributions:yearly_csv
        contributions:who_we_hear_from
        local_offer:home local_offer:search local_offer:picture local_offer:open_data
        local_offer:check local_offer:check_change
        oruk:about oruk:openapi oruk:services oruk:service oruk:organizations oruk:organization
        oruk:service_at_locations oruk:service_at_location oruk:taxonomies oruk:taxonomy
        oruk:taxonomy_terms oruk:taxonomy_term oruk:nothing_here
        local_offer:home local_offer:search local_offer:picture local_offer:sitemap
        local_offer:search_map local_offer:search_paper local_offer:shortlist local_offer:save local_offer:remove
        local_offer:shortlist_paper local_offer:paper
        account_login account_request_login_code account_confirm_login_code account_logout account_inactive
        account_signup account_email_verification_sent mfa_authenticate mfa_login_webauthn
        runtime:live runtime:ready
        demo:step_in demo:step_in_as demo:mail
    """,
    SIGNED_IN: """
        home:start accounts:me account_email
        mfa_index mfa_reauthenticate mfa_activate_totp mfa_deactivate_totp mfa_list_webauthn mfa_add_webauthn
        mfa_edit_webauthn mfa_remove_webauthn mfa_reauthenticate_webauthn mfa_view_recovery_codes
        mfa_generate_recovery_codes mfa_download_recovery_codes
    """,
    BOARD: "home:board home:board_at_meeting home:workstreams home:workstream",
    KPI: """
        figures:kpi figures:table figures:marks figures:end_mark figures:exceptions figures:exceptions_table
        figures:exception
    """,
    PROPOSE: "figures:propose_mark",
    AGREE: "figures:decide_mark",
    REPORT: """
        figures:due figures:submit figures:correct figures:explain figures:upload figures:template
        figures:template_wide figures:import figures:confirm_import figures:discard_import figures:withdraw_import
        figures:import_table figures:update_exception figures:close_exception workstreams:report
    """,
    APPROVE: "figures:approvals figures:decide figures:agree_baseline",
    DEFINE: """
        figures:definitions figures:define figures:baseline figures:target
        contributions:measures contributions:link_measure contributions:unlink_measure
        offer:link_measure offer:unlink_measure
    """,
    RUNS: "figures:runs figures:run figures:start_run savings:recompute",
    CONFIRM: "published:doubtful published:confirm published:import published:store_import",
    SAVINGS: """
        savings:register savings:targets savings:initiative savings:initiative_year savings:groups savings:group
        savings:table savings:table_xlsx savings:months savings:months_xlsx
    """,
    TARGET: """
        savings:set_target savings:set_rules savings:approve_plan savings:agree_baseline
        savings:add_group savings:set_base savings:join_group savings:order_group savings:leave_group
    """,
    INITIATIVE: """
        savings:add_initiative savings:move_stage savings:record_planned savings:record_forecast
        savings:planned_per_cent savings:forecast_per_cent
        savings:import_register savings:import_plans savings:register_template savings:plans_template
    """,
    DELIVERED: """
        savings:report_delivered savings:correct_delivered savings:change_words savings:record_baseline
        savings:record_counterfactual savings:add_gate_record savings:withdraw_gate_record
    """,
    SCREEN: "savings:sign_screening",
    SIGN: "savings:sign_off savings:decide",
    FILL_PLAN: """
        position:dsg_workbook position:dsg_upload position:dsg_template_csv position:dsg_template_xlsx
        position:dsg_fill position:dsg_narrative
    """,
    POSITION: """
        position:position position:year position:table_csv position:table_xlsx position:dsg_plan position:bridge
    """,
    KEEP_POSITION: """
        position:record position:correct position:add_scope position:import position:template_csv
        position:template_xlsx position:published
    """,
    TOP_UPS: """
        topups:index topups:upload topups:template topups:settings topups:band_tables topups:numbers
        topups:incentives topups:entries topups:record_entry topups:correct_entry topups:averages topups:days
        topups:bands topups:empty_places topups:first_slice topups:table
    """,
    MODERATE: """
        contributions:queue contributions:lane contributions:item contributions:start contributions:let_through
        contributions:save_version contributions:approve contributions:keep_private contributions:withhold
        contributions:decide_withholding contributions:open_original contributions:take_back
        contributions:pass_to_safeguarding contributions:publish_approved contributions:read_addition
        contributions:withhold_many contributions:agree_many contributions:log_csv contributions:log_xlsx
    """,
    SAFEGUARD: """
        contributions:safeguarding contributions:held contributions:open_held contributions:refer
        contributions:release contributions:put_on_hold contributions:no_risk
    """,
    RULES: """
        contributions:reasons contributions:add_reason contributions:change_reason contributions:move_reason_up
        contributions:end_reason contributions:keeping contributions:keeping_rule contributions:privacy_record
        contributions:privacy_activity
    """,
    WORKLOAD: "contributions:workload contributions:reach",
    ENTER: "contributions:plan_reach contributions:enter contributions:entered",
    REQUESTS: """
        contributions:requests contributions:request_export contributions:request_erase
        contributions:published_csv contributions:published_xlsx
    """,
    DRAFT: "contributions:responses contributions:draft contributions:response",
    PUBLISH: "contributions:publish",
    YEARLY: "contributions:yearly_desk contributions:yearly_preview contributions:publish_yearly",
    FORUM: "contributions:forum_views contributions:forum_view",
    IMPORT: "imports:imports imports:template imports:one imports:confirm imports:decide",
    COVERAGE: "offer:coverage offer:checks offer:measures offer:gaps",
    OWN_GAPS: "offer:open_gap offer:gap offer:close_gap",
    ANSWER: "offer:listings offer:confirm_listing offer:change_listing",
    DECIDE: "offer:suggestions offer:suggestion offer:accept_suggestion",
    HEADINGS: """
        offer:headings offer:start_headings offer:heading_list offer:check_headings offer:add_heading
        offer:change_heading offer:remove_heading
    """,
    WORDING: "offer:wordings offer:approve_wording",
    PEOPLE: """
        accounts:people accounts:person accounts:person_add accounts:roles accounts:grant_role accounts:end_role
        accounts:join_partner accounts:leave_partner accounts:reset_second_factor
    """,
}
TABLE = {name: who for who, names in WHO_MAY_OPEN.items() for name in names.split()}
PERMISSIONS = {name: who for name, who in TABLE.items() if who not in (PUBLIC, SIGNED_IN)}
LIBRARY = "wagtail"  # the editors' screens: Wagtail guards them, tests/portal/local_offer covers who gets in


def addresses(resolver=None, namespace=""):
    """(name, view, names of its arguments) of every address of ours."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            if not str(entry.pattern).startswith("cms/"):
                yield from addresses(entry, inner)
        elif not (entry.name or LIBRARY).startswith(LIBRARY):
            yield f"{namespace}{entry.name}", entry.callback, tuple(entry.pattern.regex.groupindex)


def test_every_address_is_in_the_table_and_no_other():
    assert {name for name, *_ in addresses()} == set(TABLE)


def test_what_is_public_is_exactly_what_the_table_says():
    public = {name for name, view, _ in addresses() if not getattr(view, "login_required", True)}
    assert public == {name for name, who in TABLE.items() if who == PUBLIC}


@pytest.fixture(scope="module")
def objects(django_db_setup, django_db_blocker):
    """The demonstration and the arguments that lead to one of its rows, by the name they have in addresses."""
    from feedback.contributions.models import PublicationYear
    from kpis.figures.models import Figure
    from kpis.savings.models import DeliveredAmount, Initiative
    from kpis.workstreams.models import Workstream
    from portal.accounts.models import User
    from tests.demonstration import demonstration_taken_away_again

    with django_db_blocker.unblock(), demonstration_taken_away_again():
        user = User.objects.first()
        yield {
            "figures": {
                "code": "AP1",
                "kind": "csv",
                "show": "new",
                "pk": Figure.objects.values_list("pk", flat=True).first(),
            },
            "savings": {
                "code": Initiative.objects.values_list("code", flat=True).first(),
                "pk": DeliveredAmount.objects.values_list("pk", flat=True).first(),
                "year": 2026,
                "kind": "csv",
            },
            "topups": {"year": 2019, "basis": "outturn", "kind": "csv"},
            "position": {"slug": Workstream.objects.values_list("slug", flat=True).first()}
            | {"year": 2026, "table": "totals", "record": "statement"},
            "home": {"slug": Workstream.objects.values_list("slug", flat=True).first()}
            | {"year": 2019, "month": 11, "day": 14},
            "offer": {"pk": 1, "measure": "coverage_must"},
            "accounts": {"pk": user.pk, "role": "editor", "slug": "council"},
            "contributions": {
                "year": PublicationYear.objects.earliest("starts_on").starts_on.year,
                "pk": 1,
                "number": 1,
                "lane": "to-answer",
                "kind": "idea",
                "activity": "bands",
                "measure": "received",
            },
        }


def address_of(name, objects):
    """An address of this name, to an object that exists where a guard might look for it first."""
    wanted = next(arguments for known, _, arguments in addresses() if known == name)
    given = objects.get(name.partition(":")[0], {})
    return reverse(name, kwargs={argument: given.get(argument, 1) for argument in wanted})


@pytest.mark.parametrize("name", sorted(set(TABLE) - {n for n, w in TABLE.items() if w == PUBLIC}))
def test_a_stranger_is_asked_to_sign_in(name, objects, db, client):
    answer = client.get(address_of(name, objects))
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_opens_what_the_table_gives_it_and_nothing_else(role, objects, db, client_as):
    client, held = client_as(role), ROLES[role].permissions
    answers = {
        (name, method): getattr(client, method)(address_of(name, objects)).status_code
        for name in PERMISSIONS
        for method in ("get", "post")
    }
    refused = {key for key, status in answers.items() if status in (403, 405)}
    closed = {key for key, status in answers.items() if status == 403}
    not_theirs = {key for key in answers if PERMISSIONS[key[0]] not in held}
    assert {key: status for key, status in answers.items() if status >= 500} == {}
    assert closed <= not_theirs  # nothing is refused to whom the table gives it
    assert not_theirs <= refused  # and nothing opens to anybody else, by any method


def test_a_permission_that_guards_something_is_in_somebodys_role():
    given = set().union(*(role.permissions for role in ROLES.values()))
    assert set(PERMISSIONS.values()) <= given
