"""The demonstration leaves nothing behind in the process that it was loaded in."""

from django.contrib.contenttypes.models import ContentType

from kpis.figures.models import Kpi
from tests.demonstration import demonstration_taken_away_again


def test_what_was_remembered_of_its_rows_is_asked_of_the_tables_again(db, django_assert_num_queries):
    with demonstration_taken_away_again():
        ContentType.objects.get_for_model(Kpi)
    with django_assert_num_queries(1):
        ContentType.objects.get_for_model(Kpi)
