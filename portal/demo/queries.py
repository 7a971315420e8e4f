"""Who one can step in as."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kpis.workstreams.models import Workstream
from portal.accounts.models import RoleGrant, User
from portal.demo.kinds import KINDS, Kind, kind_of

DOMAIN = "@demo.invalid"  # nobody real can have such an address


@dataclass(frozen=True, slots=True)
class Card:
    kind: Kind
    people: list[User]


def demo_people():
    """The demonstration's own people, and nobody else; each knows whether they sponsor a workstream."""
    sponsors = Workstream.objects.filter(sponsor=OuterRef("pk"))
    people = User.objects.filter(is_active=True, email__iendswith=DOMAIN).order_by("email")
    return people.annotate(is_sponsor=Exists(sponsors))


def cards() -> list[Card]:
    """A card for each kind somebody is of, in the order of `KINDS`."""
    roles_of = {}
    for user_id, role in RoleGrant.objects.current().values_list("user_id", "role").order_by("id"):
        roles_of.setdefault(user_id, set()).add(role)
    people_of = {}
    for person in demo_people():
        kind = kind_of(roles=roles_of.get(person.pk, set()), is_sponsor=person.is_sponsor)
        people_of.setdefault(kind, []).append(person)
    return [Card(kind, people_of[kind]) for kind in KINDS if kind in people_of]


def kind_of_person(person) -> Kind | None:
    return kind_of(roles={role.key for role in person.roles}, is_sponsor=person.is_sponsor)
