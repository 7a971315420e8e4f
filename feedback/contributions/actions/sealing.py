"""Another key: everything that is sealed gets sealed again under the newest one, while the site runs."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import transaction
from django.db.models import BinaryField, ExpressionWrapper, F

from feedback.contributions.models.sealed import CannotOpen, SealedTextField, is_sealed_by_newest, reseal

A_CHUNK = 200  # rows held at once; a page that waits for one of them waits for milliseconds


@dataclass(frozen=True, slots=True)
class Unopened:
    """A row that no key of ours opens. It is left as it was."""

    table: str
    pk: object


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many rows had a seal, how many of them got a new one, and which could not be opened."""

    looked_at: int = 0
    changed: int = 0
    unopened: tuple[Unopened, ...] = ()

    def __add__(self, other: "Resealed") -> "Resealed":
        return Resealed(
            self.looked_at + other.looked_at, self.changed + other.changed, self.unopened + other.unopened
        )


def sealed_columns() -> Iterator[tuple[type, str]]:
    """Every model and field of the site that is sealed, found by its class: none has to be listed."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, SealedTextField):
                yield model, field.attname


def reseal_everything(*, chunk: int = A_CHUNK) -> Resealed:
    """Seal every sealed value under the newest key. Rows are changed chunk by chunk, each in its own transaction.

    Whatever stops it in between, nothing is lost and it can be run again: what is under the newest key
    already is left alone. A row that somebody holds is passed over at first and waited for at the end.
    """
    return sum((_reseal_column(model, name, chunk) for model, name in sealed_columns()), Resealed())


def _reseal_column(model, name: str, chunk: int) -> Resealed:
    done, passed_over, last = Resealed(), [], None
    while ids := _next_ids(model, name, last, chunk):
        seen, result = _reseal_rows(model, name, ids, skip_locked=True)
        passed_over += [pk for pk in ids if pk not in seen]
        done, last = done + result, ids[-1]
    for start in range(0, len(passed_over), chunk):
        done += _reseal_rows(model, name, passed_over[start : start + chunk], skip_locked=False)[1]
    return done


def _next_ids(model, name: str, last, chunk: int) -> list:
    rows = model._base_manager.filter(**{f"{name}__isnull": False})
    if last is not None:
        rows = rows.filter(pk__gt=last)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:chunk])


@transaction.atomic
def _reseal_rows(model, name: str, ids: list, *, skip_locked: bool) -> tuple[set, Resealed]:
    """The rows that could be held, with what became of them. Bytes in, bytes out: no words are kept."""
    rows = model._base_manager.filter(pk__in=ids, **{f"{name}__isnull": False})
    as_stored = ExpressionWrapper(F(name), output_field=BinaryField())
    held = rows.select_for_update(of=("self",), skip_locked=skip_locked).order_by("pk")
    found = list(held.values_list("pk", as_stored))
    changed, unopened = 0, []
    for pk, sealed in found:
        if is_sealed_by_newest(sealed):
            continue
        try:
            model._base_manager.filter(pk=pk).update(**{name: reseal(sealed)})
        except CannotOpen:
            unopened.append(Unopened(model._meta.db_table, pk))
        else:
            changed += 1
    return {pk for pk, _ in found}, Resealed(len(found), changed, tuple(unopened))
