from portal.accounts.actions.outbox import MailServerAway, send_outbox
from portal.accounts.actions.partners import NotAMember, join_partner, leave_partner
from portal.accounts.actions.people import PersonExists, SamePerson, add_person, reset_second_factor
from portal.accounts.actions.roles import (
    LastAdministrator,
    RoleHeldAlready,
    RoleNotHeld,
    UnknownRole,
    end_role,
    grant_role,
)

__all__ = [
    "LastAdministrator",
    "MailServerAway",
    "NotAMember",
    "PersonExists",
    "RoleHeldAlready",
    "RoleNotHeld",
    "SamePerson",
    "UnknownRole",
    "add_person",
    "end_role",
    "grant_role",
    "join_partner",
    "leave_partner",
    "reset_second_factor",
    "send_outbox",
]
