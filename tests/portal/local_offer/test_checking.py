"""Checks by link and signed in: what they change, what they do not, and how long a link lasts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from feedback.contributions.actions import Refused
from portal.accounts.models import RoleGrant, User
from portal.local_offer import actions, check_links
from portal.local_offer.check_links import CheckLink
from portal.local_offer.models import CatalogueEntry, Check, Provider, ProviderMember, ServicePage, Suggestion

AT = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
DATES = {"last_checked_on": date(2025, 11, 3), "next_check_on": date(2026, 5, 1)}  # 179 days apart


@pytest.fixture
def page(add_page, service):
    return add_page(service(cost="£6", **DATES))


@pytest.fixture
def link(page):
    return CheckLink(page.pk, page.next_check_on)


def confirmed(page, **how):
    actions.confirm_page(page=page, at=AT, for_check_on=page.next_check_on, **how)
    return ServicePage.objects.get(pk=page.pk)


# ---- still correct ----


def test_a_check_moves_both_dates_by_as_long_as_it_was_before(page):
    page = confirmed(page)
    assert page.last_checked_on == date(2026, 5, 4)
    assert page.next_check_on == date(2026, 10, 30)  # 179 days later
    assert page.checked_by == "Example Therapies"
    entry = CatalogueEntry.objects.get(page=page)
    assert (entry.last_checked_on, entry.next_check_on) == (page.last_checked_on, page.next_check_on)


@pytest.mark.parametrize(("days", "expected"), [(1, 28), (28, 28), (366, 366), (900, 366)])
def test_the_next_check_is_neither_next_week_nor_in_years(add_page, service, days, expected):
    last = date(2026, 5, 1)
    page = add_page(service(last_checked_on=last, next_check_on=last + timedelta(days=days)))
    assert confirmed(page).next_check_on == AT.date() + timedelta(days=expected)


def test_a_check_by_link_is_on_record_without_a_person_and_only_so(page):
    confirmed(page)
    check = Check.objects.get()
    assert (check.by_link, check.checked_by) == (True, None)
    with pytest.raises(IntegrityError, match="check_names_who_or_link"), transaction.atomic():
        Check.objects.create(page=page, checked_at=AT)


def test_a_check_leaves_a_draft_alone_and_the_draft_does_not_take_it_back(page, editor):
    page.title = "Talking, a new name"
    page.save_revision(user=editor)
    assert confirmed(ServicePage.objects.get()).title == "Talking drop-in"
    ServicePage.objects.get().get_latest_revision().publish()
    page = ServicePage.objects.get()
    assert page.title == "Talking, a new name"
    assert page.last_checked_on == date(2026, 5, 4)


def test_an_editor_may_still_correct_a_date(page, editor):
    page.last_checked_on = date(2025, 11, 2)
    page.save_revision(user=editor).publish()
    assert ServicePage.objects.get().last_checked_on == date(2025, 11, 2)


# ---- the link ----


def test_opening_the_link_changes_nothing_and_pressing_the_button_does(client, page, link):
    answer = client.get(link.address)
    assert answer.status_code == 200
    assert "Still correct" in answer.content.decode()
    assert not Check.objects.exists()
    answer = client.post(link.address, follow=True)
    assert "Thank you" in answer.content.decode()
    assert Check.objects.count() == 1


def test_the_page_behind_a_link_is_kept_by_nobody(client, link):
    answer = client.get(link.address)
    assert "no-store" in answer["Cache-Control"]
    assert 'content="noindex"' in answer.content.decode()
    assert answer.cookies.keys() <= {"csrftoken"}


def test_a_link_is_good_for_one_check(client, page, link):
    client.post(link.address)
    answer = client.get(link.address)
    assert "Still correct" not in answer.content.decode()
    client.post(link.address)
    client.post(f"{link.address}change/", {"note": "No!"})
    assert Check.objects.count() == 1
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(
    "token",
    [
        "nonsense",
        "a:b:c",
        signing.dumps([1, "2026-05-01"], salt="another purpose"),
        signing.dumps([10**9, "2026-05-01"], salt=check_links.SALT),
    ],
    ids=["nonsense", "of the right shape", "signed for something else", "of no page"],
)
def test_what_is_no_link_of_ours_opens_nothing(client, page, token):
    for answer in (client.get(f"/local-offer/check/{token}/"), client.post(f"/local-offer/check/{token}/")):
        assert answer.status_code == 404
        assert "does not work any more" in answer.content.decode()


def test_a_link_lasts_two_months(link, time_machine_signing):
    assert check_links.read(time_machine_signing(days=59)) == link
    with pytest.raises(check_links.BadLink):
        check_links.read(time_machine_signing(days=61))


@pytest.fixture
def time_machine_signing(link, monkeypatch):
    """The link's token as it was made some days ago."""

    def made(*, days):
        with monkeypatch.context() as then:
            moment = timezone.now() - timedelta(days=days)
            then.setattr(signing.time, "time", lambda: moment.timestamp())
            return link.token

    return made


def test_a_page_that_was_taken_down_is_not_shown(client, page, link):
    page.unpublish()
    assert client.get(link.address).status_code == 404


# ---- a change ----


def change(page, **changes):
    return {name: getattr(page, name) for name in actions.checking.SUGGESTABLE} | changes


def test_a_suggestion_waits_and_the_page_stays(client, page, link):
    client.post(f"{link.address}change/", change(page, cost="£7", note="Since May."))
    suggestion = Suggestion.objects.get()
    assert suggestion.changes == {"cost": "£7"}
    assert suggestion.note == "Since May."
    assert ServicePage.objects.get().cost == "£6"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Change a field, or say in a note"),
        ({"cost": ""}, "A published listing says this."),
        ({"phone": ""}, "Give at least one way to get in touch"),
        ({"website": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"note": "x" * 501}, "at most 500 characters"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_words(client, page, link, changes, said):
    answer = client.post(f"{link.address}change/", change(page, **changes))
    assert said in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_a_provider_cannot_change_what_is_not_theirs_to_say(page):
    suggestion = actions.suggest_change(
        page=page,
        changes={"title": "Mine", "live": False, "owner_partner_id": 1, "cost": "£7"},
        note="",
        at=AT,
        for_check_on=page.next_check_on,
    )
    assert suggestion.changes == {"cost": "£7"}


def test_a_page_takes_five_suggestions_and_no_more(page):
    for pounds in range(7, 12):
        suggested(page, cost=f"£{pounds}")
    with pytest.raises(Refused, match="wait for an editor already"):
        suggested(page, cost="£12")


def suggested(page, *, note="", **changes):
    return actions.suggest_change(
        page=page, changes=changes, note=note, at=AT, for_check_on=page.next_check_on
    )


def test_guidance_is_answered_with_a_note(add_page, guidance, client):
    page = add_page(guidance(**DATES))
    address = CheckLink(page.pk, page.next_check_on).address
    client.post(f"{address}change/", {"note": "The form has a new name."})
    assert Suggestion.objects.get().note == "The form has a new name."


# ---- the editor decides ----


def test_an_accepted_change_is_public_and_dated(page, editor, client):
    suggestion = suggested(page, cost="£7", waiting_time="3 weeks")
    assert actions.accept_suggestion(suggestion=suggestion, by=editor, at=AT) is True
    page = ServicePage.objects.get()
    assert (page.cost, page.waiting_time, page.waiting_time_on) == ("£7", "3 weeks", date(2026, 5, 4))
    assert page.last_checked_on == date(2026, 5, 4)
    assert "£7" in client.get(page.url).content.decode()
    suggestion.refresh_from_db()
    assert (suggestion.is_accepted, suggestion.decided_by) == (True, editor)


def test_an_accepted_change_joins_a_draft_that_an_editor_has_begun(page, editor):
    page.title = "Half a new title"
    page.save_revision(user=editor)
    page = ServicePage.objects.get()
    assert actions.accept_suggestion(suggestion=suggested(page, cost="£7"), by=editor, at=AT) is False
    page = ServicePage.objects.get()
    draft = page.get_latest_revision_as_object()
    assert (page.cost, page.title) == ("£6", "Talking drop-in")
    assert (draft.cost, draft.title) == ("£7", "Half a new title")


def test_a_change_that_would_not_be_publishable_is_refused_and_nothing_is_half_done(page, editor):
    suggestion = Suggestion.objects.create(page=page, changes={"phone": ""}, suggested_at=AT)
    with pytest.raises(Refused, match="at least one way to get in touch"):
        actions.accept_suggestion(suggestion=suggestion, by=editor, at=AT)
    assert Suggestion.objects.open().count() == 1
    assert ServicePage.objects.get().phone


def test_a_page_under_review_is_not_changed_under_the_reviewers_eyes(page, editor):
    suggestion = suggested(page, cost="£7")
    page.title = "Other"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    with pytest.raises(Refused, match="being reviewed"):
        actions.accept_suggestion(suggestion=suggestion, by=editor, at=AT)


def test_declining_says_why_where_the_provider_reads_it(page, editor, client, link):
    suggestion = suggested(page, cost="£7")
    with pytest.raises(Refused, match="Say why not"):
        actions.decline_suggestion(suggestion=suggestion, why=" ", by=editor, at=AT)
    actions.decline_suggestion(suggestion=suggestion, why="Your leaflet says £6.", by=editor, at=AT)
    assert "Your leaflet says £6." in client.get(link.address).content.decode()
    with pytest.raises(Refused, match="already"):
        actions.accept_suggestion(suggestion=suggestion, by=editor, at=AT)


@pytest.mark.parametrize("role", ["provider", "moderator", "forum", "administrator"])
def test_nobody_but_an_editor_decides(page, person, role):
    with pytest.raises(Refused, match="Editors decide"):
        actions.accept_suggestion(suggestion=suggested(page, cost="£7"), by=person(role), at=AT)


def test_the_editors_see_both_wordings_and_decide_on_one_page(page, editor, client_as):
    suggestion = suggested(page, cost="£7", note="Since May.")
    desk = client_as(editor)
    assert page.title in desk.get("/offer/suggestions/").content.decode()
    words = desk.get(f"/offer/suggestions/{suggestion.pk}/").content.decode()
    assert all(part in words for part in ("£6", "£7", "Since May."))
    assert "Say why not" in desk.post(f"/offer/suggestions/{suggestion.pk}/", {"why": ""}).content.decode()
    desk.post(f"/offer/suggestions/{suggestion.pk}/accept/")
    assert ServicePage.objects.get().cost == "£7"


# ---- providers with an account ----


@pytest.fixture
def speaker(person, page):
    user = person("provider")
    ProviderMember.objects.create(user=user, provider=page.provider)
    return user


@pytest.fixture
def elsewhere(add_page, service):
    """A listing of another provider."""
    return add_page(service(title="Elsewhere", provider=Provider.objects.create(name="Others"), **DATES))


def test_a_provider_sees_and_answers_for_their_own_listings_only(client_as, speaker, page, elsewhere):
    signed_in = client_as(speaker)
    words = signed_in.get("/offer/listings/").content.decode()
    assert page.title in words
    assert "Elsewhere" not in words
    assert "What families would miss: how long people wait" in words
    assert signed_in.get(f"/offer/listings/{page.pk}/change/").status_code == 200
    for method, address in [("post", "confirm"), ("get", "change"), ("post", "change")]:
        assert getattr(signed_in, method)(f"/offer/listings/{elsewhere.pk}/{address}/").status_code == 404
    signed_in.post(f"/offer/listings/{page.pk}/confirm/")
    assert Check.objects.get().checked_by == speaker
    signed_in.post(f"/offer/listings/{page.pk}/change/", change(page, cost="£9"))
    assert Suggestion.objects.get().suggested_by == speaker


def test_nobody_accepts_what_they_suggested_themselves(speaker, page):
    """Two people see what is published, also where one of them is both."""
    RoleGrant.objects.create(user=speaker, role="editor", granted_at=AT)
    own = actions.suggest_change(page=page, changes={"cost": "£7"}, note="", at=AT, by=speaker)
    with pytest.raises(Refused, match="yourself"):
        actions.accept_suggestion(suggestion=own, by=User.objects.get(pk=speaker.pk), at=AT)


def test_an_editor_who_suggests_by_a_link_does_not_accept_it_either(editor, client_as, page, link):
    client_as(editor).post(link.address + "change/", change(page, cost="£9"))
    with pytest.raises(Refused, match="yourself"):
        actions.accept_suggestion(suggestion=Suggestion.objects.get(), by=editor, at=AT)


def test_the_action_looks_too(speaker, elsewhere):
    with pytest.raises(Refused, match="somebody else"):
        actions.confirm_page(page=elsewhere, by=speaker, at=AT)


def test_many_listings_are_read_with_as_many_queries_as_one(
    client_as, speaker, page, add_page, service, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    signed_in = client_as(speaker)
    signed_in.get("/offer/listings/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        signed_in.get("/offer/listings/")
    for number in range(4):
        add_page(service(title=f"Service {number}", **DATES))
    with django_assert_num_queries(len(one)):
        signed_in.get("/offer/listings/")
