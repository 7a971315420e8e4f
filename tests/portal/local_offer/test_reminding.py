"""Who is asked whether a page is right, when, and who is asked when nobody answers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from kpis.workstreams.models import Membership, OutboxMail, Partner, Plan, Workstream
from portal.accounts.mails import render_mail
from portal.local_offer import actions
from portal.local_offer.models import CheckReminder, Provider, ProviderMember, Suggestion
from portal.local_offer.queries.freshness import overdue_rows, stage_on

DUE = date(2026, 5, 15)
DATES = {"last_checked_on": date(2025, 11, 14), "next_check_on": DUE}


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (-15, None),
        (-14, "before"),
        (-1, "before"),
        (0, "due"),
        (13, "due"),
        (14, "late"),
        (27, "late"),
        (28, "escalated"),
    ],
)
def test_asking_goes_from_stage_to_stage(days, stage):
    assert stage_on(DUE + timedelta(days=days), DUE) == stage


@pytest.fixture
def council(db):
    return Partner.objects.get_or_create(name="Council", slug="council", kind="council")[0]


@pytest.fixture
def provider(db):
    return Provider.objects.create(name="Example Therapies", check_email="office@example.org")


@pytest.fixture
def page(add_page, service, provider, council):
    return add_page(service(provider=provider, owner_partner=council, **DATES))


def remind(days: int) -> list[tuple[str, str]]:
    """Remind so many days after it was due; the new mails as (where to, subject)."""
    before = set(OutboxMail.objects.values_list("pk", flat=True))
    day = DUE + timedelta(days=days)
    actions.remind_of_checks(at=datetime(day.year, day.month, day.day, 7, 20, tzinfo=UTC))
    new = OutboxMail.objects.exclude(pk__in=before).order_by("pk")
    return [(mail.to_address, render_mail(mail).subject) for mail in new]


def test_a_provider_is_asked_once_a_stage_and_then_the_partner_is(page, person, council):
    lead = member(person("partner_officer", email="officer@example.org"), council)
    asked = [("office@example.org", "Is this still right? Talking drop-in")]
    assert remind(-15) == []
    assert remind(-14) == asked
    assert remind(-13) == []
    assert remind(0) == asked
    assert remind(14) == asked
    assert remind(28) == [(lead.email, "Unanswered: is this still right? Talking drop-in")]
    assert remind(40) == []
    assert CheckReminder.objects.count() == 4


def member(user, partner):
    Membership.objects.create(user=user, partner=partner, since_on=date(2026, 1, 1))
    return user


def test_the_mail_has_a_link_that_works_and_no_word_of_anybody(page, client):
    remind(-14)
    mail = render_mail(OutboxMail.objects.get())
    assert "to be checked by 15 May 2026" in mail.body
    [line] = [line for line in mail.body.splitlines() if "/local-offer/check/" in line]
    assert client.get(line[line.index("/local-offer/") :]).status_code == 200
    assert mail.to == ["office@example.org"]


def test_several_pages_of_a_provider_are_one_mail(page, add_page, service, provider):
    add_page(service(title="Talking at home", provider=provider, **DATES))
    assert remind(0) == [("office@example.org", "Is this still right? Talking drop-in and more")]
    assert len(OutboxMail.objects.get().context["pages"]) == 2


def test_a_provider_without_an_address_is_asked_through_their_account(page, provider, person):
    provider.check_email = ""
    provider.save()
    speaker = person("provider")
    ProviderMember.objects.create(user=speaker, provider=provider)
    assert [to for to, _ in remind(0)] == [speaker.email]


def test_where_nobody_can_be_asked_the_partner_is_at_once_and_without_one_the_editors(
    page, provider, person, council, editor
):
    provider.check_email = ""
    provider.save()
    assert [to for to, _ in remind(-14)] == [editor.email]
    officer = member(person("partner_officer"), council)
    assert [to for to, _ in remind(0)] == [officer.email]


def test_a_partners_lead_comes_before_its_officers(page, person, council):
    member(person("partner_officer"), council)
    lead = member(person("workstream_lead"), council)
    plan = Plan.objects.create(name="Plan")
    Workstream.objects.create(plan=plan, name="Provision", slug="provision", purpose="Places.", lead=lead)
    assert [to for to, _ in remind(28)] == [lead.email]


def test_guidance_is_asked_of_the_partner_that_owns_it(add_page, guidance, person, council):
    add_page(guidance(**DATES))
    officer = member(person("partner_officer"), council)
    assert [to for to, _ in remind(0)] == [officer.email]


def test_an_answer_ends_the_asking(page):
    remind(0)
    actions.confirm_page(page=page, for_check_on=DUE, at=datetime(2026, 5, 16, 9, 0, tzinfo=UTC))
    assert remind(28) == []


def test_a_suggestion_is_an_answer_too(page):
    Suggestion.objects.create(page=page, changes={"cost": "£7"}, suggested_at=timezone.now())
    assert remind(28) == []


def test_readers_are_told_that_a_check_is_overdue(client, page):
    words = client.get(page.url).content.decode()
    assert "Check overdue" in words
    assert "The next check was due 15 May 2026." in words


def test_the_checks_page_names_the_late_ones_and_how_they_were_asked(page, client_as, provider):
    remind(0)
    [row] = overdue_rows(DUE + timedelta(days=3))
    assert (row.days, row.asked, row.has_nobody_to_ask) == (3, "On the day", False)
    words = client_as("board_member").get("/offer/checks/").content.decode()
    assert "Talking drop-in" in words
    assert "On the day" in words


def test_reminding_of_many_takes_as_many_reads_as_of_one(
    page, add_page, service, provider, django_assert_max_num_queries
):
    for number in range(5):
        add_page(service(title=f"Service {number}", provider=provider, **DATES))
    with django_assert_max_num_queries(14):
        remind(0)
