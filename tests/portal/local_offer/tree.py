"""What the migrations made of the Local Offer, made again: a test with a live server empties every table."""

from importlib import import_module

from django.apps import apps
from wagtail.models import Collection, Locale, Page, Site

from portal.local_offer.models import HeadingList, LocalOfferHome, SynonymGroup

MIGRATION = import_module("portal.local_offer.migrations.0002_tree_and_editors")
SYNONYMS = import_module("portal.local_offer.migrations.0008_editors_keep_synonyms")
WORDS = import_module("portal.local_offer.migrations.0004_words_and_duties")
REVIEW = import_module("portal.local_offer.migrations.0007_two_people_publish")


def plant_the_tree() -> LocalOfferHome:
    """Root, site, front door, editors' group, review, words and duties, where an earlier test took them away."""
    if not SynonymGroup.objects.exists():
        WORDS.add_synonyms(apps, None)
    if not HeadingList.objects.exists():
        WORDS.add_headings(apps, None)
    if LocalOfferHome.objects.exists():
        return LocalOfferHome.objects.get()
    Locale.objects.get_or_create(language_code="en-gb")
    Collection.add_root(name="Root")
    root = Page.add_root(title="Root", slug="root")
    home = root.add_child(instance=LocalOfferHome(**MIGRATION.FRONT_DOOR))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    MIGRATION.make_the_editors_group(apps, None)
    REVIEW.start_reviewing(apps, None)
    SYNONYMS.let_editors_keep_synonyms(apps, None)
    return home
