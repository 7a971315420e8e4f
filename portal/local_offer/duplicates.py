"""Whether two listings may be the same service under two names. Arithmetic only: no framework."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

LIKELY = 85  # from here on a person is asked
IN_ONE_LIST = 93  # who wrote both may have meant both, so only what is nearly the same is asked about
NAME, PROVIDER, POSTCODE = 0.6, 0.25, 0.15  # how much each says
NOT_SAID = 60  # a provider or a postcode that one of them leaves out speaks neither for nor against
SIGNS = re.compile(r"[^a-z0-9 ]+")
NO_DIFFERENCE = re.compile(r"\b(the|a|ltd|limited|cic|service|services|group|team|school)\b")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Known:
    """A listing as far as it tells which one it is."""

    name: str
    provider: str = ""
    postcode: str = ""

    @property
    def numbers(self) -> list[str]:
        """`Group 1` and `Group 2` are nearly the same word for word, and not the same."""
        return NUMBER.findall(self.name)


def likeness(one: Known, other: Known) -> float:
    """0 to 100, of the likeness of names (the order of words does not matter), of providers, and of postcodes."""
    return (
        NAME * fuzz.ratio(_in_order(one.name), _in_order(other.name))
        + PROVIDER * _alike(_bare(one.provider), _bare(other.provider))
        + POSTCODE * _near(one.postcode, other.postcode)
    )


class Lookout:
    """Listings that another one may be, ready to be compared with by the thousand."""

    def __init__(self, known: Sequence[Known]):
        self.known = known
        self.names = [_in_order(one.name) for one in known]

    def alike(self, one: Known, *, likely: float = LIKELY) -> list[int]:
        """Where those stand that may be this one, the likeliest first."""
        needed = (
            likely - 100 * (PROVIDER + POSTCODE)
        ) / NAME  # below it nothing else can make up for the name
        near = process.extract(
            _in_order(one.name), self.names, scorer=fuzz.ratio, score_cutoff=needed, limit=None
        )
        scored = sorted((-likeness(one, self.known[at]), at) for *_, at in near)
        return [at for score, at in scored if -score >= likely]


def _bare(text: str) -> str:
    words = SIGNS.sub(" ", text.casefold().replace("&", " and "))
    return " ".join(NO_DIFFERENCE.sub(" ", words).split()) or words


def _in_order(name: str) -> str:
    return " ".join(sorted(_bare(name).split()))


def _alike(one: str, other: str) -> float:
    return fuzz.token_set_ratio(one, other) if one and other else NOT_SAID


def _near(one: str, other: str) -> float:
    if not (one and other):
        return NOT_SAID
    if one == other:
        return 100
    return NOT_SAID if one.split()[0] == other.split()[0] else 0
