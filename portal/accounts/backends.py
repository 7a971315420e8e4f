"""Permissions from the role table, for `user.has_perm` everywhere."""

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied

from portal.accounts.roles import PERMISSIONS


class RoleBackend(BaseBackend):
    def get_user_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return set().union(*(role.permissions for role in user_obj.roles))

    def has_perm(self, user_obj, perm, obj=None):
        """The table's word on a permission of the table is final: no other backend is asked, in no further query."""
        if perm in self.get_user_permissions(user_obj, obj=obj):
            return True
        if perm in PERMISSIONS:
            raise PermissionDenied
        return False

    def has_module_perms(self, user_obj, app_label):
        return any(perm.startswith(f"{app_label}.") for perm in self.get_user_permissions(user_obj))
