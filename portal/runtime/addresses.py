"""Where the embedded PostgreSQL and Valkey of a data folder keep their files and listen.

Everything here follows from the data folder's path and from who is asking, so that the supervisor, the web
server, a worker and a command typed in another terminal agree without talking to each other. Standard library
only: settings import this.
"""

import hashlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

DATABASE_NAME = "portal"
DATABASE_USER = "portal"
PORT = 5432  # part of the socket's name; nothing listens on the network
LONGEST_SOCKET = 100  # bytes; Linux allows 107 and macOS 103
SHORT_ROOT = Path("/tmp")  # noqa: S108 - the folder below it is 0700 and its owner is checked; TMPDIR may differ
SYSTEM_ROOT = Path("/var/lib/send-partnership-portal")  # for root, when others may not enter the data folder
SERVER_ACCOUNTS = ("postgres", "nobody")  # PostgreSQL refuses to run as root; the first that exists


@dataclass(frozen=True, slots=True)
class Account:
    """The operating-system account that the embedded servers run as."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where one data folder's servers live, and the account they run as."""

    var: Path
    home: Path  # the servers' own files
    sockets: Path
    account: Account

    @property
    def moved(self) -> bool:
        """True where the servers' files could not be kept under the data folder."""
        return not self.home.is_relative_to(self.var)

    def lock(self, name: str) -> Path:
        return self.home / "locks" / f"{name}.lock"

    def log(self, name: str) -> Path:
        return self.var / "log" / f"{name}.log"

    @property
    def postgres_socket(self) -> Path:
        return self.sockets / f".s.PGSQL.{PORT}"

    @property
    def valkey_socket(self) -> Path:
        return self.sockets / "valkey.sock"


def places(var: Path) -> Places:
    """The places of this data folder, the same for every process that asks."""
    account = server_account()
    home = var / "servers"
    if os.geteuid() == 0 and not others_may_enter(var):
        home = SYSTEM_ROOT / _fingerprint(var)
    sockets = home / "run"
    if len(os.fsencode(sockets / f".s.PGSQL.{PORT}.lock")) > LONGEST_SOCKET:
        sockets = SHORT_ROOT / f"portal-{os.geteuid()}-{_fingerprint(var)}"
    return Places(var=var, home=home, sockets=sockets, account=account)


def server_account() -> Account:
    """Ourselves; for root an unprivileged account, because PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return Account(_own_name(), os.geteuid(), os.getegid())
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in SERVER_ACCOUNTS:
        if name in known:
            return Account(name, known[name].pw_uid, known[name].pw_gid)
    raise LookupError(f"Root cannot run PostgreSQL, and there is no account {' or '.join(SERVER_ACCOUNTS)}.")


def others_may_enter(folder: Path) -> bool:
    """Whether any account can pass through this folder and those above it; one not yet made is open."""
    folders = [f for f in (folder, *folder.parents) if f.exists()]
    return all(f.stat().st_mode & stat.S_IXOTH for f in folders)


def make_folder(wanted: Path) -> None:
    """Make the folder, and those above it that are missing: for us alone, or for root passable for others.

    What is there already keeps its mode.
    """
    mode = 0o711 if os.geteuid() == 0 else 0o700
    for folder in reversed([f for f in (wanted, *wanted.parents) if not f.exists()]):
        folder.mkdir(exist_ok=True)
        folder.chmod(mode)


def database_url(var: Path) -> str:
    """The embedded database as a `DATABASE_URL`; the host is the socket's folder, percent-encoded."""
    return f"postgres://{DATABASE_USER}@{encoded_host(places(var).sockets)}:{PORT}/{DATABASE_NAME}"


def cache_url(var: Path) -> str:
    """The embedded Valkey for Django's cache: database 1."""
    return f"unix://{quote(str(places(var).valkey_socket))}?db=1"


def broker_url(var: Path) -> str:
    """The embedded Valkey for Celery: database 2."""
    return f"redis+socket://{quote(str(places(var).valkey_socket))}?virtual_host=2"


def _fingerprint(var: Path) -> str:
    return hashlib.sha256(os.fsencode(var)).hexdigest()[:12]


def _own_name() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return ""


def encoded_host(host: Path | str) -> str:
    """Percent-encoded down to lower-case letters and digits: URL parsers put host names into lower case."""
    kept = b"abcdefghijklmnopqrstuvwxyz0123456789"
    return "".join(chr(b) if b in kept else f"%{b:02x}" for b in os.fsencode(host))
