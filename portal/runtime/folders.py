"""The folders that the embedded servers need: made with the right owner and mode, and never loosened."""

import os
import stat
from pathlib import Path

from portal.runtime import addresses
from portal.runtime.addresses import Account, Places
from portal.runtime.children import RuntimeFault

# Nothing of ours leaks in: PGDATA, PGPORT or a locale of the person's would change what the servers do.
ENVIRON = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def prepare(places: Places) -> None:
    """Make every folder that is missing; raises RuntimeFault where one is not ours to use."""
    if not places.account.name:
        raise RuntimeFault(
            f"Account {os.geteuid()} has no name on this machine, and PostgreSQL needs one: "
            "add it to the user list, or give a database with DATABASE_URL."
        )
    for folder in (places.var, places.home, places.lock("any").parent, places.log("any").parent):
        addresses.make_folder(folder)
    private(places.sockets, places.account)


def private(folder: Path, account: Account) -> None:
    """Make the folder for this account alone, or check that it is so already."""
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, account.uid, account.gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid or found.st_mode & 0o077:
            raise RuntimeFault(f"{folder} is not a private folder of {account.name}: remove it.") from None


def write_for(account: Account, file: Path, text: str) -> None:
    """Replace the file whole; the account alone may read it."""
    draft = file.with_name(f".{file.name}-draft")
    draft.write_text(text)
    draft.chmod(0o600)
    os.chown(draft, account.uid, account.gid)
    draft.rename(file)


def keep_one_earlier(log: Path) -> None:
    """Begin a log anew and keep the one before: logs stay small without a rotation of their own."""
    if log.exists():
        log.replace(log.with_suffix(".earlier.log"))


def last_lines(log: Path, count: int = 8) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:]) if log.exists() else ""
