"""See that there is a browser for the tests, installing one where that is allowed. Run by `make test`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
ADVICE = (
    "The tests in a browser need Chromium or Chrome, and none could be installed here. Install one, "
    "or name one with PORTAL_CHROMIUM=/path/to/chrome. Without it these tests are skipped."
)


def named() -> str | None:
    """The browser named by the environment, or the machine's own; None leaves Playwright's."""
    return os.environ.get("PORTAL_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def is_there() -> bool:
    return bool(named() or Path(_playwrights()).exists())


def _playwrights() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def install() -> None:
    """Debian's package where we may install packages, else Playwright's own browser below the home folder."""
    if shutil.which("apt-get") and (rights := _rights()) is not None:
        print("Installing Chromium for the tests in a browser", flush=True)
        subprocess.run([*rights, "apt-get", "update", "--quiet"], check=False)
        if subprocess.run([*rights, *DEBIAN], check=False).returncode == 0:
            return
    print("Fetching Playwright's Chromium for the tests in a browser", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _rights() -> list[str] | None:
    """What to put before a command that installs packages; None where we may not."""
    if os.geteuid() == 0:
        return []
    may = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n"] if may else None


if __name__ == "__main__":
    if not is_there():
        install()
    if not is_there():
        print(ADVICE)
        sys.exit(1 if os.environ.get("CI") else 0)
