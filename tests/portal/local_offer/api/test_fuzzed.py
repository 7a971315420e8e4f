"""Requests that a machine makes up from our own OpenAPI document find nothing wrong with it."""

from itertools import product

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from portal.local_offer.api.document import openapi
from portal.wsgi import application

AT = "http://127.0.0.1/api/oruk"


@pytest.fixture(autouse=True)
def _one_connection():
    """The application leaves the test's connection open at the end of a request, as Django's test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _try(offer, examples):
    schema = schemathesis.openapi.from_dict(openapi(AT))
    operations = [result.ok() for result in schema.get_all_operations()]
    for operation, mode in product(operations, GenerationMode):
        if mode is GenerationMode.NEGATIVE and not any(operation.iter_parameters()):
            continue  # without parameters nothing can be asked wrongly

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def one(case):
            case.call_and_validate(base_url=AT, app=application)

        one()


def test_a_few_made_up_requests_of_every_kind_find_nothing(offer):
    _try(offer, 5)


@pytest.mark.long
def test_many_made_up_requests_of_every_kind_find_nothing(offer):
    _try(offer, 100)
