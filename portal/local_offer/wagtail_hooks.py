"""What the editor shows, and what happens when a page is published."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.signals import page_published, page_unpublished
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.local_offer import actions, queries
from portal.local_offer.models import OfferPage, Provider

MENU = {"explorer", "images", "documents", "providers", "reports"}


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


register_snippet(ProviderViewSet)


class OverdueChecks(Component):
    """On the editor's first screen: published pages nobody has checked by the day they were to be."""

    order = 50
    template_name = "local_offer/editor/overdue_checks.html"

    def get_context_data(self, parent_context):
        return {"entries": queries.overdue_checks(timezone.localdate())}


@hooks.register("construct_homepage_panels")
def show_overdue_checks(request, panels):
    panels.append(OverdueChecks())


@hooks.register("construct_main_menu")
def keep_the_menu_to_the_job(request, menu_items):
    """People and roles are kept elsewhere on the site; the editor keeps pages."""
    menu_items[:] = [item for item in menu_items if item.name in MENU]


@receiver(page_published)
def on_published(instance, **_kwargs):
    if isinstance(instance, OfferPage):
        actions.enter_in_catalogue(page=instance)


@receiver(page_unpublished)
def on_unpublished(instance, **_kwargs):
    actions.leave_catalogue(page=instance)
