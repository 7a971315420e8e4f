"""What migrations put into tables, put there again: a test with a live server empties every table."""

from importlib import import_module

from django.apps import apps

from tests.portal.local_offer.tree import plant_the_tree

REASONS = import_module("feedback.contributions.migrations.0002_reasons_not_to_publish")
RULES = import_module("feedback.contributions.migrations.0005_how_long_words_are_kept")


def plant_again():
    """The Local Offer's tree, words and duties, the reasons not to publish, and how long words are kept."""
    plant_the_tree()
    plant_reasons_and_rules()


def plant_reasons_and_rules():
    REASONS.add_reasons(apps, None)
    RULES.add_rules(apps, None)
