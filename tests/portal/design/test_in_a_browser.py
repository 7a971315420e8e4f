"""Every component on one page, in a real browser under the site's content policy: both schemes, three widths."""

from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from csp.utils import build_policy
from django import forms
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator

from kpis.domain.series import Series, SeriesPoint
from portal.design.charts import SavingsRow
from tests.benchmarks.bench_spc import sixty_months

pytestmark = pytest.mark.browser
HOME = "http://portal.test/"
PAGE = """{% extends "design/base.html" %}{% load design charts %}{% block title %}Every component{% endblock %}
{% block breadcrumbs %}{% breadcrumbs "Board" "/board/" "Every component" %}{% endblock %}
{% block content %}<h1>Every component</h1>{% error_summary form %}
<section class="card stack"><h2>Statements {% rating "at_risk" %}</h2><div class="grid">
{% statement "Placements are forecast to cost" "£29.8m" "£7.2m above budget" "2019/20 forecast outturn" "off_track" %}
{% statement "Children with a plan" "1,161" "Demand is not rated" "January 2019 census" %}</div></section>
<div class="split"><section class="card stack"><h2>Table</h2><div class="rows"><table>
<thead><tr><th scope="col">KPI</th><th scope="col" class="num">Now</th><th scope="col">Rating</th>
<th scope="col">Since 2014</th></tr></thead>
<tbody>{% for value in ratings %}<tr><th scope="row"><a href="/x/">Plans placed in independent schools</a></th>
<td class="num" data-label="Now">13.6%</td><td data-label="Rating">{% rating value %}</td>
<td data-label="Since 2014">{% sparkline series %}</td></tr>{% endfor %}</tbody></table></div></section>
<aside class="stack-2"><div class="notice off-track"><p><b>Late.</b> <a href="/y/">Which figure</a></p></div>
<div class="said"><blockquote>We heard too late.</blockquote><p><b>We did:</b> {% tag "success" "Done" %}</p></div>
</aside></div>
<div class="card rows" id="wide"><table><caption>Every year</caption><thead><tr><th scope="col">Area</th>
{% for year in years %}<th scope="col" class="num">Plans maintained in January {{ year }}</th>{% endfor %}</tr></thead>
<tbody><tr><th scope="row">Kingston</th>{% for year in years %}<td class="num" data-label="{{ year }}">1,161</td>
{% endfor %}</tr></tbody></table></div>
<section class="card">{% kpi_chart series %}</section>
<section class="card"><h2>Process {% variation "concern_low" %} {% assurance "hit_or_miss" %}</h2>
{% variation "improvement_high" %} {% variation "neutral_high" %} {% variation "common_cause" %}
{% assurance "fail" %}{% kpi_chart process %}</section>
<section class="card">{% savings_chart savings caption="2019/20" %}</section>
<nav class="tabs" aria-label="Views"><ul><li><a href="/" aria-current="page">Figures</a></li></ul></nav>
{% facts pairs %}{% progress_bar 3 7 "parts done" %}<p class="empty">Nothing is due.</p>
<details><summary>How it is worked out</summary><p>By hand.</p></details>{% pagination page %}
<form method="post" novalidate class="card stack-2">{{ form }}
<p class="actions"><button class="button">Send</button> <a class="button quiet" href="/">Back</a></p></form>
{% endblock %}"""


class Form(forms.Form):
    words = forms.CharField(help_text="Leave out names.", widget=forms.Textarea)
    email = forms.EmailField(required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    one = forms.ChoiceField(choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect)
    some = forms.MultipleChoiceField(choices=[("a", "First")], widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField()
    on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    table = forms.FileField()


def _series():
    values = ((2014, "16.9"), (2016, None), (2017, "17.6"), (2019, "13.6"))
    points = tuple(
        SeriesPoint(f"Jan {year}", date(year, 1, 17), D(v) if v else None, f"{v}%") for year, v in values
    )
    expected = ((date(2014, 1, 17), D("16.9")), (date(2022, 1, 17), D("11")))
    return Series(
        "Placements", "per cent", points, baseline=points[0], expected=expected, summary="13.6% now."
    )


@pytest.fixture
def html(render):
    context = {
        "form": Form({}),
        "ratings": ["on_track", "at_risk", "off_track", "not_rated"],
        "series": _series(),
        "process": sixty_months(),
        "years": range(2000, 2026),
        "savings": [SavingsRow("Local provision", D(900000), D(420000), D(380000), D(120000))],
        "pairs": [("Source", "January 2019 census")],
        "page": Paginator(range(30), 10).page(2),
    }
    return str(render(PAGE, context))


@pytest.fixture
def opened(browser, html):
    """Open the page in a scheme and a width, with the policy of the site; gives the page and its complaints."""
    pages = []

    def serve(route):
        path = route.request.url.removeprefix(HOME)
        if path.startswith("static/"):
            route.fulfill(
                body=Path(finders.find(path.removeprefix("static/"))).read_bytes(), content_type=_type(path)
            )
        else:
            headers = {"Content-Security-Policy": build_policy()}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)

    def open_page(scheme, width):
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        pages.append(page)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.route("**/*", serve)
        page.goto(HOME)
        return page

    yield open_page
    for page in pages:
        page.close()


def _type(path):
    return {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}[path.rsplit(".", 1)[1]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(opened, scheme, width):
    page = opened(scheme, width)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.complaints == []


def test_a_page_with_errors_starts_at_their_summary(opened):
    page = opened("light", 390)
    assert page.evaluate("document.activeElement.className") == "error-summary"


def test_on_a_phone_every_cell_shows_what_it_is(opened):
    page = opened("light", 390)
    cell = "getComputedStyle(document.querySelector('td.num'), '::before').content"
    assert page.evaluate(cell) == '"Now"'


def test_a_table_too_wide_for_its_place_is_reached_with_the_keyboard_and_says_what_it_is(opened):
    wide = opened("light", 1280).locator("#wide")
    assert (wide.get_attribute("tabindex"), wide.get_attribute("aria-label")) == ("0", "Table: Every year")
    assert opened("light", 390).locator("#wide").get_attribute("tabindex") is None


def test_letters_in_a_chart_can_be_read_on_a_phone_and_on_a_desk(opened):
    measure = "Math.round(document.querySelector('.chart .dates text').getBoundingClientRect().height)"
    for width in (320, 390, 1280):
        assert 10 <= opened("light", width).evaluate(measure) <= 22


def test_what_can_be_pressed_is_large_enough_to_be_hit(opened):
    page = opened("light", 320)
    small = page.evaluate(
        """[...document.querySelectorAll('a, button, input, summary, select')]
        .filter(e => e.offsetParent && !e.closest('p, .said'))
        .filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24 })
        .map(e => e.outerHTML)"""
    )
    assert small == []
