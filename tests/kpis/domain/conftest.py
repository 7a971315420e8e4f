"""Arithmetic is tested by cases and by properties; a busy machine must not fail a property by its clock."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
