"""Sealed at rest, and sealed again under another key without losing a word."""

import base64
from importlib import import_module

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from feedback.contributions.actions import sealing
from feedback.contributions.models import (
    Addition,
    Contact,
    Original,
    OutcomeAnswer,
    PublicVersion,
    SafeguardingReferral,
)
from feedback.contributions.models.about_the_author import address_hmac
from feedback.contributions.models.sealed import CannotOpen
from tests.feedback.contributions.conftest import MONDAY, PLANTED

FIRST, SECOND, UNKNOWN = (f"{word}-key-of-the-tests-{'0123456789' * 3}" for word in ("a", "b", "c"))
ADDRESS = "wobble@thwaite.example"


@pytest.fixture
def keys(settings):
    """Work under these keys, newest first: `keys(SECOND, FIRST)`."""

    def use(*named):
        settings.SEALING_KEYS = list(named)

    use(FIRST)
    return use


@pytest.fixture
def everything(keys, receive, moderator, lead):
    """One row in every sealed column."""
    contribution = receive(text=f"{PLANTED} waits.")
    Addition.objects.create(contribution=contribution, text=f"More of {PLANTED}.", added_at=MONDAY)
    Contact.objects.create(contribution=contribution, address=ADDRESS, address_hmac=address_hmac(ADDRESS))
    PublicVersion.objects.create(
        contribution=contribution,
        number=1,
        text=f"Draft of {PLANTED}.",
        edited_by=moderator,
        edited_at=MONDAY,
    )
    OutcomeAnswer.objects.create(
        contribution=contribution, difference="no", text=f"Nothing for {PLANTED}.", told_at=MONDAY
    )
    SafeguardingReferral.objects.create(
        contribution=contribution,
        handed_to="Single point of access",
        note=f"{PLANTED} is known.",
        recorded_by=lead,
        recorded_at=MONDAY,
    )
    return contribution


def words_of(contribution) -> list[str]:
    return [
        Original.objects.get(contribution=contribution).text,
        Addition.objects.get(contribution=contribution).text,
        Contact.objects.get(contribution=contribution).address,
        PublicVersion.objects.get(contribution=contribution).text,
        OutcomeAnswer.objects.get(contribution=contribution).text,
        SafeguardingReferral.objects.get(contribution=contribution).note,
    ]


WORDS = [
    f"{PLANTED} waits.",
    f"More of {PLANTED}.",
    ADDRESS,
    f"Draft of {PLANTED}.",
    f"Nothing for {PLANTED}.",
    f"{PLANTED} is known.",
]


def stored_bytes() -> bytes:
    """Every sealed value as it stands in the database; an earlier database has not all of the tables."""
    found, tables = [], set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model, name in sealing.sealed_columns():
            if model._meta.db_table not in tables:
                continue
            column = model._meta.get_field(name).column
            cursor.execute(f'SELECT "{column}" FROM "{model._meta.db_table}"')  # noqa: S608 - our own names
            found += [bytes(value) for (value,) in cursor.fetchall() if value is not None]
    return b"\n".join(found)


def reseal() -> str:
    from io import StringIO

    out = StringIO()
    call_command("reseal", stdout=out)
    return out.getvalue()


def test_every_sealed_column_is_found():
    found = {f"{model.__name__}.{name}" for model, name in sealing.sealed_columns()}
    assert found >= {
        "Original.text",
        "Addition.text",
        "Contact.address",
        "EarlierAddress.address",
        "PublicVersion.text",
        "OutcomeAnswer.text",
        "SafeguardingReferral.note",
    }


def test_the_database_holds_no_plain_words(everything):
    stored = stored_bytes()
    assert words_of(everything) == WORDS
    for word in (PLANTED, ADDRESS):
        assert word.encode() not in stored
        assert base64.urlsafe_b64encode(word.encode()).rstrip(b"=") not in stored


def test_a_new_key_opens_all_and_the_old_one_can_be_dropped(everything, keys):
    before = stored_bytes()
    keys(SECOND, FIRST)
    assert words_of(everything) == WORDS
    assert "6 of 6 sealed rows were given the newest key" in reseal()
    assert stored_bytes() != before
    keys(SECOND)
    assert words_of(everything) == WORDS
    keys(FIRST)
    with pytest.raises(CannotOpen):
        words_of(everything)


def test_the_second_time_nothing_is_left_to_do(everything, keys):
    keys(SECOND, FIRST)
    reseal()
    after = stored_bytes()
    assert "0 of 6 sealed rows" in reseal()
    assert stored_bytes() == after


def test_an_interrupted_run_is_finished_by_the_next(receive, keys, monkeypatch):
    contributions = [receive(text=f"{PLANTED} {number}.") for number in range(5)]
    keys(SECOND, FIRST)
    rows = iter([sealing._reseal_rows] * 2)
    with monkeypatch.context() as interrupted:
        interrupted.setattr(sealing, "_reseal_rows", lambda *a, **k: next(rows)(*a, **k))
        with pytest.raises(StopIteration):
            sealing._reseal_column(Original, "text", 2)
    assert sealing.reseal_everything(chunk=2) == sealing.Resealed(looked_at=5, changed=1)
    keys(SECOND)
    assert [c.original.text for c in contributions] == [f"{PLANTED} {number}." for number in range(5)]


def test_a_row_that_no_key_opens_is_named_and_left_as_it_was(receive, keys):
    keys(UNKNOWN)
    lost = receive(text="Sealed under a key that nobody kept.")
    keys(FIRST)
    kept = receive()
    keys(SECOND, FIRST)
    with pytest.raises(CommandError, match=f"contributions_original, id {lost.pk}\n"):
        reseal()
    keys(SECOND)
    assert Original.objects.get(contribution=kept).text.startswith("The waiting list")
    keys(UNKNOWN)
    assert Original.objects.get(contribution=lost).text == "Sealed under a key that nobody kept."


@pytest.mark.django_db(transaction=True)
def test_a_row_that_somebody_holds_is_waited_for(receive, keys):
    """A page holds one row while the others are done; when it lets go, its row is done too."""
    import threading

    from django.db import transaction

    held, free = receive(text="Held."), receive(text="Free.")
    keys(SECOND, FIRST)
    results = []

    def run():
        try:
            results.append(sealing.reseal_everything())
        finally:
            connection.close()

    with transaction.atomic():
        Original.objects.select_for_update().get(pk=held.pk)
        worker = threading.Thread(target=run)
        worker.start()
        worker.join(timeout=1)
        assert worker.is_alive()
        keys(SECOND)
        assert Original.objects.get(pk=free.pk).text == "Free."
        keys(SECOND, FIRST)
    worker.join(timeout=20)
    assert results == [sealing.Resealed(looked_at=2, changed=2)]
    keys(SECOND)
    assert Original.objects.get(pk=held.pk).text == "Held."


# ---- the migration that sealed what was there ----


def migrate_to(name):
    executor = MigrationExecutor(connection)
    executor.migrate([("contributions", name)])
    return executor.loader.project_state([("contributions", name)]).apps


def test_the_migration_seals_what_was_there_and_opens_it_on_the_way_back(everything):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    seal_texts = import_module("feedback.contributions.migrations.0004_seal_texts")
    plain = migrate_to(seal_texts.Migration.dependencies[0][1])
    sealed_before = {("Original", "text"): WORDS[0], ("PublicVersion", "text"): WORDS[3]}
    sealed_before[("SafeguardingReferral", "note")] = WORDS[5]
    for (model, name), words in sealed_before.items():
        assert plain.get_model("contributions", model).objects.values_list(name, flat=True).get() == words
    migrate_to("0004_seal_texts")
    assert PLANTED.encode() not in stored_bytes()
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("contributions")[0][1]
    migrate_to(latest)
    assert Original.objects.get(contribution=everything).text == WORDS[0]
    assert PublicVersion.objects.get(contribution=everything).text == WORDS[3]
    assert SafeguardingReferral.objects.get(contribution=everything).note == WORDS[5]
