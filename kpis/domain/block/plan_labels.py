"""The DSG management plan's own labels, letter by letter, so that its tables can be copied across."""

from enum import StrEnum


class PlacementCategory(StrEnum):
    """Where a child or young person with a plan is placed: the only seven categories that compare over time."""

    MAINSTREAM = "Mainstream schools or academies"
    RESOURCED = "Resourced provision or SEN Units"
    SPECIAL = "Maintained special schools or special academies"
    INDEPENDENT = "Non-maintained special schools or independent"
    HOSPITAL = "Hospital schools or alternative provision"
    POST_16 = "Post 16 and further education"
    OTHER = "Other placements or direct payments"


class AgeBand(StrEnum):
    UNDER_5 = "Under 5"
    AGE_5_TO_10 = "5 to 10"
    AGE_11_TO_15 = "11 to 15"
    AGE_16_TO_19 = "16 to 19"
    AGE_20_TO_25 = "20 to 25"


class PrimaryNeed(StrEnum):
    ASD = "ASD"
    HI = "HI"
    MLD = "MLD"
    MSI = "MSI"
    PD = "PD"
    PMLD = "PMLD"
    SEMH = "SEMH"
    SLCN = "SLCN"
    SLD = "SLD"
    SPLD = "SPLD"
    VI = "VI"
    OTH = "OTH"
    NONE = "none recorded"
