"""How a form is drawn: label, hint, error and field in one group, tied together for a screen reader."""

from pathlib import Path

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property

DJANGO_FORMS_TEMPLATES = Path(forms.__file__).parent / "templates"


class Renderer(DjangoTemplates):
    """Draws `{{ form }}` and `{{ field.as_field_group }}` with the templates of `design/forms/`.

    Single widgets keep Django's templates, so that the editors' screens of Wagtail, which bring
    their own groups, stay as their makers drew them.
    """

    form_template_name = "design/forms/form.html"
    formset_template_name = "design/forms/formset.html"
    field_template_name = "design/forms/field.html"

    @cached_property
    def engine(self):
        """Django's widget templates, our folders, and the `design` tags in both."""
        return self.backend(
            {
                "APP_DIRS": True,
                "DIRS": [DJANGO_FORMS_TEMPLATES],
                "NAME": "forms",
                "OPTIONS": {"builtins": ["portal.design.templatetags.design"]},
            }
        )
