"""Pages made of components, rendered as a view would and looked at as a person or a browser would."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory


@pytest.fixture
def render():
    """Render template text for somebody at an address; gives the parsed page."""

    def page(text, context=None, *, user=None, path="/"):
        request = RequestFactory().get(path)
        request.user = user or AnonymousUser()
        loads = "" if text.startswith("{% extends") else "{% load design charts %}"
        html = engines["django"].from_string(loads + text).render(context or {}, request)
        return BeautifulSoup(html, "html.parser")

    return page


@pytest.fixture
def frame(render):
    """The whole frame around nothing, for somebody at an address."""

    def page(context=None, *, title="Board", **where):
        text = '{% extends "design/base.html" %}{% block title %}' + title + "{% endblock %}"
        return render(text, context, **where)

    return page
