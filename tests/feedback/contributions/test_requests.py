"""What administrators do when somebody asks: a copy, an erasure, the published record; and nobody learns of a hold."""

import csv
import io
import json
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from feedback.contributions import actions
from feedback.contributions.models import Addition, DataRequest, Neighbourhood, OriginalOpening
from feedback.contributions.queries.held_about import WITHHELD, held_about
from feedback.domain.lifecycle import State
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

ADDRESS = "author@example.org"


def url(name, *args):
    return reverse(f"contributions:{name}", args=args)


@pytest.fixture
def admin(person):
    return person("administrator", email="admin@example.org")


@pytest.fixture
def desk(client_as, admin):
    return client_as(admin)


@pytest.fixture
def told(db):
    return {"email": ADDRESS, "neighbourhood": Neighbourhood.objects.create(name="North"), "need": "ASD"}


def find(desk, **by):
    answer = desk.post(url("requests"), by)
    assert answer.status_code == 200
    return answer


def take(answer, **more) -> dict:
    """What the page's form sends when everything that was found is ticked."""
    found = answer.context["found"]
    return {"found": answer.context["token"], "contribution": [c.pk for c in found], **more}


def copy(desk, answer) -> list[dict]:
    file = desk.post(url("request_export"), take(answer, **{"as": "file"}))
    assert file["Content-Type"].startswith("application/json")
    assert "no-store" in file["Cache-Control"]
    return json.loads(file.content)["contributions"]


# ---- finding ----


def test_a_code_finds_its_contribution_and_an_address_all_of_its_own(receive, told, desk):
    recent = timezone.now() - timedelta(days=3)
    first, second = receive(at=recent, **told), receive(text="Another.", at=recent, **told)
    other = receive(text="Somebody else's.", at=recent, email="else@example.org")
    assert find(desk, code=other.code).context["found"] == [other]
    assert find(desk, address="  Author@Example.org ").context["found"] == [first, second]
    page = find(desk, code=first.code).content.decode()
    assert "being read" in page
    assert first.code not in page.replace(f'value="{first.code}"', "")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ({}, "Enter a receipt code or an e-mail address"),
        ({"code": "2CDF", "address": ADDRESS}, "code"),
        ({"code": "not a code"}, "code"),
        ({"address": "nobody"}, "Enter a whole e-mail address"),
        ({"address": "unknown@example.org"}, "Nothing is found that may be shown"),
        ({"code": "x" * 70}, "60"),
        ({"address": "\x00"}, "Null characters"),
    ],
    ids=str,
)
def test_what_finds_nothing_says_so(desk, by, words):
    assert words in find(desk, **by).content.decode()


def test_what_was_found_by_one_person_is_of_no_use_to_another(receive, desk, client_as):
    contribution = receive()
    chosen = take(find(desk, code=contribution.code))
    other = client_as("administrator")
    for name in ("request_export", "request_erase"):
        for form in (chosen, {"contribution": [contribution.pk]}, chosen | {"found": "x:y"}):
            answer = other.post(url(name), form | {"ground": "law", "confirmed": "1"}, follow=True)
            assert "Find the contributions" in answer.content.decode()
    assert not DataRequest.objects.exists()


def test_only_what_was_found_can_be_ticked(receive, desk):
    mine, other = receive(), receive(text="Somebody else's.")
    form = take(find(desk, code=mine.code)) | {"contribution": [mine.pk, other.pk]}
    assert "Find the contributions" in desk.post(url("request_export"), form, follow=True).content.decode()


# ---- a copy ----


def test_the_copy_holds_everything_and_is_written_down(answered, told, desk, admin):
    recent = timezone.now() - timedelta(days=3)
    contribution = answered(text=f"{PLANTED} waits.", at=recent, **told)
    Addition.objects.create(contribution=contribution, text="Still waiting.", added_at=recent)
    contribution.outcome_answers.create(difference="partly", text="A bit better.", told_at=recent)
    (held,) = copy(desk, find(desk, code=contribution.code))
    assert held["original"] == f"{PLANTED} waits."
    assert [addition["text"] for addition in held["additions"]] == ["Still waiting."]
    assert held["contact"] == ADDRESS
    assert held["about_the_author"] == [
        {"what": "Neighbourhood", "band": "North"},
        {"what": "Main need", "band": contribution.aboutme.get_need_display()},
    ]
    assert [version["text"] for version in held["public_versions"]] == ["We wait too long."]
    assert [(a["you_said"], a["text"]) for a in held["answers"]] == [
        ("Waits are too long.", "A third therapist started.")
    ]
    assert [(a["difference"], a["text"]) for a in held["outcome_answers"]] == [("A little", "A bit better.")]
    assert (held["status"], held["from"]) == ("Answered", "A parent or carer")
    whos = {event["what"]: event["who"] for event in held["events"]}
    assert (whos["Received"], whos["Published"]) == ("The author", "A moderator")
    assert "moderator@example.org" not in json.dumps(held)
    assert [(o["who"], o["why"]) for o in held["openings"]] == [
        ("An administrator", "Subject access request")
    ]
    opening = OriginalOpening.objects.get()
    assert (opening.opened_by, opening.reason) == (admin, "Subject access request")
    request = DataRequest.objects.get()
    assert (request.what, request.handled_by, request.contribution_id) == ("export", admin, contribution.pk)


def test_the_copy_to_print_reads_the_same(published, told, desk):
    contribution = published(text=f"{PLANTED} waits.", **told)
    answer = find(desk, code=contribution.code)
    page = desk.post(url("request_export"), take(answer, **{"as": "page"}))
    assert "no-store" in page["Cache-Control"]
    for words in (f"{PLANTED} waits.", "We wait too long.", ADDRESS, "North", WITHHELD):
        assert words in page.content.decode()


def test_a_copy_of_many_takes_a_fixed_number_of_queries(published, told):
    first = published(text="One.", **told)
    with CaptureQueriesContext(
        connection,
    ) as one:
        held_about([first.pk], TUESDAY)
    more = [published(text=f"Number {n}.", **told).pk for n in range(3)]
    with CaptureQueriesContext(connection) as four:
        held_about([first.pk, *more], TUESDAY)
    assert len(four) == len(one)


# ---- nobody learns of a hold ----


def everything_seen(desk, contribution) -> str:
    """What an administrator can get to see of it, without moments and tokens."""
    answer = find(desk, code=contribution.code)
    held = copy(desk, answer)[0]
    printed = desk.post(url("request_export"), take(answer, **{"as": "page"})).content.decode()
    return f"{answer.context['chosen_form'].fields['contribution'].choices} {held} {printed}"


def test_a_copy_holds_no_trace_of_a_hold(receive, told, lead, desk):
    contribution = receive(text=f"{PLANTED} waits.", **told)
    actions.pass_to_safeguarding(contribution=contribution, why="Bruisewort", by=lead, at=TUESDAY)
    actions.open_for_safeguarding(contribution=contribution, by=lead, at=TUESDAY)
    actions.record_referral(
        contribution=contribution, handed_to="Frontdoor", note="Nettlebed", by=lead, at=TUESDAY
    )
    seen = everything_seen(desk, contribution)
    for word in (PLANTED, "Bruisewort", "Frontdoor", "Nettlebed", "afeguarding", "hold on", "Put on"):
        assert word not in seen
    assert "being read" in seen
    assert not OriginalOpening.objects.filter(reason="Subject access request").exists()
    actions.release(contribution=contribution, why="Bruisewort", by=lead, at=TUESDAY)
    seen = everything_seen(desk, contribution)
    assert PLANTED in seen
    for word in ("Bruisewort", "Frontdoor", "Nettlebed", "afeguarding", "Released"):
        assert word not in seen


def test_an_open_alert_withholds_the_words_and_is_not_named(receive, lead, desk):
    contribution = receive(text=f"{PLANTED} waits.", someone_at_risk=True)
    actions.open_for_safeguarding(contribution=contribution, by=lead, at=TUESDAY)
    seen = everything_seen(desk, contribution)
    for word in (PLANTED, "afeguarding", "at risk", "leads"):
        assert word not in seen


def test_erased_during_a_hold_looks_like_erased(receive, told, lead, desk):
    """Two contributions, one of them on hold: what an administrator sees of both is the same but for the number."""
    recent = timezone.now() - timedelta(days=3)
    plain, held = receive(at=recent, **told), receive(text="Held.", at=recent, **told)
    actions.pass_to_safeguarding(contribution=held, by=lead, at=recent)
    for contribution in (plain, held):
        form = take(find(desk, code=contribution.code), ground="author", confirmed="1")
        desk.post(url("request_erase"), form)
    plain.refresh_from_db()
    held.refresh_from_db()
    assert (plain.state, held.state, held.shows_as) == (
        State.WITHDRAWN,
        State.SAFEGUARDING_HOLD,
        State.WITHDRAWN,
    )
    assert find(desk, address=ADDRESS).context["found"] == []
    (one,), (other,) = (copy(desk, find(desk, code=c.code)) for c in (plain, held))
    for field in set(one) - {"contribution", "events", "requests"}:
        assert one[field] == other[field], field
    assert [e["what"] for e in one["events"]] == [e["what"] for e in other["events"]]
    assert [r["what"] for r in one["requests"]] == [r["what"] for r in other["requests"]]


def test_an_address_past_its_time_finds_nothing_even_where_a_hold_keeps_it(receive, told, lead, desk):
    old = receive(at=timezone.now() - timedelta(days=400), **told)
    actions.pass_to_safeguarding(contribution=old, by=lead, at=MONDAY)
    assert find(desk, address=ADDRESS).context["found"] == []


# ---- erasing ----


def test_erasing_asks_first_and_needs_a_ground(receive, desk):
    contribution = receive()
    form = take(find(desk, code=contribution.code))
    assert "This cannot be undone" in desk.post(url("request_erase"), form).content.decode()
    refused = desk.post(url("request_erase"), form | {"confirmed": "1"}).content.decode()
    assert "Choose why it is erased." in refused
    assert "<title>Error: " in refused
    assert contribution.original.text
    done = desk.post(
        url("request_erase"), form | {"confirmed": "1", "ground": "author"}, follow=True
    ).content.decode()
    assert "is erased" in done
    assert "Whoever wrote it asks for it" in done
    contribution.refresh_from_db()
    assert contribution.state == State.WITHDRAWN


# ---- what is published ----


def test_the_published_record_holds_public_versions_and_answers_only(
    answered, published, receive, told, desk
):
    answered(text=f"{PLANTED} waits.", **told)
    published(text=f"{PLANTED} again.", public="=We wait again.", **told)
    receive(text=f"{PLANTED} unread.")
    withdrawn = published(text="Gone.", public="Gone.", **told)
    actions.withdraw(contribution=withdrawn, at=TUESDAY)
    content = desk.get(url("published_csv")).content.decode("utf-8-sig")
    _headings, *rows = csv.reader(io.StringIO(content))
    assert [(row[0], row[4], row[5], row[7]) for row in rows] == [
        ("2019-11-11", "We wait too long.", "Waits are too long.", "A third therapist started."),
        ("2019-11-11", "'=We wait again.", "", ""),
    ]
    for word in (PLANTED, ADDRESS, "North"):
        assert word not in content
    assert desk.get(url("published_xlsx")).content[:2] == b"PK"


# ---- how long things are kept ----


def test_the_page_shows_rules_and_numbers_of_what_goes_and_no_words(published, told, desk):
    at = timezone.now()
    tonight = published(at=at - timedelta(days=740), **told)
    soon = published(text="Later.", at=at - timedelta(days=350), **told)
    page = desk.get(url("keeping")).content.decode()
    assert f"2: contribution {tonight.pk}" not in page
    assert f"contribution {tonight.pk}" in page
    assert f"contribution {soon.pk}" in page
    assert "two years" in page
    for word in (PLANTED, ADDRESS, "North", "Later."):
        assert word not in page


def test_nothing_due_is_said_in_words(desk):
    assert desk.get(url("keeping")).content.decode().count("Nothing") == 6


def test_only_a_lead_reads_how_many_are_kept_for_safeguarding(receive, told, lead, desk, client_as, admin):
    from portal.accounts.models import RoleGrant

    old = receive(at=timezone.now() - timedelta(days=800), **told)
    actions.pass_to_safeguarding(contribution=old, by=lead, at=TUESDAY)
    page = desk.get(url("keeping")).content.decode()
    assert "Some are kept beyond their time" in page
    assert "safeguarding" not in page.lower()
    assert f"contribution {old.pk}" not in page
    RoleGrant.objects.create(user=admin, role="safeguarding_lead", granted_at=timezone.now())
    assert (
        "because of safeguarding, until a lead releases them: 1."
        in client_as(type(admin).objects.get(pk=admin.pk)).get(url("keeping")).content.decode()
    )


def test_a_rule_is_changed_within_bounds_with_who_and_when(desk, admin):
    from feedback.contributions.models import RetentionRule

    address = url("keeping_rule", "idea")
    days = {"bands_days": 90, "contact_days": 120, "original_days": 400}
    for wrong, words in (
        ({"contact_days": 500}, "cannot be kept longer"),
        ({"bands_days": 7}, "30 days or more"),
        ({"original_days": 9999}, "3,650 days or fewer"),
        ({"original_days": "soon"}, "whole number"),
        ({"original_days": ""}, "Enter a number"),
    ):
        assert words in desk.post(address, days | wrong).content.decode()
    assert "It counts from the next night" in desk.post(address, days, follow=True).content.decode()
    rule = RetentionRule.objects.get(kind="idea")
    assert (rule.bands_days, rule.contact_days, rule.original_days) == (90, 120, 400)
    assert rule.changed_by == admin
    assert desk.get(url("keeping_rule", "nonsense")).status_code == 404


def test_the_keeping_page_takes_a_fixed_number_of_queries(published, told, desk):
    published(at=timezone.now() - timedelta(days=740), **told)
    with CaptureQueriesContext(connection) as one:
        desk.get(url("keeping"))
    for number in range(3):
        published(text=f"{number}", at=timezone.now() - timedelta(days=740), **told)
    with CaptureQueriesContext(connection) as four:
        desk.get(url("keeping"))
    assert len(four) == len(one)


# ---- the privacy record ----

RECORD = {
    "purpose": "We write to an author when there is an answer.",
    "whose_data": "Authors who left an address.",
    "lawful_basis": "Consent, UK GDPR article 6(1)(a).",
    "who_sees": "Nobody: the site sends the letters.",
    "how_long": "As the rule says.",
    "safeguards": "Encrypted.",
    "next_review_on": "2030-01-31",
    "based_on": 0,
}


def test_an_empty_record_names_what_is_missing(desk):
    page = desk.get(url("privacy_record")).content.decode()
    assert "Not recorded yet" in page
    assert page.count("/feedback/privacy-record/contact/") == 1


def test_a_change_is_a_new_version_and_the_earlier_one_stays(desk, admin):
    address = url("privacy_activity", "contact")
    assert "Recorded" in desk.post(address, RECORD, follow=True).content.decode()
    second = RECORD | {"purpose": "We write once.", "based_on": 1}
    assert "newer version" in desk.post(address, RECORD).content.decode()
    desk.post(address, second | {"assessed_on": "2020-05-01", "assessed_by": "Data protection officer"})
    page = desk.get(url("privacy_record")).content.decode()
    assert "We write once." in page
    assert "We write to an author when there is an answer." in page
    assert "Version 2, recorded" in page
    assert "The rule of this site now: one year." in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"purpose": ""}, "the record needs it"),
        ({"next_review_on": ""}, "Say when it is looked at again"),
        ({"assessed_on": "2020-05-01"}, "and by whom"),
        ({"assessed_by": "The officer"}, "and by whom"),
        ({"safeguards": "x" * 2001}, "2000"),
    ],
    ids=str,
)
def test_an_incomplete_record_comes_back_with_words(desk, wrong, words):
    page = desk.post(url("privacy_activity", "contact"), RECORD | wrong).content.decode()
    assert words in page
    assert "<title>Error: " in page


def test_what_is_late_for_review_or_not_assessed_says_so(desk, admin):
    words = {k: v for k, v in RECORD.items() if k not in ("based_on", "next_review_on")}
    actions.record_processing(
        activity="contact", based_on=0, next_review_on=date(2020, 1, 1), by=admin, at=TUESDAY, **words
    )
    page = desk.get(url("privacy_record")).content.decode()
    assert "Review is late" in page
    assert "No impact assessment yet" in page
    assert desk.get(url("privacy_activity", "nonsense")).status_code == 404


def test_the_public_privacy_page_says_how_long(client, admin):
    page = client.get(reverse("home:privacy")).content.decode()
    assert "Your own words: two years." in page
    assert "throw them away after two years" in page
    actions.change_rule(
        kind="idea",
        bands_days=30,
        contact_days=40,
        original_days=60,
        by=admin,
        at=datetime(2020, 1, 1, tzinfo=MONDAY.tzinfo),
    )
    assert "between 60 days and two years" in client.get(reverse("home:privacy")).content.decode()
