"""Editors hold no right to publish any more: what one of them wrote, another one reads and publishes."""

from django.db import migrations

EDITORS = "Local Offer editors"
REVIEW = "Review by another editor"


def start_reviewing(apps, schema_editor):
    home = apps.get_model("local_offer.LocalOfferHome").objects.get()
    types = apps.get_model("contenttypes.ContentType").objects
    kind, _ = types.get_or_create(app_label="local_offer", model="secondpairofeyes")
    task = apps.get_model("local_offer.SecondPairOfEyes").objects.create(
        name="A second pair of eyes", content_type=kind
    )
    workflow = apps.get_model("wagtailcore.Workflow").objects.create(name=REVIEW)
    apps.get_model("wagtailcore.WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    apps.get_model("wagtailcore.WorkflowPage").objects.create(workflow=workflow, page_id=home.page_ptr_id)
    _right_to_publish(apps).delete()
    group = apps.get_model("auth.Group").objects.get(name=EDITORS)
    group.permissions.add(*_speaking_for_providers(apps))


def stop_reviewing(apps, schema_editor):
    """The review goes with what is in it; editors may publish again."""
    apps.get_model("wagtailcore.Workflow").objects.filter(name=REVIEW).delete()
    apps.get_model("wagtailcore.Task").objects.filter(content_type__model="secondpairofeyes").delete()
    group = apps.get_model("auth.Group").objects.filter(name=EDITORS).first()
    if group:
        group.permissions.remove(*_speaking_for_providers(apps))
    permission = apps.get_model("auth.Permission").objects.filter(codename="publish_page").first()
    if group and permission:
        home = apps.get_model("local_offer.LocalOfferHome").objects.get()
        apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
            group=group, page_id=home.page_ptr_id, permission=permission
        )


def _speaking_for_providers(apps) -> list:
    """Permissions are made after all migrations; here they are needed before."""
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="local_offer", model="providermember"
    )
    permissions = apps.get_model("auth.Permission").objects
    return [
        permissions.get_or_create(
            content_type=kind,
            codename=f"{action}_providermember",
            defaults={"name": f"Can {action} provider member"},
        )[0]
        for action in ("add", "change", "delete", "view")
    ]


def _right_to_publish(apps):
    return apps.get_model("wagtailcore.GroupPagePermission").objects.filter(
        group__name=EDITORS, permission__codename="publish_page"
    )


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0006_review_wording_and_measures")]

    operations = [migrations.RunPython(start_reviewing, stop_reviewing)]
