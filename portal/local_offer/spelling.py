"""Words that were meant, among our own: no dictionary knows SENDIASS, and none knows our services. No framework."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

SHORTEST = 4  # letters; below that nearly everything is one letter from something else
ALIKE = 75  # of 100, from which a title counts as being about the words


def nearest(word: str, vocabulary: Sequence[str]) -> str | None:
    """The word of the vocabulary that this one was meant to be; the earlier of two that are as near.

    One letter wrong, missing, too many or swapped with the next; two in a word of eight letters or more. A shorter
    word begins with the letter it was meant to begin with: hitting is not sitting.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    slips = 2 if len(word) >= 8 else 1
    if slips == 1:
        vocabulary = [ours for ours in vocabulary if ours[:1] == word[0].lower()]
    found = process.extractOne(word.lower(), vocabulary, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else None


def most_alike(said: Sequence[str], titles: Sequence[str]) -> int | None:
    """Where in the titles the one stands that shares most words with anything said; None where none comes near."""
    scored = [
        found
        for words in said
        if (found := process.extractOne(words.lower(), titles, scorer=_alike, score_cutoff=ALIKE))
    ]
    return max(scored, key=lambda found: found[1])[2] if scored else None


def _alike(one: str, other: str, **options) -> float:
    return fuzz.token_set_ratio(one, other, processor=utils.default_process, **options)
