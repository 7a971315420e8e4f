"""Where the sign-in library asks us: who may sign up and as what, our words, who keeps a second factor."""

import logging
import smtplib

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from qrcode.image.svg import SvgPathFillImage

from portal.accounts import actions
from portal.accounts.roles import RoleKey

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": "That is not the code we sent. Check it and try again.",
        "too_many_login_attempts": "Too many attempts. Wait five minutes, then ask for a new code.",
        "rate_limited": "Too many attempts. Wait a minute, then try again.",
        "duplicate_email": "This is your address already.",
        "same_as_current": "This is your address already.",
    }

    @transaction.atomic
    def save_user(self, request, user, form, commit=True):
        """Who signs up here is a parent or carer; every other role is given by an administrator."""
        user = super().save_user(request, user, form, commit=commit)
        actions.grant_role(user=user, role=RoleKey.PARENT_CARER, by=None, at=timezone.now())
        return user

    def send_mail(self, template_prefix, email, context):
        """Sends at once: a code is of no use later. When mail is down the page says so, with 503.

        An address the server refuses is answered like any other: the page must not tell which exist.
        """
        names = {
            "site_name": settings.PARTNERSHIP_NAME,
            "sign_in_url": f"{settings.BASE_URL}{reverse('account_login')}",
            "sign_up_url": f"{settings.BASE_URL}{reverse('account_signup')}",
        }
        try:
            super().send_mail(template_prefix, email, names | context)
        except smtplib.SMTPRecipientsRefused:
            logger.warning("A sign-in mail was refused by the mail server: no such address")
        except (smtplib.SMTPException, OSError) as away:
            logger.error("A sign-in mail could not be sent: %s", type(away).__name__)
            page = render(self.request, "account/mail_unavailable.html", status=503)
            raise ImmediateHttpResponse(page) from away

    def send_account_already_exists_mail(self, email):
        self.send_mail("account/email/account_already_exists", email, {})


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": "Your account is protected by a second step, so its address cannot be changed"
        " here. Ask an administrator.",
        "cannot_delete_authenticator": "Your role needs a second step at sign-in. Add another one first,"
        " then you can remove this.",
        "incorrect_code": "That code is not right, or it has run out. Wait for the next one and try again.",
        "unverified_email": "Confirm your e-mail address first; then you can add a second step.",
    }

    def can_delete_authenticator(self, authenticator):
        """The last factor stays while a role asks for one."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        has_another = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return has_another or not authenticator.user.needs_second_factor

    def build_totp_svg(self, url):
        """With a white ground of its own: cameras cannot read it on a dark page."""
        return qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")

    def generate_authenticator_name(self, user, type):
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "My key" if number == 1 else f"My key {number}"
