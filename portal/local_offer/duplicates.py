"""Whether two listings may be the same service under two names. Arithmetic only: no framework."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

LIKELY = 85  # from here on a person is asked
NAME, PROVIDER, POSTCODE = 0.6, 0.25, 0.15  # how much each says
NOT_SAID = 60  # a provider or a postcode that one of them leaves out speaks neither for nor against
SIGNS = re.compile(r"[^a-z0-9 ]+")
NO_DIFFERENCE = re.compile(r"\b(the|a|ltd|limited|cic|service|services|group|team|school)\b")


@dataclass(frozen=True, slots=True)
class Known:
    """A listing as far as it tells which one it is."""

    name: str
    provider: str = ""
    postcode: str = ""


def likeness(one: Known, other: Known) -> float:
    """0 to 100, of the likeness of names (the order of words does not matter), of providers, and of postcodes."""
    return (
        NAME * fuzz.token_sort_ratio(_bare(one.name), _bare(other.name))
        + PROVIDER * _alike(_bare(one.provider), _bare(other.provider))
        + POSTCODE * _near(one.postcode, other.postcode)
    )


def most_alike(one: Known, others: Sequence[tuple[int, Known]]) -> int | None:
    """The key of the listing that may be this one, or None where no one is likely to be."""
    scored = [(likeness(one, other), -key, key) for key, other in others if _worth_a_look(one, other)]
    best = max(scored, default=None)
    return best[2] if best and best[0] >= LIKELY else None


def _worth_a_look(one: Known, other: Known) -> bool:
    """Quickly: names less alike than this cannot reach `LIKELY`, whatever the rest says."""
    needed = (LIKELY - 100 * (PROVIDER + POSTCODE)) / NAME
    return fuzz.token_sort_ratio(_bare(one.name), _bare(other.name), score_cutoff=needed) > 0


def _bare(text: str) -> str:
    words = SIGNS.sub(" ", text.casefold().replace("&", " and "))
    return " ".join(NO_DIFFERENCE.sub(" ", words).split()) or words


def _alike(one: str, other: str) -> float:
    return fuzz.token_set_ratio(one, other) if one and other else NOT_SAID


def _near(one: str, other: str) -> float:
    if not (one and other):
        return NOT_SAID
    if one == other:
        return 100
    return NOT_SAID if one.split()[0] == other.split()[0] else 0
