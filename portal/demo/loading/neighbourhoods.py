"""The parts of the borough, and what some authors of the demonstration tell about themselves: invented."""

from itertools import cycle

from feedback.contributions.models import AboutMe, Contribution, Neighbourhood

KINGSTON = ("Kingston Town", "Maldens and Coombe", "South of the Borough", "Surbiton")
TOLD = (  # neighbourhood, age band, main need; a band that is not told is empty
    (0, "5 to 10", "SLCN"),
    (3, "11 to 15", "ASD"),
    (None, "", ""),
    (1, "5 to 10", ""),
    (3, "", "SEMH"),
    (None, "16 to 19", "ASD"),
)


def load_neighbourhoods() -> list[Neighbourhood]:
    """Kingston's four neighbourhoods, in the order of the alphabet."""
    return Neighbourhood.objects.bulk_create(
        Neighbourhood(name=name, position=position) for position, name in enumerate(KINGSTON)
    )


def load_bands():
    """What authors tell about themselves, contribution by contribution: some everything, some nothing."""
    neighbourhoods = list(Neighbourhood.objects.order_by("position", "id"))
    for contribution, (place, age_band, need) in zip(
        Contribution.objects.filter(aboutme__isnull=True).order_by("id"), cycle(TOLD), strict=False
    ):
        if (place, age_band, need) != (None, "", ""):
            AboutMe.objects.create(
                contribution=contribution,
                neighbourhood=None if place is None else neighbourhoods[place],
                age_band=age_band,
                need=need,
            )
