"""The words the Local Offer sorts by: needs, categories and areas."""

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models

YOUNGEST, OLDEST = 0, 25  # the ages the duties cover


def ages_in_words(youngest: int, oldest: int) -> str:
    """`Ages 0 to 7`, `Age 16`, `All ages from birth to 25`."""
    if (youngest, oldest) == (YOUNGEST, OLDEST):
        return f"All ages from birth to {OLDEST}"
    return f"Age {youngest}" if youngest == oldest else f"Ages {youngest} to {oldest}"


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


class CostKind(models.TextChoices):
    FREE = "free", "Free"
    PAID = "paid", "Costs money"
    MIXED = "mixed", "Free for some, or in part"


class Day(models.TextChoices):
    MON = "mon", "Monday"
    TUE = "tue", "Tuesday"
    WED = "wed", "Wednesday"
    THU = "thu", "Thursday"
    FRI = "fri", "Friday"
    SAT = "sat", "Saturday"
    SUN = "sun", "Sunday"


class Access(models.TextChoices):
    """What makes a place or a service usable."""

    STEP_FREE = "step_free", "Step-free"
    TOILET = "toilet", "Accessible toilet"
    CHANGING_PLACE = "changing_place", "Changing Places toilet"
    PARKING = "parking", "Blue Badge parking"
    QUIET = "quiet", "Quiet room or quiet hours"
    HEARING_LOOP = "hearing_loop", "Hearing loop"
    SIGNING = "signing", "Signing"
    HOME_VISITS = "home_visits", "Comes to your home"
    ONLINE = "online", "Online or by phone"


class ChoicesField(ArrayField):
    """Several of a list of choices, ticked as checkboxes and kept as an array."""

    def formfield(self, **kwargs):
        options = {
            "form_class": forms.MultipleChoiceField,
            "choices": self.base_field.choices,
            "widget": forms.CheckboxSelectMultiple,
        }
        return super(ArrayField, self).formfield(**{**options, **kwargs})
