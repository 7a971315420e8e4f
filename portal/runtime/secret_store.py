"""The secrets the portal needs: named and judged here. Standard library only: settings import this."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from portal.runtime import addresses

SHORTEST = {"PORTAL_SECRET_KEY": 50, "PORTAL_RECEIPT_KEY": 32, "PORTAL_SEALING_KEY": 32}  # name -> characters
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
    """The demonstration's secrets: made once, kept in `secrets.json` under `var` for its owner alone.

    A file of an earlier version keeps its values and gains those it lacks.
    """
    try:
        addresses.make_folder(var)
        with _one_at_a_time(var):
            kept = var / "secrets.json"
            known = json.loads(kept.read_text()) if kept.exists() else {}
            if missing := {name: secrets.token_urlsafe(48) for name in SHORTEST if name not in known}:
                known |= missing
                _keep(kept, known)
            return known
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


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Processes that start together wait for each other; the lock goes with its holder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _keep(kept: Path, values: dict[str, str]) -> None:
    """Write the file whole or not at all."""
    draft = kept.with_name(f".secrets-{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(values, file)
    draft.replace(kept)
