"""The sign-in library's views where ours ask for more than it does."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.shortcuts import redirect


class _CountsAsShown:
    """Setting up a second factor shows it: nobody is asked for it again a moment later."""

    def form_valid(self, form):
        response = super().form_valid(form)
        newest = Authenticator.objects.filter(user=self.request.user, type=self.type).latest("id")
        post_authentication(self.request, newest, reauthenticated=True)
        return response


class ActivateApp(_CountsAsShown, ActivateTOTPView):
    type = Authenticator.Type.TOTP


class AddKey(_CountsAsShown, AddWebAuthnView):
    type = Authenticator.Type.WEBAUTHN


class RemoveKey(RemoveWebAuthnView):
    """The last key stays while a role asks for a second factor, as with the app."""

    def form_valid(self, form):
        adapter = get_mfa_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            words = adapter.error_messages["cannot_delete_authenticator"]
            get_account_adapter().add_message(self.request, messages.ERROR, message=words)
            return redirect("mfa_list_webauthn")
        return super().form_valid(form)
