"""What a contribution is about: any row of the site that one of our own pages offered, and nothing else.

A link carries `app.model:id` with our signature: without one, a reader could ask for the name of any
row by its number.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.urls import reverse
from django.utils.http import urlencode

from kpis.workstreams.models import Workstream

SIGNER = Signer(salt="feedback.contributions.about")


@dataclass(frozen=True, slots=True)
class About:
    """The row, and its title and address as they are now; all empty for nothing in particular."""

    type_id: int | None = None
    id: str = ""
    title: str = ""
    url: str = ""
    workstream_id: int | None = None

    @property
    def fields(self) -> dict:
        """The columns of a contribution that say what it is about."""
        return {
            "about_type_id": self.type_id,
            "about_id": self.id,
            "about_title": self.title,
            "about_url": self.url,
            "workstream_id": self.workstream_id,
        }


NOTHING_IN_PARTICULAR = About()


def about_of(row: Model) -> About:
    """A saved row as the subject of a contribution. Its title is its `str`, its address what it says it is."""
    return About(
        type_id=ContentType.objects.get_for_model(row).pk,
        id=str(row.pk),
        title=str(row)[:255] or row._meta.verbose_name,
        url=_address(row)[:500],
        workstream_id=row.pk if isinstance(row, Workstream) else None,
    )


def about_token(row: Model) -> str:
    return SIGNER.sign(f"{ContentType.objects.get_for_model(row).pk}:{row.pk}")


def about_from(token: str) -> About:
    """What a token of ours names; nothing in particular where it is none, or the row is gone or not public."""
    try:
        type_id, pk = SIGNER.unsign(token).split(":", 1)
        model = ContentType.objects.get_for_id(int(type_id)).model_class()
        row = model._default_manager.filter(pk=pk).first() if model else None
    except (BadSignature, ContentType.DoesNotExist, ValueError, ValidationError):
        return NOTHING_IN_PARTICULAR
    # A page taken off the site since the link was made is no longer talked about by name.
    return about_of(row) if row is not None and getattr(row, "live", True) else NOTHING_IN_PARTICULAR


def feedback_address(row: Model | None = None, kind: str = "") -> str:
    """The feedback form's address, about this row, with what it is about chosen already where a kind is given.

    About nothing in particular for an unsaved row or none.
    """
    chosen = {"about": about_token(row)} if row is not None and row.pk else {}
    chosen |= {"kind": kind} if kind else {}
    return f"{reverse('contributions:give')}{'?' if chosen else ''}{urlencode(chosen)}"


def _address(row: Model) -> str:
    """`get_absolute_url()` where there is one, else `url` as pages of the content system have it."""
    if hasattr(row, "get_absolute_url"):
        return row.get_absolute_url()
    return getattr(row, "url", "") or ""
