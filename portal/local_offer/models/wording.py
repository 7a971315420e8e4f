"""The wording of pages on places outside the area: families' forum approves it, word for word."""

from hashlib import sha256

from django.conf import settings
from django.db import models


class WordingApproval(models.Model):
    """The forum approved these words of a page. Rows are added, never changed: other words need another row."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="wording_approvals")
    fingerprint = models.CharField(max_length=64)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "fingerprint"], name="wording_approved_once"),
        ]


def fingerprint(texts: list[str]) -> str:
    """The same for the same words, whatever their markup and spaces."""
    return sha256("\n".join(" ".join(text.split()) for text in texts).encode()).hexdigest()
