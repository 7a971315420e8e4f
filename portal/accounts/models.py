"""People: a user is an e-mail address; what they may do is the roles they hold."""

from functools import cached_property

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.accounts.roles import ROLES, Role, RoleKey


class UserManager(BaseUserManager):
    def create_user(self, email, **fields):
        """A user without a password: people sign in with a code by e-mail."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def holding(self, *roles: RoleKey):
        """Active users who hold any of these roles now."""
        grants = RoleGrant.objects.current().filter(role__in=roles)
        return self.filter(is_active=True, id__in=grants.values("user_id")).order_by("email")

    def with_perm(self, perm: str, **_ignored):
        """Active users whose roles give them this permission (`app.codename`)."""
        return self.holding(*(key for key, role in ROLES.items() if perm in role.permissions))


class User(AbstractUser):
    username = None
    email = models.EmailField("e-mail address", unique=True)
    roles_changed_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_without_case"),
            models.CheckConstraint(condition=Q(is_superuser=False), name="user_may_do_what_roles_say"),
        ]

    def __str__(self):
        return self.get_full_name() or self.email

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles held now, in the table's order. Read once per request."""
        held = set(RoleGrant.objects.current().filter(user=self).values_list("role", flat=True))
        return tuple(role for key, role in ROLES.items() if key in held)

    @property
    def needs_second_factor(self) -> bool:
        return any(role.second_factor for role in self.roles)

    def _get_session_auth_hash(self, secret=None):
        """Changes with the password and with the roles, so that a change of role ends every session."""
        state = f"{self.password}|{self.roles_changed_at.timestamp()}"
        return salted_hmac("portal.accounts.session", state, secret=secret, algorithm="sha256").hexdigest()


class RoleGrantQuerySet(models.QuerySet):
    def current(self):
        return self.filter(ended_at__isnull=True)


class RoleGrant(models.Model):
    """A role given to a person by somebody, at a moment; ended, never deleted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=30, choices=[(key, role.label) for key, role in ROLES.items()])
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    granted_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    ended_at = models.DateTimeField(null=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], condition=Q(ended_at__isnull=True), name="role_grant_held_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="role_grant_ended_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("granted_at")),
                name="role_grant_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[str(key) for key in ROLES]), name="role_grant_role_is_known"
            ),
        ]

    @property
    def definition(self) -> Role:
        return ROLES[self.role]


class SecondFactorReset(models.Model):
    """Somebody lost phone and recovery codes, and an administrator took their second factor away."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="factor_resets")
    reset_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reset_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(user=F("reset_by")), name="second_factor_reset_by_another")
        ]
