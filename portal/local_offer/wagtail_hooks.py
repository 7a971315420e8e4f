"""What the editor shows, and what happens when a page is published."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowState
from wagtail.signals import (
    page_published,
    page_unpublished,
    post_page_move,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.local_offer import actions
from portal.local_offer.edition import new_edition
from portal.local_offer.models import OfferPage, Provider, ProviderMember, SynonymGroup
from portal.local_offer.queries.pages import overdue_checks

MENU = {"explorer", "images", "documents", "providers", "provider-members", "synonyms", "reports"}


class ProviderViewSet(SnippetViewSet):
    model = Provider
    icon = "group"
    menu_label = "Providers"
    menu_name = "providers"
    menu_order = 350
    add_to_admin_menu = True
    list_display = ["name", "website"]
    search_fields = ["name"]
    inspect_view_enabled = False


class ProviderMemberViewSet(SnippetViewSet):
    model = ProviderMember
    icon = "user"
    menu_label = "Who speaks for a provider"
    menu_name = "provider-members"
    menu_order = 360
    add_to_admin_menu = True
    list_display = ["user", "provider"]
    inspect_view_enabled = False


class SynonymViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "search"
    menu_label = "Words for the same"
    menu_name = "synonyms"
    menu_order = 370
    add_to_admin_menu = True
    list_display = ["__str__"]
    inspect_view_enabled = False


register_snippet(ProviderViewSet)
register_snippet(ProviderMemberViewSet)
register_snippet(SynonymViewSet)


class OverdueChecks(Component):
    """On the editor's first screen: published pages nobody has checked by the day they were to be."""

    order = 50
    template_name = "local_offer/editor/overdue_checks.html"

    def get_context_data(self, parent_context):
        return {"entries": overdue_checks(timezone.localdate())}


@hooks.register("construct_homepage_panels")
def show_overdue_checks(request, panels):
    panels.append(OverdueChecks())


@hooks.register("construct_main_menu")
def keep_the_menu_to_the_job(request, menu_items):
    """People and roles are kept elsewhere on the site; the editor keeps pages."""
    menu_items[:] = [item for item in menu_items if item.name in MENU]


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def readers_see_what_changed(request, instance):
    """A provider's name and the words for the same are on pages that nobody publishes again."""
    new_edition()


@hooks.register("after_delete_snippet")
def readers_no_longer_see(request, instances):
    new_edition()


@receiver(post_page_move)
def on_moved(**_kwargs):
    new_edition()


@receiver(page_published)
def on_published(instance, **_kwargs):
    if isinstance(instance, OfferPage):
        actions.enter_in_catalogue(page=instance)


@receiver(page_unpublished)
def on_unpublished(instance, **_kwargs):
    actions.leave_catalogue(page=instance)


# ---- review: Wagtail would write to people itself; ours go through the outbox ----

workflow_approved.disconnect(dispatch_uid="workflow_state_approved_email_notification", sender=WorkflowState)
workflow_rejected.disconnect(dispatch_uid="workflow_state_rejected_email_notification", sender=WorkflowState)


@receiver(workflow_submitted)
def on_submitted(instance, **_kwargs):
    actions.tell_reviewers(state=instance, at=timezone.now())


@receiver(workflow_approved)
def on_approved(instance, **_kwargs):
    actions.tell_writer(state=instance, is_published=True, at=timezone.now())


@receiver(workflow_rejected)
def on_rejected(instance, **_kwargs):
    actions.tell_writer(state=instance, is_published=False, at=timezone.now())
