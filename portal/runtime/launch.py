"""Start one program that must not outlive the process that asked for it.

Run as a file of its own, `python -I -S launch.py HOW PARENT SIGNAL UID GID PROGRAM ARGUMENT...`: it costs a few
milliseconds and imports nothing of the portal. It takes the account's rights (where it may) and sees that the
program gets SIGNAL when PARENT dies. With HOW `kernel` the kernel promises that, and this process becomes
PROGRAM; with `watch`, for systems without such a promise, it stays, watches PARENT, and passes signals and the
exit status on.
"""

import ctypes
import os
import signal
import sys
import time

HOW = "kernel" if sys.platform.startswith("linux") else "watch"
PR_SET_PDEATHSIG = 1
GLANCE = 0.2  # seconds between two looks at the parent, where the kernel does not tell


def command(program, *, signal_on_death: int, uid: int, gid: int, how: str = HOW) -> list[str]:
    """The command line that starts this program under the calling process."""
    numbers = (os.getpid(), int(signal_on_death), uid, gid)
    return [sys.executable, "-I", "-S", __file__, how, *map(str, numbers), *program]


def main(arguments: list[str]) -> None:
    how, *numbers = arguments[:5]
    parent, death_signal, uid, gid = map(int, numbers)
    program = arguments[5:]
    if how == "kernel":
        kernel = ctypes.CDLL(None, use_errno=True)
        become(uid, gid)  # first: a change of account clears the wish about the parent's death
        kernel.prctl(PR_SET_PDEATHSIG, death_signal)
        if os.getppid() != parent:
            raise SystemExit("The process that started this one has ended already.")
        os.execv(program[0], program)  # noqa: S606 - the caller gives a full path and a list
    become(uid, gid)
    raise SystemExit(run_beside(parent, death_signal, program))


def become(uid: int, gid: int) -> None:
    if os.geteuid() == 0 and uid != 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def run_beside(parent: int, death_signal: int, program: list[str]) -> int:
    """Run the program as our child until it ends; end it when the parent is gone."""
    child = os.posix_spawn(program[0], program, os.environ)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: os.kill(child, received))
    told = False
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if os.getppid() != parent and not told:
            os.kill(child, death_signal)
            told = True
        time.sleep(GLANCE)


if __name__ == "__main__":
    main(sys.argv[1:])
