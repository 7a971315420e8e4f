"""Forgotten: because somebody asked, or because its time has come; never before a safeguarding lead lets it."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from feedback.contributions import actions
from feedback.contributions.models import (
    AboutMe,
    Addition,
    AddressTally,
    Contact,
    Contribution,
    DataRequest,
    Edition,
    EditionLine,
    Neighbourhood,
    NotPublishingReason,
    Original,
    OriginalOpening,
    OutcomeAnswer,
    PublicationYear,
    PublicVersion,
    ReachTally,
    RetentionRule,
    SafeguardingReferral,
)
from feedback.contributions.models.original import FORGOTTEN, SAFEGUARDING
from feedback.contributions.queries import keeping
from feedback.contributions.queries.receipts import receipt_status
from feedback.domain.keeping import Thing
from feedback.domain.lifecycle import State
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

LATER = TUESDAY + timedelta(days=3)
IN_A_YEAR = MONDAY + timedelta(days=365)
IN_TWO_YEARS = MONDAY + timedelta(days=730)


def stored() -> str:
    """Every row of ours as text; sealed columns as bytes in hex, which hold no word in any case."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("contributions_", "workstreams_outbox")):
                cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 - our own names
                found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


@pytest.fixture
def north(db):
    return Neighbourhood.objects.create(name="North")


@pytest.fixture
def admin(person):
    return person("administrator", email="admin@example.org")


@pytest.fixture
def told(north):
    """What an author may tell beside the words."""
    return {"email": "author@example.org", "neighbourhood": north, "age_band": "5 to 10", "need": "ASD"}


def add_words(contribution, lead):
    """Everything that can hang on a contribution, each with the planted word."""
    Addition.objects.create(contribution=contribution, text=f"Also {PLANTED}.", added_at=TUESDAY)
    OutcomeAnswer.objects.create(
        contribution=contribution, difference="no", text=f"No, {PLANTED}.", told_at=TUESDAY
    )
    SafeguardingReferral.objects.create(
        contribution=contribution,
        handed_to="The front door",
        note=f"About {PLANTED}.",
        recorded_by=lead,
        recorded_at=MONDAY,
    )
    contribution.events.create(
        step="release", from_state="received", to_state="received", shows_as="received", by=lead, at=TUESDAY
    )


def in_an_edition(contribution) -> EditionLine:
    year = PublicationYear.objects.create(
        starts_on=date(2019, 4, 1), ends_on=date(2020, 4, 1), due_on=date(2020, 6, 1)
    )
    edition = Edition.objects.create(year=year, number=1, published_at=LATER, released_counts={})
    return EditionLine.objects.create(
        edition=edition,
        position=1,
        contribution=contribution,
        version=contribution.approved_version,
        shows_as="published",
        waiting_since=date(2019, 11, 12),
    )


def words_left() -> tuple[int, ...]:
    kinds = (Original, Addition, Contact, AboutMe, PublicVersion)
    texts = OutcomeAnswer.objects.filter(text__isnull=False)
    notes = SafeguardingReferral.objects.filter(note__isnull=False)
    return tuple(kind.objects.count() for kind in kinds) + (texts.count(), notes.count())


NOTHING = (0, 0, 0, 0, 0, 0, 0)


# ---- because somebody asked ----


@pytest.mark.parametrize("by_whom", ["author", "administrator"])
def test_everything_of_it_goes_and_the_log_keeps_number_time_and_rule(
    published, told, moderator, lead, admin, by_whom
):
    contribution = published(**told)
    add_words(contribution, lead)
    line = in_an_edition(contribution)
    actions.open_original(contribution=contribution, reason=f"{PLANTED} rang.", by=moderator, at=TUESDAY)
    contribution.events.filter(step="approve").update(why=f"{PLANTED} is not named any more.")
    if by_whom == "author":
        actions.withdraw(contribution=contribution, at=LATER)
    else:
        actions.erase_on_request(contribution=contribution, ground="author", by=admin, at=LATER)
    assert words_left() == NOTHING
    assert PLANTED not in stored()
    contribution.refresh_from_db()
    assert (contribution.state, contribution.approved_version) == (State.WITHDRAWN, None)
    assert receipt_status(contribution).status == "Withdrawn"
    assert receipt_status(contribution).public_text == ""
    line.refresh_from_db()
    assert (line.version, line.contribution_id) == (None, contribution.pk)
    assert OriginalOpening.objects.get().reason == FORGOTTEN
    assert OutcomeAnswer.objects.get().difference == "no"
    assert SafeguardingReferral.objects.get().handed_to == "The front door"
    assert Contribution.objects.count() == 1


def test_an_erasure_says_who_when_and_why(published, admin):
    contribution = published()
    request = actions.erase_on_request(contribution=contribution, ground="named", by=admin, at=LATER)
    assert (request.handled_by, request.handled_at, request.carried_out_at) == (admin, LATER, LATER)
    event = contribution.events.get(step="erase")
    assert (event.by, event.at, event.why) == (admin, LATER, "Somebody whom it is about asks for it")


def test_an_erasure_needs_a_ground_and_happens_once(receive, admin):
    contribution = receive()
    with pytest.raises(actions.Refused, match="Choose why"):
        actions.erase_on_request(contribution=contribution, ground="", by=admin, at=LATER)
    actions.erase_on_request(contribution=contribution, ground="law", by=admin, at=LATER)
    with pytest.raises(actions.Refused, match="already"):
        actions.erase_on_request(contribution=contribution, ground="law", by=admin, at=LATER)


def test_a_reason_not_to_publish_stays(receive, moderator, second_moderator):
    contribution = receive()
    reason = NotPublishingReason.objects.get(slug="vexatious")
    withholding = actions.propose_withholding(
        contribution=contribution, reason=reason, by=moderator, at=TUESDAY
    )
    actions.decide_withholding(withholding=withholding, agree=True, by=second_moderator, at=TUESDAY)
    actions.withdraw(contribution=contribution, at=LATER)
    assert contribution.withholdings.get().reason == reason


# ---- what a lead has not released ----


@pytest.mark.parametrize("how", ["hold", "alert"])
def test_what_a_lead_has_not_released_keeps_its_words_and_shows_nothing_of_it(
    receive, told, lead, admin, how
):
    contribution = receive(**told, someone_at_risk=how == "alert")
    if how == "hold":
        actions.pass_to_safeguarding(contribution=contribution, by=lead, at=TUESDAY)
    before = words_left()
    request = actions.erase_on_request(contribution=contribution, ground="author", by=admin, at=LATER)
    assert words_left() == before
    assert request.carried_out_at is None
    contribution.refresh_from_db()
    assert contribution.position.is_held
    assert receipt_status(contribution).status == "Withdrawn"


def test_a_public_version_leaves_every_edition_at_once_even_during_a_hold(published, lead):
    contribution = published()
    line = in_an_edition(contribution)
    actions.pass_to_safeguarding(contribution=contribution, by=lead, at=TUESDAY)
    actions.withdraw(contribution=contribution, at=LATER)
    line.refresh_from_db()
    assert line.version is None
    assert PublicVersion.objects.count() == 1


def test_at_the_release_what_was_asked_for_happens(receive, told, lead, admin):
    contribution = receive(**told)
    actions.pass_to_safeguarding(contribution=contribution, why=f"{PLANTED}?", by=lead, at=TUESDAY)
    actions.record_referral(
        contribution=contribution, handed_to="The front door", note=PLANTED, by=lead, at=TUESDAY
    )
    actions.erase_on_request(contribution=contribution, ground="author", by=admin, at=LATER)
    at = LATER + timedelta(days=1)
    actions.release(contribution=contribution, why="The team has it", by=lead, at=at)
    assert words_left() == NOTHING
    assert PLANTED not in stored()
    assert DataRequest.objects.get().carried_out_at == at
    contribution.refresh_from_db()
    assert contribution.state == State.WITHDRAWN


def test_no_rule_touches_what_a_lead_has_not_released(receive, told, lead):
    held, alerted = receive(**told), receive(text="Also old.", someone_at_risk=True, **told)
    actions.pass_to_safeguarding(contribution=held, by=lead, at=TUESDAY)
    before = words_left()
    assert not sum(actions.forget_what_is_due(at=IN_TWO_YEARS).values())
    assert words_left() == before
    assert keeping.kept_by_law(IN_TWO_YEARS.date()).count() == 2
    assert alerted.alerts.open().exists()


def test_handed_over_and_not_released_since_is_exempt(receive, lead):
    """A hand-over that no release has followed counts by itself, whatever else was settled."""
    contribution = receive()
    SafeguardingReferral.objects.create(
        contribution=contribution, handed_to="The front door", recorded_by=lead, recorded_at=TUESDAY
    )
    assert keeping.is_exempt(contribution)
    contribution.events.create(
        step="release", from_state="received", to_state="received", shows_as="received", by=lead, at=LATER
    )
    assert not keeping.is_exempt(contribution)


def test_what_expires_during_a_hold_looks_expired_and_loses_its_words_at_the_release(
    receive, moderator, lead
):
    contribution = receive(publish_consent="counts_only")
    actions.keep_private(contribution=contribution, by=moderator, at=TUESDAY)
    actions.pass_to_safeguarding(contribution=contribution, by=lead, at=LATER)
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    contribution.refresh_from_db()
    assert contribution.position.is_held
    assert contribution.shows_as == State.EXPIRED
    assert Original.objects.count() == 1
    actions.release(contribution=contribution, why="Settled", by=lead, at=IN_TWO_YEARS)
    assert Original.objects.count() == 0


def test_after_its_release_the_rules_count_again(receive, told, moderator, lead):
    contribution = receive(publish_consent="counts_only", **told)
    actions.keep_private(contribution=contribution, by=moderator, at=TUESDAY)
    actions.pass_to_safeguarding(contribution=contribution, by=lead, at=LATER)
    actions.release(contribution=contribution, why="Settled", by=lead, at=IN_A_YEAR)
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    assert words_left() == NOTHING


# ---- because its time has come ----


def test_a_day_before_its_time_nothing_goes(published, told):
    published(**told)
    before = words_left()
    actions.forget_what_is_due(at=IN_A_YEAR - timedelta(days=1))
    assert words_left() == before


def test_bands_and_contact_go_first_then_the_words_and_the_public_version_stays(published, told, lead):
    contribution = published(**told)
    add_words(contribution, lead)
    gone = actions.forget_what_is_due(at=IN_A_YEAR)
    assert (gone[Thing.BANDS], gone[Thing.CONTACT], gone[Thing.ORIGINAL]) == (1, 1, 0)
    assert words_left() == (1, 1, 0, 0, 1, 1, 1)
    gone = actions.forget_what_is_due(at=IN_TWO_YEARS)
    assert (gone[Thing.BANDS], gone[Thing.CONTACT], gone[Thing.ORIGINAL]) == (0, 0, 1)
    assert words_left() == (0, 0, 0, 0, 1, 0, 0)
    contribution.refresh_from_db()
    assert contribution.state == State.PUBLISHED
    assert contribution.public_text == "We wait too long."
    assert [(e.step, e.by, e.why) for e in contribution.events.in_order()][-3:] == [
        ("forget bands", None, "Kept for one year from the day it arrived, as the rule says."),
        ("forget contact", None, "Kept for one year from the day it arrived, as the rule says."),
        ("forget original", None, "Kept for two years from the day it arrived, as the rule says."),
    ]


def test_a_second_run_forgets_and_counts_nothing_more(published, told):
    contribution = published(**told)
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    events, tallies = contribution.events.count(), list(ReachTally.objects.values_list())
    assert not sum(actions.forget_what_is_due(at=IN_TWO_YEARS + timedelta(hours=1)).values())
    assert (contribution.events.count(), list(ReachTally.objects.values_list())) == (events, tallies)


def test_wordings_that_never_became_public_go_with_the_words(published, moderator, second_moderator):
    contribution = published()
    actions.take_back(contribution=contribution, why="A name was left", by=moderator, at=LATER)
    version = actions.save_public_version(
        contribution=contribution, text="We wait.", based_on=1, by=moderator, at=LATER
    )
    actions.approve_public_version(version=version, by=second_moderator, at=LATER)
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    assert [v.text for v in PublicVersion.objects.all()] == ["We wait."]


def test_a_wording_that_an_edition_shows_stays_with_it(published, moderator, second_moderator):
    contribution = published()
    line = in_an_edition(contribution)
    actions.take_back(contribution=contribution, why="A typing error", by=moderator, at=LATER)
    version = actions.save_public_version(
        contribution=contribution, text="We wait.", based_on=1, by=moderator, at=LATER
    )
    actions.approve_public_version(version=version, by=second_moderator, at=LATER)
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    line.refresh_from_db()
    assert line.version.text == "We wait too long."


def test_what_was_never_shown_expires(receive, moderator):
    contribution = receive(publish_consent="counts_only")
    actions.keep_private(contribution=contribution, by=moderator, at=TUESDAY)
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    contribution.refresh_from_db()
    assert contribution.state == State.EXPIRED
    assert receipt_status(contribution).status == "Not published"
    assert [e.step for e in contribution.events.in_order()][-2:] == ["expire", "forget original"]


def test_nothing_is_forgotten_before_somebody_has_decided_about_it(receive):
    contribution = receive()
    actions.forget_what_is_due(at=IN_TWO_YEARS)
    assert Original.objects.count() == 1
    assert keeping.old_and_undecided(IN_TWO_YEARS.date()) == [contribution.pk]


def test_each_kind_has_its_own_rule(published, admin):
    idea, other = published(kind="idea"), published(kind="provision")
    actions.change_rule(kind="idea", bands_days=30, contact_days=30, original_days=60, by=admin, at=TUESDAY)
    actions.forget_what_is_due(at=MONDAY + timedelta(days=60))
    assert [o.pk for o in Original.objects.all()] == [other.pk]
    rule = RetentionRule.objects.get(kind="idea")
    assert (rule.changed_by, rule.changed_at) == (admin, TUESDAY)
    assert idea.events.filter(why="Kept for 60 days from the day it arrived, as the rule says.").exists()


def test_no_rule_keeps_anything_longer_than_the_words(admin):
    with pytest.raises(actions.Refused, match="longer than the author's own words"):
        actions.change_rule(
            kind="idea", bands_days=30, contact_days=90, original_days=60, by=admin, at=TUESDAY
        )


def test_bands_are_counted_by_quarter_before_they_go(published, receive, told, north):
    published(**told)
    published(text="Another.", neighbourhood=north)
    receive(text="In the next quarter.", need="ASD", at=MONDAY + timedelta(days=60))
    withdrawn = receive(text="Withdrawn.", **told)
    actions.withdraw(contribution=withdrawn, at=TUESDAY)
    receive(text="Buy my pills.", set_aside="trap", **told)
    actions.forget_what_is_due(at=IN_A_YEAR + timedelta(days=61))
    rows = ReachTally.objects.order_by("quarter_from", "dimension", "band")
    assert list(rows.values_list("quarter_from", "dimension", "band", "count")) == [
        (date(2019, 10, 1), "age_band", "5 to 10", 1),
        (date(2019, 10, 1), "need", "ASD", 1),
        (date(2019, 10, 1), "neighbourhood", "North", 2),
        (date(2020, 1, 1), "need", "ASD", 1),
    ]
    assert not AboutMe.objects.exists()


def test_counts_of_addresses_of_earlier_days_go_too():
    for days in (0, 1):
        AddressTally.objects.create(
            day=TUESDAY.date() - timedelta(days=days), purpose="give", address_hmac="0" * 64, count=1
        )
    actions.forget_what_is_due(at=TUESDAY)
    assert [tally.day for tally in AddressTally.objects.all()] == [TUESDAY.date()]


def test_many_go_in_chunks(receive, moderator, monkeypatch):
    from feedback.contributions.actions import forgetting

    monkeypatch.setattr(forgetting, "A_CHUNK", 2)
    for number in range(5):
        contribution = receive(text=f"Number {number}.", publish_consent="counts_only")
        actions.keep_private(contribution=contribution, by=moderator, at=TUESDAY)
    assert actions.forget_what_is_due(at=IN_TWO_YEARS)[Thing.ORIGINAL] == 5
    assert not Original.objects.exists()


def test_the_dry_run_lists_numbers_and_changes_nothing(published, told, capsys):
    contribution = published(at=timezone.now() - timedelta(days=800), **told)
    before = words_left()
    call_command("forget", "--dry-run")
    said = capsys.readouterr().out
    assert f"Authors' own words: 1 would go: contribution {contribution.pk}." in said
    assert f"E-mail addresses for an answer: 1 would go: contribution {contribution.pk}." in said
    assert PLANTED not in said
    assert words_left() == before
    call_command("forget")
    assert "Authors' own words: 1 forgotten." in capsys.readouterr().out
    assert words_left() == (0, 0, 0, 0, 1, 0, 0)


def test_the_scheduler_runs_it_when_the_pages_say():
    from portal.celery import app

    entry = app.conf.beat_schedule["forget-what-is-due"]
    assert (entry["schedule"].hour, entry["schedule"].minute) == (
        {keeping.FORGETS_AT.hour},
        {keeping.FORGETS_AT.minute},
    )
    assert not entry.get("args")
    assert not entry.get("kwargs")


def test_the_reason_that_leads_give_is_known_to_be_ours(receive, lead):
    """It stays in the log when the words go, and is left out of a copy for the author."""
    contribution = receive(someone_at_risk=True)
    actions.open_for_safeguarding(contribution=contribution, by=lead, at=TUESDAY)
    assert contribution.openings.get().reason == SAFEGUARDING
