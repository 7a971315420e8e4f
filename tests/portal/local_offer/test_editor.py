"""The editor: who gets in, how, and what it lets them do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from portal.accounts.roles import ROLES
from portal.local_offer.forms.documents import refuse_disguised
from portal.local_offer.models import Provider, ServicePage

CMS = "/cms/"


@pytest.fixture
def desk(client_as, editor):
    """A client at the editor's desk."""
    return client_as(editor)


def test_an_editor_gets_in_and_a_stranger_signs_in_like_everybody(client, desk):
    assert desk.get(CMS).status_code == 200
    assert client.get(CMS).headers["Location"] == f"{reverse('account_login')}?next=/cms/"


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"editor"}))
def test_nobody_else_gets_in(client_as, role):
    assert client_as(role).get(CMS).status_code == 403


def test_the_role_ends_the_rights(client_as, editor):
    from django.utils import timezone

    from portal.accounts.actions.roles import end_role

    end_role(user=editor, role="editor", by=editor, at=timezone.now())
    assert client_as(editor).get(CMS).status_code == 403


def test_wagtails_own_way_to_sign_in_is_not_there(client, desk):
    assert client.get("/cms/login/").headers["Location"].startswith(reverse("account_login"))
    assert client.post("/cms/login/", {"username": "a", "password": "b"}).status_code == 302
    assert desk.get("/cms/login/").headers["Location"] == CMS
    assert desk.get("/cms/password_reset/").status_code == 404


@pytest.mark.parametrize(
    "path", ["users/", "groups/", "sites/", "redirects/", "collections/", "workflows/list/", "workflows/add/"]
)
def test_an_editor_keeps_pages_and_nothing_else(desk, path):
    answer = desk.get(f"{CMS}{path}")
    assert answer.status_code in (302, 404)
    assert answer.status_code == 404 or answer.headers["Location"] == CMS


def test_the_menu_is_what_the_job_needs(desk):
    page = desk.get(CMS).content.decode()
    for offered in ('"name": "explorer"', '"name": "images"', '"name": "providers"'):
        assert offered in page
    for unneeded in ('"name": "settings"', '"name": "help"', '"name": "users"'):
        assert unneeded not in page


def test_the_editor_has_a_content_policy_of_its_own(desk, home):
    editors, readers = desk.get(CMS)["Content-Security-Policy"], desk.get(home.url)["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in editors
    assert "'unsafe-inline'" in editors
    assert "frame-ancestors 'none'" in readers
    assert "'unsafe-inline'" not in readers


def test_the_editors_first_screen_names_overdue_pages(desk, add_page, guidance):
    from datetime import date

    add_page(guidance(title="Old page", next_check_on=date(2020, 5, 1)))
    words = desk.get(CMS).content.decode()
    assert "Checks that are overdue" in words
    assert "Old page</a>: due 1 May 2020" in words


def test_the_editor_says_what_families_would_miss_in_a_listing(desk, add_page, service):
    """Of the seven things a listing should say this one leaves out two, and its few words are too few to judge."""
    page = add_page(service(postcode=""))
    words = desk.get(f"{CMS}pages/{page.pk}/edit/").content.decode()
    assert "What families would miss in this listing: how long people wait; where it is." in words
    assert "This is guidance: it never stops you." in words


def test_an_editor_reading_a_page_can_go_on_to_edit_it(client, desk, section):
    edit = reverse("wagtailadmin_pages:edit", args=[section.pk])
    assert edit in desk.get(section.url).content.decode()
    assert edit not in client.get(section.url).content.decode()


# ---- writing ----


def service_form(**facts):
    """What the browser sends from the form of a service."""
    return {
        "title": "Swimming club",
        "slug": "swimming-club",
        "summary": "Swim on Saturdays.",
        "provider": "",
        "category": "",
        "area": "local",
        "description": "null",
        "age_from": "5",
        "age_to": "14",
        "eligibility": "",
        "how_to_get_it": "",
        "cost": "",
        "last_checked_on": "",
        "next_check_on": "",
        "checked_by": "",
        **{
            f"{lines}-{part}_FORMS": "0"
            for lines in ("answers", "alternative_formats")
            for part in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")
        },
        **facts,
    }


COMPLETE = {
    "category": "short_breaks",
    "description": '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "A pool.",'
    ' "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}',
    "needs": ["ASD", "PD"],
    "eligibility": "Anybody",
    "how_to_get_it": "Phone",
    "cost": "£6",
    "phone": "020 7946 0102",
    "last_checked_on": "2019-11-03",
    "next_check_on": "2020-05-01",
    "checked_by": "the provider",
}


@pytest.fixture
def send(desk, section):
    """Send the form of a new service; `action` as the editor's button has it."""

    def send(action="save", **facts):
        data = service_form(**facts)
        if action != "save":
            data[f"action-{action}"] = f"action-{action}"
        return desk.post(
            reverse("wagtailadmin_pages:add", args=["local_offer", "servicepage", section.pk]), data
        )

    return send


def test_an_editor_saves_an_incomplete_draft(send, client):
    assert send().status_code == 302
    page = ServicePage.objects.get(slug="swimming-club")
    assert not page.live
    assert client.get("/local-offer/health/swimming-club/").status_code == 404


def test_an_incomplete_service_cannot_be_sent_for_review_and_what_is_missing_is_named(send):
    answer = send("submit")
    assert not ServicePage.objects.exists()
    errors = answer.context["form"].errors
    for field in ("eligibility", "how_to_get_it", "cost", "provider", "last_checked_on", "phone"):
        assert field in errors


@pytest.fixture
def publish(send, client_as, second_editor):
    """Send a service for review, and publish it as another editor."""

    def publish(**facts):
        answer = send("submit", **facts)
        assert answer.status_code == 302, answer.context["form"].errors
        page = ServicePage.objects.get()
        page.current_workflow_task.on_action(page.current_workflow_task_state, second_editor, "approve")
        return ServicePage.objects.get()

    return publish


def test_a_complete_service_is_published_and_read(publish, client):
    provider = Provider.objects.create(name="Hogsmill Play")
    page = publish(**COMPLETE, provider=provider.pk, headings=["short-breaks"])
    assert page.live
    assert page.needs == ["ASD", "PD"]
    assert page.headings == ["short-breaks"]
    assert "Swim on Saturdays." in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"age_from": "9", "age_to": "3"}, "The ages must run from the younger to the older"),
        ({"age_to": "26"}, "Ensure this value is less than or equal to 25"),
        ({"next_check_on": "2019-11-03", "last_checked_on": "2019-11-03"}, "The next check must come after"),
        ({"waiting_time": "2 weeks"}, "Give a waiting time and the date it was true together."),
        ({"slug": "search"}, "This address is used by the site itself."),
    ],
)
def test_a_draft_that_contradicts_itself_is_refused_in_words(send, facts, said):
    answer = send(**facts)
    assert said in answer.content.decode()
    assert not ServicePage.objects.exists()


def test_a_draft_of_a_published_service_may_drop_what_publishing_needs(publish, desk, client):
    provider = Provider.objects.create(name="Hogsmill Play")
    page = publish(**COMPLETE, provider=provider.pk)
    form = service_form(**{**COMPLETE, "provider": provider.pk, "phone": "", "title": "Under repair"})
    answer = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert answer.status_code == 302
    assert "020 7946 0102" in client.get(page.url).content.decode()
    assert ServicePage.objects.get().get_latest_revision_as_object().phone == ""


def test_a_draft_is_shown_to_the_editor_under_the_editors_policy(desk, add_page, guidance):
    page = add_page(guidance(title="In the works"), live=False)
    page.save_revision()
    answer = desk.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "In the works" in answer.content.decode()
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_page_cannot_be_made_private(desk, section, kind):
    address = reverse("wagtailadmin_pages:set_privacy", args=[section.pk])
    desk.post(address, {"restriction_type": kind, "password": "x", "groups": []})
    assert not PageViewRestriction.objects.exists()


# ---- documents ----


@pytest.mark.parametrize(
    ("name", "content", "is_accepted"),
    [
        ("form.pdf", b"%PDF-1.7 ...", True),
        ("form.pdf", b"<script>alert(1)</script>", False),
        ("form.docx", b"PK\x03\x04...", True),
        ("form.docx", b"MZ\x90", False),
        ("form.html", b"<p>", False),
        ("form.pdf.exe", b"%PDF-1.7", False),
    ],
)
def test_a_document_is_what_its_name_says(desk, name, content, is_accepted):
    desk.post(
        reverse("wagtaildocs:add"),
        {"title": "Form", "file": SimpleUploadedFile(name, content), "collection": 1},
    )
    assert Document.objects.exists() is is_accepted


def test_a_document_is_downloaded_and_never_run(desk, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = Document.objects.create(title="Form", file=SimpleUploadedFile("form.pdf", b"%PDF-1.7"))
    answer = client.get(document.url)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'"


def test_a_file_is_left_at_its_start():
    file = SimpleUploadedFile("form.pdf", b"%PDF-1.7")
    refuse_disguised(file)
    assert file.read() == b"%PDF-1.7"
