"""How hard a text is to read: the Flesch-Kincaid grade, as guidance for the editor and never a block."""

import functools
import re

import pyphen

PLAIN = 8  # the grade up to which most adults read with ease
SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)|\n+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


@functools.cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")


def reading_grade(text: str) -> float | None:
    """The American school grade of Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    None below 30 words: too few to say anything.
    """
    words = WORD.findall(text)
    if len(words) < 30:
        return None
    sentences = max(1, sum(bool(WORD.search(part)) for part in SENTENCE_END.split(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@functools.lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Where the word may be divided, and one: close enough, and the same on every machine."""
    return len(_hyphens().positions(word.lower())) + 1


def in_words(grade: float | None) -> str:
    """What the grade means to an editor; plain English for the public is about grade `PLAIN` or lower."""
    if grade is None:
        return "Too short to say how hard it is to read."
    if grade <= PLAIN:
        return f"Reading grade {grade:.0f}: most people can read this."
    if grade <= 11:
        return f"Reading grade {grade:.0f}: shorter sentences would help."
    return f"Reading grade {grade:.0f}: hard to read. Use shorter sentences and everyday words."
