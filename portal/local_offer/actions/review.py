"""Review: telling people that something waits for them, or what came of it."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import WorkflowState

from kpis.workstreams.actions import queue_mail
from portal.local_offer.models.review import may_review


def tell_reviewers(*, state: WorkflowState, at) -> None:
    """Every editor who may read it is told once that it waits."""
    page = state.content_object
    for editor in get_user_model().objects.with_perm("local_offer.edit_pages"):
        if may_review(page, editor):
            queue_mail(
                key=f"offer-review-{state.current_task_state_id}-{editor.pk}",
                template="local_offer/to_review",
                recipient=editor,
                context=_about(page),
                at=at,
            )


def tell_writer(*, state: WorkflowState, is_published: bool, at) -> None:
    """Whoever asked for the review is told what came of it."""
    if state.requested_by is None:
        return
    queue_mail(
        key=f"offer-reviewed-{state.pk}-{state.current_task_state_id}-{is_published}",
        template="local_offer/reviewed",
        recipient=state.requested_by,
        context={**_about(state.content_object), "is_published": is_published},
        at=at,
    )


def _about(page) -> dict:
    return {
        "title": page.get_admin_display_title(),
        "link": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
