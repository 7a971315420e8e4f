"""What may be done with contributions. Keyword-only, atomic, and each says who and when."""

from .answering import draft_response, publish_response, revise_response, write_forum_view
from .limits import count_try, is_over_limit
from .originals import open_original
from .publishing import approve_public_version, save_public_version, take_back
from .receiving import receive_contribution
from .safeguarding import pass_to_safeguarding, record_referral, release
from .screening import decide_withholding, keep_private, let_through, propose_withholding, start_screening
from .steps import Refused
from .withdrawing import withdraw

__all__ = [
    "Refused",
    "approve_public_version",
    "count_try",
    "decide_withholding",
    "draft_response",
    "is_over_limit",
    "keep_private",
    "let_through",
    "open_original",
    "pass_to_safeguarding",
    "propose_withholding",
    "publish_response",
    "receive_contribution",
    "record_referral",
    "release",
    "revise_response",
    "save_public_version",
    "start_screening",
    "take_back",
    "withdraw",
    "write_forum_view",
]
