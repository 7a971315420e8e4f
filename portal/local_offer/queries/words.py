"""Words: what they are looked for as, and which of ours was meant."""

from collections import Counter
from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Q

from portal.local_offer.asking import AROUND, words_of
from portal.local_offer.edition import kept_for_this_edition, remembered_for_this_edition
from portal.local_offer.models import CatalogueEntry, Category, Heading, Need, SynonymGroup
from portal.local_offer.models.catalogue import SEARCH_LANGUAGE
from portal.local_offer.spelling import SHORTEST, nearest

Term = tuple[str, ...]  # what is looked for: any of these phrases
MOST_TERMS = 12


class Synonyms:
    """The groups that editors keep, ready to be found in a search."""

    def __init__(self, groups: Iterable[list[str]]):
        self.groups = {_key(words_of(phrase)): tuple(group) for group in groups for phrase in group}
        self.longest = max((len(key) for key in self.groups), default=0)

    def terms(self, words: list[str]) -> list[Term]:
        """What a page must hold: in place of a phrase that has synonyms, it or any of them.

        Words such as `help` or `for` are left out, unless there are no others.
        """
        terms, at = [], 0
        while at < len(words) and len(terms) < MOST_TERMS:
            group, length = self._longest_phrase(words[at : at + self.longest])
            if group:
                terms.append(group)
            elif words[at] not in AROUND:
                terms.append((words[at],))
            at += length
        return terms or [(word,) for word in words[:MOST_TERMS]]

    def _longest_phrase(self, words: list[str]) -> tuple[Term | None, int]:
        """The group of the longest phrase that these words begin with, and how many words that is."""
        for length in range(len(words), 0, -1):
            group = self.groups.get(_key(words[:length]))
            if group:
                return group, length
        return None, 1

    @property
    def known(self) -> set[str]:
        """Every single word of theirs, in lower case."""
        return {word for group in self.groups.values() for phrase in group for word in words_of(phrase)}


def _key(phrase: list[str]) -> Term:
    """A phrase whatever its number: `short break` is `short breaks`."""
    return tuple(word.removesuffix("s") for word in phrase)


def synonyms() -> Synonyms:
    return remembered_for_this_edition("synonyms", _synonyms)


def _synonyms() -> Synonyms:
    return Synonyms(SynonymGroup.objects.order_by("pk").values_list("words", flat=True))


def all_of(terms: list[Term]) -> SearchQuery:
    return reduce(and_, map(_any_phrase, terms))


def any_of(terms: list[Term]) -> SearchQuery:
    return reduce(or_, map(_any_phrase, terms))


def _any_phrase(term: Term) -> SearchQuery:
    phrases = (SearchQuery(phrase, config=SEARCH_LANGUAGE, search_type="phrase") for phrase in term)
    return reduce(or_, phrases)


def corrected(looked_for: list[str]) -> dict[str, str]:
    """For each word that no page has: the word of ours that it was meant to be, where there is one."""
    doubtful = [word for word in dict.fromkeys(looked_for) if len(word) >= SHORTEST and word not in AROUND][
        :MOST_TERMS
    ]
    if not doubtful:
        return {}
    found = CatalogueEntry.objects.aggregate(
        **{f"word_{n}": Count("pk", filter=Q(vector=all_of([(word,)]))) for n, word in enumerate(doubtful)}
    )
    unknown = [word for n, word in enumerate(doubtful) if not found[f"word_{n}"]]
    meant = {word: nearest(word, vocabulary()) for word in unknown}
    return {word: ours for word, ours in meant.items() if ours and ours != word}


def vocabulary() -> list[str]:
    """The words of our pages' names and summaries, of the needs and of the synonyms; the most used first."""
    return kept_for_this_edition("vocabulary", _vocabulary)


def _vocabulary() -> list[str]:
    texts = [
        *CatalogueEntry.objects.order_by("page_id").values_list("title", flat=True),
        *CatalogueEntry.objects.order_by("page_id").values_list("summary", flat=True),
        *CatalogueEntry.objects.order_by("provider").values_list("provider", flat=True).distinct(),
        *(phrase for group in SynonymGroup.objects.values_list("words", flat=True) for phrase in group),
        *Heading.objects.order_by("pk").values_list("title", flat=True),
        *Need.labels,
        *Category.labels,
    ]
    used = Counter(word for text in texts for word in words_of(text) if len(word) >= SHORTEST)
    return [word for word, _ in used.most_common()]
