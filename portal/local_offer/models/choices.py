"""The words the Local Offer sorts by: needs, categories and areas."""

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models

YOUNGEST, OLDEST = 0, 25  # the ages the duties cover


class PageKind(models.TextChoices):
    SECTION = "section", "Section"
    GUIDANCE = "guidance", "Guidance"
    SERVICE = "service", "Service"


class Need(models.TextChoices):
    """Primary needs under the codes of the school census, in the words families use."""

    ASD = "ASD", "Autism"
    SLCN = "SLCN", "Speech, language and communication"
    SEMH = "SEMH", "Social, emotional and mental health"
    MLD = "MLD", "Moderate learning difficulty"
    SLD = "SLD", "Severe learning difficulty"
    PMLD = "PMLD", "Profound and multiple learning difficulty"
    SPLD = "SPLD", "Specific learning difficulty, such as dyslexia"
    HI = "HI", "Hearing"
    VI = "VI", "Sight"
    MSI = "MSI", "Hearing and sight together"
    PD = "PD", "Physical disability"
    OTH = "OTH", "Another need"


class Category(models.TextChoices):
    """What kind of help a service is."""

    SCHOOL_PLACE = "school_place", "School or college place"
    SCHOOL_SUPPORT = "school_support", "Help in school or nursery"
    EARLY_YEARS = "early_years", "Early years and childcare"
    HEALTH = "health", "Health and therapy"
    SHORT_BREAKS = "short_breaks", "Short breaks"
    ACTIVITIES = "activities", "Clubs and things to do"
    TRAVEL = "travel", "Travel"
    ADVICE = "advice", "Advice and support for families"
    ADULTHOOD = "adulthood", "Preparing for adulthood"


class Area(models.TextChoices):
    """Where a service is, seen from here; which places count as local is said on the home page."""

    LOCAL = "local", "In our local area"
    OUTSIDE = "outside", "Outside our local area"


class ChoicesField(ArrayField):
    """Several of a list of choices, ticked as checkboxes and kept as an array."""

    def formfield(self, **kwargs):
        options = {
            "form_class": forms.MultipleChoiceField,
            "choices": self.base_field.choices,
            "widget": forms.CheckboxSelectMultiple,
        }
        return super(ArrayField, self).formfield(**{**options, **kwargs})
