"""The secrets the portal needs: named and judged here. Standard library only: settings import this."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from portal.runtime import addresses

SHORTEST = {"PORTAL_SECRET_KEY": 50, "PORTAL_RECEIPT_KEY": 32}  # name -> characters
FEWEST_DIFFERENT = 10  # characters; random hexadecimal of these lengths has more
EXAMPLE_MARKS = ("replace-this", "django-insecure-", "change-me", "changeme")


def required_secrets(environ: Mapping[str, str]) -> dict[str, str]:
    """The secrets given by the environment; raises ImproperlyConfigured naming each that will not do."""
    problems = [
        f"{name} {problem}" for name in SHORTEST if (problem := _problem(name, environ.get(name, "")))
    ]
    if not problems and len({environ[name] for name in SHORTEST}) < len(SHORTEST):
        problems = [f"{' and '.join(SHORTEST)} are the same: each needs a value of its own"]
    if problems:
        raise ImproperlyConfigured(
            f"The portal does not start without good secrets: {'; '.join(problems)}. "
            "Make each with: python3 -c 'import secrets; print(secrets.token_urlsafe(48))' - "
            "or set PORTAL_DEMO=1 for the demonstration, which makes its own."
        )
    return {name: environ[name] for name in SHORTEST}


def demo_secrets(var: Path) -> dict[str, str]:
    """The demonstration's secrets: made once, kept in `secrets.json` under `var` for its owner alone."""
    kept = var / "secrets.json"
    try:
        if not kept.exists():
            addresses.make_folder(var)
            _keep_first(kept, {name: secrets.token_urlsafe(48) for name in SHORTEST})
        return json.loads(kept.read_text())
    except PermissionError as error:
        raise ImproperlyConfigured(
            f"{error.filename} belongs to another account. Work in a copy of your own, "
            "or name a folder of your own for the data: PORTAL_VAR=~/portal-data make run"
        ) from error


def _problem(name: str, value: str) -> str:
    if not value:
        return "is missing"
    if len(value) < SHORTEST[name]:
        return f"is too short (at least {SHORTEST[name]} characters)"
    if any(mark in value for mark in EXAMPLE_MARKS):
        return "is still the example's value"
    if len(set(value)) < FEWEST_DIFFERENT:
        return "repeats too few characters to be a secret"
    return ""


def _keep_first(kept: Path, values: dict[str, str]) -> None:
    """Write the file whole or not at all; where several start at once, the first one's values stand."""
    draft = kept.with_name(f".secrets-{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(values, file)
    try:
        os.link(draft, kept)
    except FileExistsError:
        pass  # another process was first: its values are read back
    finally:
        draft.unlink()
