"""The frame around every page: whose site it is, where one can go, whether it is real."""

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory

from portal.accounts.roles import ROLES
from portal.design.context_processors import FOOTER, FOR_EVERYONE, FOR_WORK, OWN_PAGE, Entry, links

pytestmark = pytest.mark.django_db


def labels(page, name):
    nav = page.find("nav", attrs={"aria-label": name})
    return [link.text for link in nav.find_all("a")] if nav else []


def test_every_page_of_a_demonstration_says_that_it_is_one(frame, settings):
    settings.DEMO = True
    assert "Demonstration - not the council's record" in frame().find(class_="demo").text


def test_without_the_demonstration_nothing_speaks_of_it(frame, settings):
    settings.DEMO = False
    assert "emonstration" not in frame().text


def test_the_title_names_the_page_and_then_the_partnership(frame, settings):
    settings.PARTNERSHIP_NAME = "Anytown SEND Partnership"
    assert frame(title="Board").title.text == "Board - Anytown SEND Partnership"


def test_the_title_says_error_when_a_form_came_back(frame):
    class Form(forms.Form):
        name = forms.CharField()

    assert frame({"form": Form({})}).title.text.startswith("Error: Board")
    assert frame({"form": Form({"name": "x"})}).title.text.startswith("Board")
    assert frame({"form": Form()}).title.text.startswith("Board")


def test_somebody_without_an_account_sees_the_public_links_and_how_to_sign_in(frame):
    page = frame()
    assert labels(page, "Your work") == []
    assert page.find("a", href="/accounts/login/").text == "Sign in"


def test_a_signed_in_person_sees_their_name_and_signs_out_by_a_form(frame, person):
    page = frame(user=person("board_member", first_name="Board", last_name="member"))
    assert "Board member" in page.find(class_="account").text
    form = page.find(class_="account").form
    assert form["method"] == "post"
    assert form.find("input", attrs={"name": "csrfmiddlewaretoken"})


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("workstream_lead", {"figures.add_figure", "savings.view_savings"}, {"contributions.moderate"}),
        ("board_member", {"workstreams.view_board", "figures.approve_figure"}, {"figures.add_figure"}),
        ("moderator", {"contributions.moderate"}, {"workstreams.view_board", "contributions.safeguard"}),
        ("safeguarding_lead", {"contributions.safeguard"}, {"contributions.moderate"}),
        ("editor", {"wagtailadmin.access_admin"}, {"workstreams.view_board"}),
        ("parent_carer", set(), {entry.permission for entry in FOR_WORK}),
    ],
)
def test_links_to_work_follow_the_permissions_of_the_role(person, role, may, may_not):
    shown = {link.label for link in links(FOR_WORK, user=person(role), path="/")}
    there = [entry for entry in FOR_WORK if entry.address]
    assert {e.label for e in there if e.permission in may} <= shown
    assert not {e.label for e in there if e.permission in may_not} & shown


def test_an_entry_whose_page_is_not_installed_is_left_out():
    entries = (Entry("Nowhere", "nowhere:at_all"), Entry("Start", "/"))
    assert [link.label for link in links(entries, user=AnonymousUser(), path="/")] == ["Start"]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/board/", "page"), ("/board/2019-11-14/", "true"), ("/savings/", ""), ("/", "")],
)
def test_the_link_to_where_one_is_says_so(path, current):
    (link,) = links((Entry("Board", "/board/"),), user=None, path=path)
    assert link.current == current


def test_a_page_of_work_is_not_also_under_the_publics_link_above_it(person):
    work = {
        link.label: link.current
        for link in links(
            (*FOR_EVERYONE, *FOR_WORK), user=person("moderator"), path="/feedback/queue/to-answer/"
        )
    }
    assert (work["What people told us"], work["Tell us"]) == ("true", "")


def test_the_start_page_is_not_above_every_other(frame):
    (link,) = links((Entry("Start", "/"),), user=None, path="/board/")
    assert link.current == ""


def test_the_frame_asks_the_same_few_questions_however_many_links_it_has(
    frame, person, django_assert_max_num_queries
):
    user = person("administrator")
    with django_assert_max_num_queries(3):
        frame(user=user)


def test_a_part_of_a_page_costs_no_query(render, person, django_assert_num_queries):
    user = person("administrator")
    with django_assert_num_queries(0):
        render("{{ partnership_name }}", user=user)


def test_the_first_thing_on_a_page_is_the_way_past_the_frame(frame):
    page = frame()
    assert page.body.find("a")["href"] == "#main"
    assert page.find("main", id="main")


def test_messages_are_said_aloud(frame):
    page = frame({"messages": [{"level_tag": "success", "message": "x"}]})
    assert page.find(class_="messages")["role"] == "status"


@pytest.mark.parametrize("name", ["403.html", "404.html"])
def test_an_error_page_says_what_to_do_within_the_frame(name):
    request = RequestFactory().get("/nowhere/")
    request.user = AnonymousUser()
    html = render_to_string(name, {"exception": "secret words"}, request)
    assert "Go to the start page" in html
    assert "secret words" not in html
    assert 'aria-label="Main"' in html


@pytest.mark.parametrize("name", ["500.html", "403_csrf.html"])
def test_pages_for_when_little_works_need_nothing_to_be_drawn(name):
    html = render_to_string(name)
    assert "{%" not in html
    assert 'href="/static/design/portal.css"' in html


@pytest.mark.parametrize("entry", [*FOR_EVERYONE, *FOR_WORK, *FOOTER, OWN_PAGE], ids=lambda entry: entry.to)
def test_every_link_of_the_frame_leads_somewhere(entry):
    assert entry.address


def test_every_permission_of_the_frame_is_held_by_a_role():
    held = frozenset().union(*(role.permissions for role in ROLES.values()))
    assert {entry.permission for entry in FOR_WORK} <= held


def test_the_public_entries_need_no_permission():
    assert not [entry for entry in FOR_EVERYONE if entry.permission]
    assert all(entry.permission for entry in FOR_WORK)
