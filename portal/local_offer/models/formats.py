"""The same page in another form: EasyRead, another language, signed, spoken, in large print."""

from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


def named(language: str) -> str:
    """A language by its code, in English and in itself; "" for a code that nobody knows."""
    info = LANG_INFO.get(language.lower(), {})
    return f"{info.get('name', '')} {info.get('name_local', '')}".strip()


class AlternativeFormat(Orderable):
    """A document or an address that says what a page says, and which version of the page it was made from."""

    class Kind(models.TextChoices):
        EASYREAD = "easyread", "EasyRead"
        TRANSLATION = "translation", "Translation"
        BSL = "bsl", "British Sign Language"
        AUDIO = "audio", "Audio"
        PRINT = "print", "Large print"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="alternative_formats")
    kind = models.CharField(max_length=12, choices=Kind)
    language = models.CharField(
        max_length=10, blank=True, help_text="The language's code, such as pl or ur; for translations."
    )
    title = models.CharField(max_length=200, help_text="In the language or form itself.")
    document = models.ForeignKey(
        "wagtaildocs.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    address = models.URLField(blank=True)
    made_from = models.DateField(
        "made from the page as of", help_text="A page published later has moved on; the link says so."
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldPanel("title"),
        FieldPanel("document"),
        FieldPanel("address"),
        FieldPanel("made_from"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["easyread", "translation", "bsl", "audio", "print"]),
                name="alternative_format_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(kind="translation") & ~Q(language="") | ~Q(kind="translation"),
                name="alternative_format_translation_names_language",
                violation_error_message="Say which language it is translated into.",
            ),
        ]

    def clean(self):
        super().clean()
        if bool(self.document) == bool(self.address):
            raise ValidationError("Give either a document or an address.")

    @property
    def words(self) -> str:
        """What somebody types who looks for it: EasyRead, Polish, Polski, and its title in the language itself."""
        return f"{self.get_kind_display()} {named(self.language)} {self.title}"

    @property
    def link(self) -> str:
        return self.document.url if self.document else self.address
