"""The columns and row labels of the EHC plans release, by the seven placement categories and the needs."""

from kpis.domain.block import PlacementCategory as Category
from kpis.domain.block import PrimaryNeed as Need

_KINDS = ("la_maintained", "academy", "free_school")

CATEGORY_COLUMNS: dict[Category, tuple[str, ...]] = {
    Category.MAINSTREAM: tuple(f"mainstream_{kind}" for kind in _KINDS),
    Category.RESOURCED: tuple(
        f"mainstream_{kind}_{unit}" for kind in _KINDS for unit in ("resourced_provision", "senunit")
    ),
    Category.SPECIAL: ("special_la_maintained", "special_academy_free"),
    Category.INDEPENDENT: ("special_independent", "special_non_maintained", "mainstream_independent"),
    Category.HOSPITAL: ("ap_pru_academy", "ap_pru_free_school", "ap_pru_la_maintained"),
    Category.POST_16: ("general_fe_tertiary_colleges", "specialist_post_16_institutions", "ukrlp_provider"),
    Category.OTHER: (
        "elective_home_education",
        "other_arrangements_la",
        "other_arrangements_parents",
        "online_provider",
        "w_settings",
        "other_schools",
        "other_placement_settings",
        "neet",
        "neet_ntci",
        "neet_other",
        "neet_other_csa",
        "nm_early_years",
        "placement_unknown",
        "await_prov_2022",
        "perm_ex_2022",
    ),
}

_PLACE_AND_TIME = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name")
_PLACE_AND_TIME += ("region_code", "region_name", "new_la_code", "old_la_code", "la_name")
KNOWN_COLUMNS = frozenset(
    {*_PLACE_AND_TIME, "breakdown_topic", "breakdown", "ehcplans", "ed_elsewhere", "ed_elsewhere_pc"}
    | {"nm_early_years_pc", "placement_unknown_pc", "AP_PRU_total_pc"}
    | {
        f"{group}_total{share}"
        for group in ("mainstream", "special", "ap_pru", "fe")
        for share in ("", "_pc")
    }
    | {column for columns in CATEGORY_COLUMNS.values() for column in columns}
)

_MAINSTREAM = ("LA maintained", "academy", "free school")
PLACEMENT_ROWS: dict[str, Category] = {
    **{f"Mainstream - {kind}": Category.MAINSTREAM for kind in _MAINSTREAM},
    **{f"Mainstream - {kind} (resourced provision)": Category.RESOURCED for kind in _MAINSTREAM},
    **{f"Mainstream - {kind} (SEN unit)": Category.RESOURCED for kind in _MAINSTREAM},
    "Special - LA maintained": Category.SPECIAL,
    "Special - Academy/free schools": Category.SPECIAL,
    "Special - independent": Category.INDEPENDENT,
    "Special - non-maintained": Category.INDEPENDENT,
    "Mainstream - independent": Category.INDEPENDENT,
    "AP/PRU - academy": Category.HOSPITAL,
    "AP/PRU - free school": Category.HOSPITAL,
    "AP/PRU - LA maintained": Category.HOSPITAL,
    "FE - general FE and tertiary colleges": Category.POST_16,
    "FE - specialist post-16 institutions": Category.POST_16,
    "FE - UKRLP provider": Category.POST_16,
    **{
        f"Educated elsewhere - {label}": Category.OTHER
        for label in (
            "elective home education",
            "other arrangements by LA",
            "other arrangements by parents",
            "online provider",
            "Welsh establishment",
            "other schools and establishments",
            "other placement settings",
            "NEET",
            "not in education or training (notice to cease issued)",
            "not in education or training (other)",
            "not in education or training (compulsory school age)",
        )
    },
    "Non-maintained early years": Category.OTHER,
    "Placement not recorded": Category.OTHER,
}
NOT_PLACEMENTS = frozenset(
    f"{group} - total" for group in ("Mainstream", "Special", "AP/PRU", "FE", "Educated elsewhere")
)

NEED_COLUMNS: dict[Need, str] = {
    need: f"number_{'need_unknown' if need is Need.NONE else need.value.lower()}" for need in Need
}
