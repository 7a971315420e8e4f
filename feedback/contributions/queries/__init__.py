"""What pages read. Other rooms use the names below."""

from .about import About, about_of, feedback_address
from .answers import Answer, Waiting, open_counts, published_answers
from .reasons import reasons_are_complete, what_reasons_lack

__all__ = [
    "About",
    "Answer",
    "Waiting",
    "about_of",
    "feedback_address",
    "open_counts",
    "published_answers",
    "reasons_are_complete",
    "what_reasons_lack",
]
