"""The forum approves the wording of pages on places elsewhere; other words need its approval again."""

from datetime import UTC, datetime

import pytest

from feedback.contributions.actions import Refused
from portal.local_offer import actions
from portal.local_offer.models import Area, OutOfAreaPage, WordingApproval
from portal.local_offer.queries.wording import wording_of, wordings

AT = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def page(add_page, out_of_area):
    return add_page(out_of_area())


@pytest.fixture
def forum(person):
    return person("forum", first_name="Parent carer forum")


def approve(page, forum):
    return actions.approve_wording(page=page, wording=page.wording, by=forum, at=AT)


def test_readers_see_whether_the_forum_approved_the_words(page, forum, client):
    assert "has not approved the wording of this page yet" in client.get(page.url).content.decode()
    approve(page, forum)
    assert "approved the wording of this page on 14 November 2026" in client.get(page.url).content.decode()


def test_other_words_need_approval_again_and_the_old_ones_do_not(page, forum, client):
    approve(page, forum)
    page.who_decides = "A panel."
    page.save_revision().publish()
    words = client.get(page.url).content.decode()
    assert "has changed since the parent carer forum approved it on 14 November 2026" in words
    page.who_decides = "The school."
    page.save_revision().publish()
    assert wording_of(OutOfAreaPage.objects.get()).is_current


def test_a_check_or_an_owner_does_not_touch_the_wording(page, forum):
    approve(page, forum)
    actions.confirm_page(page=page, for_check_on=page.next_check_on, at=AT)
    assert wording_of(OutOfAreaPage.objects.get()).is_current


def test_the_forum_approves_what_it_has_read(page, forum):
    with pytest.raises(Refused, match="changed since you opened it"):
        actions.approve_wording(page=page, wording="x" * 64, by=forum, at=AT)


@pytest.mark.parametrize("role", ["editor", "board_member", "administrator", "moderator"])
def test_nobody_but_the_forum_approves(page, person, role):
    with pytest.raises(Refused, match="The parent carer forum approves"):
        actions.approve_wording(page=page, wording=page.wording, by=person(role), at=AT)


def test_the_forums_desk_lists_what_waits_and_approves_by_one_button(
    page, forum, add_page, service, client_as, guidance
):
    school = add_page(service(title="Far School", area=Area.OUTSIDE))
    here = add_page(service(title="Near Club"))
    desk = client_as(forum)
    words = desk.get("/offer/wording/").content.decode()
    assert "Far School" in words
    assert "Near Club" not in words
    desk.post(f"/offer/wording/{school.pk}/approve/", {"wording": school.wording})
    assert WordingApproval.objects.get().page_id == school.pk
    assert desk.post(f"/offer/wording/{here.pk}/approve/", {"wording": here.wording}).status_code == 404
    assert [one.is_current for one in wordings()] == [False, True]


def test_the_editor_sees_whether_the_draft_has_been_approved(page, forum, editor, client_as):
    approve(page, forum)
    edit = f"/cms/pages/{page.pk}/edit/"
    assert "approved the wording of this page on" in client_as(editor).get(edit).content.decode()
