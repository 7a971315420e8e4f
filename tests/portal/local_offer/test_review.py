"""Review: what one editor wrote, another one reads before the public does."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import WorkflowState

from kpis.workstreams.models import OutboxMail
from portal.local_offer.models import CatalogueEntry, GuidancePage
from portal.local_offer.models.review import may_review, writers


@pytest.fixture
def waiting(add_page, guidance, editor):
    """A new page that its writer has sent for review."""
    page = add_page(guidance(title="Hearing tests", slug="hearing"), live=False)
    return sent(page, editor)


def sent(page, by):
    page.save_revision(user=by)
    page.get_workflow().start(page, by)
    return GuidancePage.objects.get(pk=page.pk)


def act(page, user, action="approve", **more):
    page.current_workflow_task.on_action(page.current_workflow_task_state, user, action, **more)
    return GuidancePage.objects.get(pk=page.pk)


def test_another_editor_publishes(waiting, second_editor, client):
    assert not waiting.live
    page = act(waiting, second_editor)
    assert page.live
    assert client.get(page.url).status_code == 200
    assert CatalogueEntry.objects.filter(page=page).exists()


def test_the_writer_does_not(waiting, editor):
    assert waiting.current_workflow_task.get_actions(waiting, editor) == []
    with pytest.raises(PermissionDenied):
        act(waiting, editor)
    assert not GuidancePage.objects.get().live


def test_whoever_changed_a_word_of_it_does_not_either(add_page, guidance, editor, second_editor):
    page = add_page(guidance(), live=False)
    page.save_revision(user=second_editor)
    page = sent(page, editor)
    assert writers(page) == {editor.pk, second_editor.pk}
    assert not may_review(page, second_editor)


def test_writing_the_version_before_does_not_count(waiting, editor, second_editor):
    page = act(waiting, second_editor)
    page.title = "Hearing tests for babies"
    page = sent(page, second_editor)
    assert writers(page) == {second_editor.pk}
    assert act(page, editor).title == "Hearing tests for babies"


@pytest.mark.parametrize("role", ["moderator", "administrator", "forum", "provider"])
def test_nobody_but_an_editor_reviews(waiting, person, role):
    assert not may_review(waiting, person(role))


def test_no_button_and_no_request_publishes_past_the_review(client_as, editor, add_page, guidance):
    page = add_page(guidance(title="Draft"), live=False)
    page.save_revision(user=editor)
    desk = client_as(editor)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "action-publish" not in desk.get(edit).content.decode()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    desk.post(f"{bulk}?next=/cms/&id={page.pk}")
    with pytest.raises(PublishPermissionError):
        page.get_latest_revision().publish(user=editor)
    assert not GuidancePage.objects.get().live


def test_a_page_under_review_is_closed_to_its_writer_and_open_to_the_reviewer(
    waiting, editor, second_editor, client_as
):
    edit = reverse("wagtailadmin_pages:edit", args=[waiting.pk])
    assert "Approve" not in client_as(editor).get(edit).content.decode()
    assert "Approve" in client_as(second_editor).get(edit).content.decode()
    assert waiting.permissions_for_user(editor).page_locked()
    assert not waiting.permissions_for_user(second_editor).page_locked()


def test_a_page_that_was_sent_back_can_be_sent_again(waiting, editor, second_editor):
    page = act(waiting, second_editor, "reject", comment="Which clinic?")
    assert not page.live
    assert page.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    page.current_workflow_state.resume(user=editor)
    assert act(page, second_editor).live


def test_what_is_wrong_is_taken_down_at_once(waiting, second_editor, editor, client_as):
    page = act(waiting, second_editor)
    client_as(editor).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not GuidancePage.objects.get().live


def test_a_page_with_a_day_goes_live_on_it(waiting, editor, second_editor):
    waiting.current_workflow_state.cancel(user=editor)
    page = GuidancePage.objects.get()
    page.go_live_at = timezone.now() + timedelta(days=3)
    page = act(sent(page, editor), second_editor)
    assert not page.live
    revision = page.scheduled_revision
    has_come = timezone.now() - timedelta(minutes=1)
    revision.approved_go_live_at = has_come
    revision.content["go_live_at"] = has_come.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert GuidancePage.objects.get().live
    assert CatalogueEntry.objects.filter(page=page).exists()


def test_people_are_told_through_the_outbox_and_in_no_other_way(second_editor, waiting, editor, mailoutbox):
    [mail] = OutboxMail.objects.all()
    assert (mail.template, mail.recipient) == ("local_offer/to_review", second_editor)
    act(waiting, second_editor)
    mail = OutboxMail.objects.get(template="local_offer/reviewed")
    assert mail.recipient == editor
    assert mail.context["is_published"] is True
    assert mailoutbox == []


def test_mails_of_a_review_can_be_read(second_editor, waiting, settings):
    from portal.accounts.mails import render_mail

    act(waiting, second_editor, "reject", comment="Why?")
    asked, told = (render_mail(mail) for mail in OutboxMail.objects.order_by("pk"))
    assert asked.subject == "To review: Hearing tests"
    assert told.subject == "Sent back: Hearing tests"
    assert f"{settings.BASE_URL}/cms/pages/{waiting.pk}/edit/" in told.body
