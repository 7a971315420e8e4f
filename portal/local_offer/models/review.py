"""Review: what one editor wrote, another one reads before the public does."""

from django.core.exceptions import PermissionDenied
from wagtail.models import PagePermissionTester, Revision, Task, TaskState

NOT_YOUR_OWN = "Somebody else publishes what you wrote."


class SecondPairOfEyes(Task):
    """A step of review: an editor who wrote none of the changes publishes them or sends them back."""

    class Meta:
        verbose_name = "a second pair of eyes"

    def get_actions(self, obj, user):
        if not may_review(obj, user):
            return []
        return [
            ("reject", "Send back", True),
            ("approve", "Approve", False),
            ("approve", "Approve with a comment", True),
        ]

    def on_action(self, task_state, user, action_name, **kwargs):
        """Raises PermissionDenied for whoever wrote a part of it, whatever button they found."""
        if not may_review(task_state.workflow_state.content_object, user):
            raise PermissionDenied(NOT_YOUR_OWN)
        return super().on_action(task_state, user, action_name, **kwargs)

    def user_can_access_editor(self, obj, user):
        return user.has_perm("local_offer.edit_pages")

    def locked_for_user(self, obj, user):
        """What is being read is not changed meanwhile: its writers take it back first."""
        return not may_review(obj, user)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task=self)
        if not user.has_perm("local_offer.edit_pages"):
            return waiting.none()
        return waiting.exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls):
        return "Another editor than its writers reads it and publishes it"


def may_review(page, user) -> bool:
    """An editor who neither asked for the review nor wrote anything since the page was last published."""
    state = page.current_workflow_state
    asked = {state.requested_by_id} if state else set()
    return user.has_perm("local_offer.edit_pages") and user.pk not in writers(page) | asked


def writers(page) -> set[int]:
    """Who saved a version of the page since the one that is published."""
    versions = Revision.page_revisions.filter(object_id=str(page.pk))
    if page.live_revision_id:
        versions = versions.filter(pk__gt=page.live_revision_id)
    return set(versions.values_list("user_id", flat=True)) - {None}


class OfferPagePermissions(PagePermissionTester):
    """Editors hold no right to publish: review publishes. What is wrong they may take down at once."""

    def can_unpublish(self):
        return self.page.live and self.can_edit() and not self.page_is_root and not self.page_locked()

    def can_unschedule(self):
        return self.can_edit()

    def can_reorder_children(self):
        return self.can_edit()
