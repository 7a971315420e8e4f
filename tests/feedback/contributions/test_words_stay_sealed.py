"""What families wrote is where it must be, and nowhere else: planted words, and everything searched for them."""

import base64
import inspect
import json
import logging
import os
import subprocess
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.actions.sealing import reseal_everything
from feedback.contributions.models import (
    AboutMe,
    Addition,
    Contribution,
    Neighbourhood,
    Original,
    OutcomeAnswer,
)
from feedback.contributions.models.sealed import SealedTextField
from feedback.contributions.queries import about_of
from kpis.workstreams.models import OutboxMail
from portal.accounts.actions.outbox import send_outbox
from portal.accounts.roles import ROLES
from portal.celery import app
from portal.local_offer.actions import enter_in_catalogue
from portal.local_offer.models import SectionPage
from portal.runtime import addresses, binaries
from portal.runtime.management.commands import pg
from tests.journeys.walk import walk
from tests.portal.local_offer.api.conftest import a_service
from tests.portal.local_offer.tree import plant_the_tree

ORIGINAL, ADDITION, DRAFT, OUTCOME = "Wobblethwaite", "Snickerwick", "Plumbersnout", "Fizzlecrumb"
CONTACT, REFERRAL, HELD = "quibblefrost", "Gallowgrass", "Mumblesedge"
PUBLIC = "Everybody waits for quillwort."
COMMENT, SAID_OF_THE_PAGE = "Trundlebeck", "Nobody says how long the quillwort takes."
ALL_WORDS = (ORIGINAL, ADDITION, DRAFT, OUTCOME, CONTACT, REFERRAL, HELD, COMMENT)
MAY_READ = {
    # A moderator reads drafts, and what is added until somebody has read it.
    "moderator": {DRAFT, ADDITION},
    "safeguarding_lead": {REFERRAL},
}


@pytest.fixture
def north(db):
    return Neighbourhood.objects.create(name="North")


@pytest.fixture
def listing(db):
    """A published service of the Local Offer, in its catalogue, its search and its open data."""
    section = plant_the_tree().add_child(
        instance=SectionPage(title="Health", slug="health", introduction="Who helps.")
    )
    section.save_revision().publish()
    page = section.add_child(instance=a_service(1, "Talking time"))
    enter_in_catalogue(page=page)
    return page


@pytest.fixture
def planted(receive, north, moderator, second_moderator, lead, listing):
    """One published contribution with everything that can hang on it, one on hold with a hand-over, and a
    comment on a page of the Local Offer, answered; and the yearly record of all that is public."""
    now = timezone.now()
    told_about_the_page(receive, listing, moderator, second_moderator, now)
    published = receive(
        text=f"{ORIGINAL} waits for quillwort.",
        email=f"{CONTACT}@example.org",
        neighbourhood=north,
        need="ASD",
        at=now - timedelta(days=500),  # long enough ago for its yearly record to be out
    )
    for number, text in enumerate((f"{DRAFT} waits for quillwort.", PUBLIC)):
        version = actions.save_public_version(
            contribution=published, text=text, based_on=number, by=moderator, at=now
        )
    actions.approve_public_version(version=version, by=second_moderator, at=now)
    Addition.objects.create(contribution=published, text=f"{ADDITION} too.", added_at=now)
    OutcomeAnswer.objects.create(contribution=published, difference="no", text=OUTCOME, told_at=now)
    held = receive(text=f"{HELD} is not safe.", someone_at_risk=True, at=now, email="held@example.org")
    actions.pass_to_safeguarding(contribution=held, by=lead, at=now)
    actions.record_referral(
        contribution=held, handed_to="The front door", note=f"{REFERRAL} is known.", by=lead, at=now
    )
    actions.keep_the_year(at=now)
    return published, held


def told_about_the_page(receive, page, moderator, second_moderator, now):
    comment = receive(text=f"{COMMENT} wonders how long the quillwort takes.", about=about_of(page), at=now)
    version = actions.save_public_version(contribution=comment, text=SAID_OF_THE_PAGE, by=moderator, at=now)
    actions.approve_public_version(version=version, by=second_moderator, at=now)
    words = Words(you_said="It does not say how long.", outcome="will_not", reason="It differs.")
    response = actions.draft_response(contributions=[comment], words=words, by=moderator, at=now)
    actions.publish_response(response=response, number=response.versions.count(), by=second_moderator, at=now)


def found_in(text: str, words=ALL_WORDS) -> set[str]:
    """Which of these words stand in a text, plainly or in a disguise that is no protection."""
    return {word for word in words if any(disguise in text for disguise in disguises(word))}


def disguises(word: str) -> list[str]:
    in_base64 = {
        base64.b64encode(b" " * shift + word.encode())[4 if shift else 0 : -4].decode() for shift in range(3)
    }
    return [word, word.encode().hex(), *in_base64]


class Reader:
    """A client that keeps everything it was given."""

    def __init__(self, client):
        self.client, self.pages = client, {}

    def get(self, address):
        answer = self.client.get(address)
        content = answer.getvalue() if answer.streaming else answer.content
        self.pages[address] = content.decode(errors="replace") + str(dict(answer.headers))
        return answer


def everything_read_by(client, who) -> dict[str, str]:
    """Every page this person reaches from the start page, downloads included, and searches for the words."""
    reader = Reader(client)
    walk(reader, who)
    for word in ("quillwort", "not safe", "is known"):
        for address in searches_for(word):
            reader.get(address)
    for address in machines_read(reader):
        assert reader.get(address).status_code == 200, address
    return reader.pages


def searches_for(word: str) -> list[str]:
    names = ("local_offer:search", "local_offer:search_map", "local_offer:search_paper")
    return [*(f"{reverse(name)}?q={word}" for name in names), f"{reverse('oruk:services')}?text={word}"]


def machines_read(reader) -> list[str]:
    """What no link leads to: lists for search engines, feeds, and every list and thing of the open data."""
    names = ("home:robots", "home:security", "local_offer:sitemap", "contributions:feed", "oruk:openapi")
    lists = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
    found = [reverse(name) for name in (*names, *(f"oruk:{name}" for name in lists))]
    for name in lists:
        address = reverse(f"oruk:{name}")
        things = reader.get(address).json()["contents"]
        found += [f"{address.rstrip('/')}/{things[0]['id']}"] if things else []
    return found


def test_the_words_are_found_by_this_test_where_they_are_in_the_open():
    """Nothing below is proved by a search that finds nothing anywhere."""
    assert found_in(f"x{ORIGINAL}y") == {ORIGINAL}
    assert found_in(f"{HELD} x".encode().hex()) == {HELD}
    assert found_in(base64.b64encode(f"abcd {DRAFT} and more".encode()).decode()) == {DRAFT}


def test_the_public_reads_the_public_version_and_no_other_word(planted, listing, client):
    pages = everything_read_by(client, None)
    for words in (PUBLIC, SAID_OF_THE_PAGE):
        assert (
            sum(words in page for page in pages.values()) > 1
        )  # on the page of answers and in the yearly record
    assert "Talking time" in pages[next(a for a in pages if a.startswith(f"{reverse('oruk:services')}/"))]
    assert "It does not say how long." in pages[listing.url]
    assert {address: found_in(page) for address, page in pages.items() if found_in(page)} == {}


def test_no_search_knows_a_word_of_an_original(planted, client):
    """Asked for one, each answers as it does for a word that nobody wrote."""
    nobody_wrote = "Xylodrumph"

    def answers(word):
        pages = (client.get(address) for address in searches_for(word) if "results.pdf" not in address)
        return [page.content.decode().replace(word, "").replace(word.casefold(), "") for page in pages]

    assert "Talking time" in "".join(answers("therapist"))  # it does find what is there
    for word in ALL_WORDS:
        assert answers(word) == answers(nobody_wrote), word


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_reads_what_it_may_and_no_other_word(planted, client_as, role):
    words = [word for word in ALL_WORDS if word not in MAY_READ.get(role, ())]
    pages = everything_read_by(client_as(role), role)
    assert {address: found_in(page, words) for address, page in pages.items() if found_in(page, words)} == {}


def test_no_log_mail_session_cache_or_queue_holds_a_word(
    planted, north, client, client_as, caplog, django_capture_on_commit_callbacks
):
    """The whole way once more, through the pages, with every logger as loud as the settings let it be, SQL included."""
    for name in {*logging.root.manager.loggerDict} - {*site.LOGGING["loggers"]}:
        caplog.set_level(logging.DEBUG, logger=name)
    caplog.set_level(logging.DEBUG)
    connection.force_debug_cursor = True
    try:
        with django_capture_on_commit_callbacks(execute=True):
            _give_through_the_form(client)
            desk = client_as("moderator")
            contribution = Contribution.objects.latest("id")
            desk.post(reverse("contributions:start", args=[contribution.pk]))
            desk.get(reverse("contributions:item", args=[contribution.pk]))
            desk.post(
                reverse("contributions:save_version", args=[contribution.pk]),
                {"text": f"{DRAFT} again.", "based_on": 0},
            )
            _export_and_erase(client_as("administrator"))
        send_outbox(at=timezone.now())
        everything_read_by(Client(), None)  # which fills the caches
        kept = everything_in_valkey()
        actions.forget_what_is_due(at=timezone.now() + timedelta(days=800))
    finally:
        connection.force_debug_cursor = False
    logged = "\n".join(f"{logging.Formatter().format(r)} {r.__dict__}" for r in caplog.records)
    assert "INSERT INTO" in logged  # it was loud indeed
    assert found_in(logged) == set()
    assert found_in("\n".join(f"{m.subject} {m.body} {m.extra_headers}" for m in mail.outbox)) == set()
    assert found_in(json.dumps(list(OutboxMail.objects.values()), default=str)) == set()
    assert found_in(str([session.get_decoded() for session in Session.objects.all()])) == set()
    assert "It does not say how long." in kept  # a page of the Local Offer with its comments is kept
    assert found_in(kept + everything_in_valkey()) == set()


def test_no_result_of_a_task_is_kept_anywhere():
    """Progress and results are rows of our own; a backend would keep arguments and errors beside them."""
    assert app.conf.task_ignore_result
    assert app.conf.result_backend is None
    app.loader.import_default_modules()
    assert {
        name for name, task in app.tasks.items() if name.startswith("feedback.") and not task.ignore_result
    } == set()


def _give_through_the_form(client: Client):
    form = {
        "text": f"{ORIGINAL} waits for quillwort, and so does {HELD}.",
        "kind": "provision",
        "partner_type": "parent_carer",
        "publish_consent": "edited",
        "email": f"{CONTACT}@example.org",
    }
    page = client.get(reverse("contributions:give"))
    token = page.context["form"].initial.get("token", "")
    answer = client.post(reverse("contributions:give"), form | {"token": token})
    if answer.status_code == 200:  # the page that asks to look once more
        shown = answer.context["form"]
        client.post(reverse("contributions:give"), form | {"token": token} | _hidden(shown))
    assert Original.objects.latest("pk").text.startswith(ORIGINAL)


def _hidden(form) -> dict:
    return {field.html_name: field.value() or "on" for field in form.hidden_fields()}


def _export_and_erase(desk: Client):
    found = desk.post(reverse("contributions:requests"), {"address": f"{CONTACT}@example.org"})
    chosen = {
        "found": found.context["token"],
        "contribution": [contribution.pk for contribution in found.context["found"]],
    }
    copy = desk.post(reverse("contributions:request_export"), chosen | {"as": "page"}).content.decode()
    assert ORIGINAL in copy
    erase = chosen | {"confirmed": "1", "ground": "author"}
    desk.post(reverse("contributions:request_erase"), erase)


def everything_in_valkey() -> str:
    """Keys and values of the cache and of the broker; what tasks were sent is opened."""
    with app.connection_for_read() as broker:
        return "\n".join([*_contents(cache._cache.get_client()), *_contents(broker.default_channel.client)])


def _contents(client):
    for key in client.scan_iter():
        kind = client.type(key).decode()
        values = {
            "string": lambda k: [client.get(k)],
            "list": lambda k: client.lrange(k, 0, -1),
            "set": client.smembers,
            "zset": lambda k: client.zrange(k, 0, -1),
            "hash": lambda k: [*client.hgetall(k), *client.hgetall(k).values()],
        }[kind](key)
        for value in (key, *values):
            text = bytes(value).decode(errors="replace")
            yield text
            if text.startswith("{") and '"body"' in text:
                yield base64.b64decode(json.loads(text)["body"]).decode()


def test_tasks_are_told_numbers_only():
    app.loader.import_default_modules()
    ours = {name: task for name, task in app.tasks.items() if name.startswith("feedback.")}
    assert "feedback.contributions.tasks.forget_what_is_due" in ours
    for name, task in ours.items():
        for parameter in inspect.signature(task.run).parameters.values():
            assert parameter.name.endswith(("_id", "_ids")), f"{name} takes {parameter.name}"


def test_bands_have_no_part_that_is_typed():
    """What cannot be typed cannot hold words."""
    typed = [f for f in AboutMe._meta.get_fields() if getattr(f, "max_length", None) and not f.choices]
    assert typed == []
    assert not any(isinstance(field, SealedTextField) for field in AboutMe._meta.get_fields())


# ---- a dump of the database ----


def dump() -> str:
    """The whole test database, as pg_dump writes it."""
    tool = binaries.postgres_tree(addresses.places(site.VAR_DIR)) / "bin" / "pg_dump"
    done = subprocess.run(
        [tool, "--format=plain", "--inserts"],
        env=os.environ | pg._connection(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def ciphertexts() -> dict[int, str]:
    """The sealed originals by the number of their contribution."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT contribution_id, encode(text, 'hex') FROM contributions_original")
        return dict(cursor.fetchall())


@pytest.mark.django_db(transaction=True)
def test_a_dump_holds_no_word_before_and_after_resealing_and_nothing_at_all_after_erasure(
    planted, person, lead, settings
):
    published, held = planted
    first = dump()
    assert found_in(first) == set()
    under_the_first_key = ciphertexts()
    assert all(sealed in first for sealed in under_the_first_key.values())

    settings.SEALING_KEYS = ["another-key-of-the-tests-0123456789-0123456789", *settings.SEALING_KEYS]
    reseal_everything()
    second = dump()
    assert found_in(second) == set()
    assert not any(sealed in second for sealed in under_the_first_key.values())
    settings.SEALING_KEYS = settings.SEALING_KEYS[:1]
    assert Original.objects.get(pk=published.pk).text.startswith(ORIGINAL)

    sealed_last = ciphertexts()
    now = timezone.now()
    admin = person("administrator")
    for contribution in (published, held):
        actions.erase_on_request(contribution=contribution, ground="author", by=admin, at=now)
    assert sealed_last[held.pk] in dump()  # a lead has not released it
    actions.release(contribution=held, why="The team has it", by=lead, at=now)
    last = dump()
    assert found_in(last) == set()
    assert not any(sealed_last[pk] in last for pk in (published.pk, held.pk))
    assert "quillwort" not in last
    assert f"contributions_contribution VALUES ({published.pk}, " in last
