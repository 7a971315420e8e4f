"""What may be done with contributions. Keyword-only, atomic, and each says who and when."""

from .alerting import raise_alert, tell_the_leads
from .answering import draft_response, publish_response, revise_response, write_forum_view
from .exporting import export_held
from .forgetting import change_rule, erase_on_request, forget_what_is_due
from .limits import count_given, count_try, is_over_limit
from .measuring import fill_measures, switch_off, switch_on
from .originals import open_original
from .promising import remind_of_promises
from .publishing import approve_public_version, publish_approved, save_public_version, take_back
from .reaching import plan_to_ask, publish_reach
from .reasons import add_reason, change_reason, end_reason, move_reason_up
from .receiving import receive_contribution
from .recording import record_processing
from .reminding import ask_outcomes, remind_of_what_is_due, remind_safeguarding_leads
from .returning import add_to, agree, change_contact, disagree, tell_outcome
from .safeguarding import (
    open_for_safeguarding,
    pass_to_safeguarding,
    record_referral,
    release,
    see_no_risk,
)
from .screening import (
    agree_withholding_many,
    decide_withholding,
    keep_private,
    let_through,
    propose_withholding,
    propose_withholding_many,
    read_addition,
    start_screening,
)
from .steps import Refused
from .withdrawing import withdraw
from .yearly import begin_years, change_year, keep_the_year, publish_due_years, publish_edition

__all__ = [
    "Refused",
    "add_reason",
    "add_to",
    "agree",
    "agree_withholding_many",
    "approve_public_version",
    "ask_outcomes",
    "begin_years",
    "change_contact",
    "change_reason",
    "change_rule",
    "change_year",
    "count_given",
    "count_try",
    "decide_withholding",
    "disagree",
    "draft_response",
    "end_reason",
    "erase_on_request",
    "export_held",
    "fill_measures",
    "forget_what_is_due",
    "is_over_limit",
    "keep_private",
    "keep_the_year",
    "let_through",
    "move_reason_up",
    "open_for_safeguarding",
    "open_original",
    "pass_to_safeguarding",
    "plan_to_ask",
    "propose_withholding",
    "propose_withholding_many",
    "publish_approved",
    "publish_due_years",
    "publish_edition",
    "publish_reach",
    "publish_response",
    "raise_alert",
    "read_addition",
    "receive_contribution",
    "record_processing",
    "record_referral",
    "release",
    "remind_of_promises",
    "remind_of_what_is_due",
    "remind_safeguarding_leads",
    "revise_response",
    "save_public_version",
    "see_no_risk",
    "start_screening",
    "switch_off",
    "switch_on",
    "take_back",
    "tell_outcome",
    "tell_the_leads",
    "withdraw",
    "write_forum_view",
]
