"""The code in a mail, the code an authenticator app shows, and signing in with them as people do."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from django.test import Client


@pytest.fixture
def mailed_code(mailoutbox):
    """The code in the newest mail: eight letters in two halves."""
    return lambda: re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", mailoutbox[-1].body).group()


@pytest.fixture
def app_code():
    """What an authenticator app shows for this secret: RFC 6238, six figures, steps of 30 seconds."""

    def show(secret, *, steps_ahead=0):
        step = int(time.time()) // 30 + steps_ahead
        digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
        start = digest[-1] & 0x0F
        number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
        return f"{number % 10**6:06d}"

    return show


@pytest.fixture
def sign_in_by_code(mailed_code):
    """Sign a user in as people do, by the code in the mail: a client without a second factor yet."""

    def sign_in(user):
        client = Client()
        client.post("/accounts/login/", {"login": user.email})
        client.post("/accounts/login/code/confirm/", {"code": mailed_code()})
        return client

    return sign_in
