"""What of a search may be remembered: its terms, and nothing about who asked. No framework."""

import functools
import re
from collections.abc import Collection
from pathlib import Path

from portal.local_offer.asking import AROUND, WORD

NAMES = Path(__file__).resolve().parent / "data" / "names.txt"
# What follows is a name, whatever it looks like.
INTRODUCE = {"called", "named", "name's", "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "sir"}
MOST_WORDS = 5  # beyond that it is a story, and a story may be somebody's
LONGEST_WORD = 30
ADDRESS = re.compile(r"\S*[@/]\S*")


@functools.cache
def names() -> frozenset[str]:
    """First names and family names common in Britain, in lower case, without those that are everyday words."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def term_of(words: str, known: Collection[str]) -> str:
    """The words to remember, in lower case; "" where none is left.

    Left out: what holds a digit or a sign (numbers, postcodes, addresses), names, capitals in the middle, and
    what stands after `called` or `Mr`. Words we know ourselves (`known`, lower case) are never names. Of a
    long search only those are kept.
    """
    found = WORD.findall(ADDRESS.sub(" ", words))
    kept = [
        word.lower()
        for before, word in zip(["", *found], found, strict=False)
        if word.lower() not in AROUND and _may_be_kept(before, word, known, shouted=words.isupper())
    ]
    if len(kept) > MOST_WORDS:
        kept = [word for word in kept if word in known][:MOST_WORDS]
    return " ".join(kept)


def _may_be_kept(before: str, word: str, known: Collection[str], *, shouted: bool) -> bool:
    plain = word.lower()
    if plain in known:
        return True
    if plain in INTRODUCE or before.lower() in INTRODUCE:
        return False
    if len(word) > LONGEST_WORD or not word.replace("'", "").replace("’", "").isalpha():
        return False
    own = plain.removesuffix("'s").removesuffix("’s")
    capital_inside = before and word[0].isupper() and not word.isupper()
    return own not in names() and (shouted or not capital_inside)
