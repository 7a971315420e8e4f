"""What must be set before families are asked to write: whom they can call instead."""

from django.conf import settings
from django.core.checks import Warning, register

# setting, name in the environment, what the form shows with it
NUMBERS = (
    ("SAFEGUARDING_PHONE", "PORTAL_SAFEGUARDING_PHONE", "whom to call about a child who may be at risk"),
    ("SENDIASS_CONTACT", "PORTAL_SENDIASS", "where to find help with one child's own case"),
)


@register
def help_numbers_are_set(app_configs, **kwargs):
    return [
        Warning(
            f"{name} is empty: the feedback form cannot show {meaning}.",
            hint=f"Set {environment}.",
            id=f"contributions.W{number:03}",
        )
        for number, (name, environment, meaning) in enumerate(NUMBERS, start=1)
        if not getattr(settings, name)
    ]
