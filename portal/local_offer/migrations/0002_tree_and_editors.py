"""The front door of the Local Offer takes the place of Wagtail's welcome page, and its editors get their group."""

from django.db import migrations

EDITORS = "Local Offer editors"
PAGE_PERMISSIONS = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
FILE_PERMISSIONS = [
    (app, model, f"{action}_{model}")
    for app, model in [("wagtailimages", "image"), ("wagtaildocs", "document")]
    for action in ["add", "change", "choose"]
]
PROVIDER_PERMISSIONS = ["add_provider", "change_provider", "view_provider"]
WELCOME = {"title": "Welcome to your new Wagtail site!", "slug": "home", "url_path": "/home/"}
FRONT_DOOR = {"title": "Local Offer", "slug": "local-offer", "url_path": "/local-offer/"}


def open_the_front_door(apps, schema_editor):
    """The welcome page becomes the front door, in its place in the tree: the site goes on pointing to it."""
    welcome = apps.get_model("wagtailcore.Site").objects.get(is_default_site=True).root_page
    fields = {field.attname: getattr(welcome, field.attname) for field in welcome._meta.concrete_fields}
    apps.get_model("local_offer.LocalOfferHome").objects.create(
        **{
            **fields,
            **FRONT_DOOR,
            "page_ptr_id": welcome.pk,
            "draft_title": FRONT_DOOR["title"],
            "content_type_id": _content_type(apps, "local_offer", "localofferhome").pk,
            "introduction": "Help for children and young people from birth to 25 with special educational needs "
            "or disabilities, and for their families.",
        }
    )
    apps.get_model("wagtailcore.Site").objects.filter(is_default_site=True).update(site_name="Local Offer")


def close_the_front_door(apps, schema_editor):
    """Take away every page behind the front door and give Wagtail its welcome page back."""
    Page = apps.get_model("wagtailcore.Page")
    home = apps.get_model("local_offer.LocalOfferHome").objects.get()
    Page.objects.filter(path__startswith=home.path, depth__gt=home.depth).delete()
    home.delete(keep_parents=True)
    Page.objects.filter(path=home.path).update(
        **WELCOME,
        draft_title=WELCOME["title"],
        numchild=0,
        content_type=_content_type(apps, "wagtailcore", "page"),
    )
    apps.get_model("wagtailcore.Site").objects.filter(is_default_site=True).update(site_name="")


def make_the_editors_group(apps, schema_editor):
    group, _ = apps.get_model("auth.Group").objects.get_or_create(name=EDITORS)
    home = apps.get_model("local_offer.LocalOfferHome").objects.get()
    for codename in PAGE_PERMISSIONS:
        apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
            group=group,
            page_id=home.page_ptr_id,
            permission=_permission(apps, "wagtailcore", "page", codename),
        )
    root = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    for app, model, codename in FILE_PERMISSIONS:
        apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
            group=group, collection=root, permission=_permission(apps, app, model, codename)
        )
    for codename in PROVIDER_PERMISSIONS:
        group.permissions.add(_permission(apps, "local_offer", "provider", codename))


def drop_the_editors_group(apps, schema_editor):
    apps.get_model("auth.Group").objects.filter(name=EDITORS).delete()


def _content_type(apps, app, model):
    """Content types and permissions are made after all migrations; here they are needed before."""
    return apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app, model=model)[0]


def _permission(apps, app, model, codename):
    action, _, _ = codename.partition("_")
    return apps.get_model("auth.Permission").objects.get_or_create(
        content_type=_content_type(apps, app, model),
        codename=codename,
        defaults={"name": f"Can {action} {model}"},
    )[0]


class Migration(migrations.Migration):
    dependencies = [
        ("local_offer", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(open_the_front_door, close_the_front_door),
        migrations.RunPython(make_the_editors_group, drop_the_editors_group),
    ]
