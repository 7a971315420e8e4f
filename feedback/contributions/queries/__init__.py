"""What pages read. Other rooms use the names below."""

from .about import About, about_of, feedback_address
from .answers import Answer, Waiting, open_counts, published_answers

__all__ = [
    "About",
    "Answer",
    "Waiting",
    "about_of",
    "feedback_address",
    "open_counts",
    "published_answers",
]
