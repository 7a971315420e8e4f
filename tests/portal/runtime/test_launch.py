"""A program that was launched does not outlive the process that launched it."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

from portal.runtime import launch
from tests.portal.runtime.conftest import gone
from tests.servers import wait_until

pytestmark = pytest.mark.servers
WAYS = [
    pytest.param("kernel", marks=pytest.mark.skipif(launch.HOW != "kernel", reason="Linux only")),
    "watch",
]
SAY_GOODBYE = """
import signal, sys, time
def goodbye(number, _):
    open(sys.argv[1], "a").write(signal.Signals(number).name)
    sys.exit(7)
signal.signal(signal.SIGINT, goodbye)
signal.signal(signal.SIGTERM, goodbye)
print("up", flush=True)
time.sleep(60)
"""
LAUNCH_AND_WAIT = """
import subprocess, sys
sys.path.insert(0, sys.argv[1])
from portal.runtime import launch
program = [sys.executable, "-c", sys.argv[3], sys.argv[4]]
subprocess.run(launch.command(program, signal_on_death=2, uid=int(sys.argv[5]), gid=int(sys.argv[6]), how=sys.argv[2]))
"""


def launched(program, how):
    argv = launch.command(program, signal_on_death=signal.SIGINT, uid=os.geteuid(), gid=os.getegid(), how=how)
    return subprocess.Popen(argv, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("how", WAYS)
def test_the_program_gets_its_signal_when_its_parent_is_killed(how, tmp_path, pytestconfig):
    heard = tmp_path / "heard"
    ids = [str(os.geteuid()), str(os.getegid())]
    argv = [
        sys.executable,
        "-c",
        LAUNCH_AND_WAIT,
        str(pytestconfig.rootpath),
        how,
        SAY_GOODBYE,
        str(heard),
        *ids,
    ]
    parent = subprocess.Popen(argv, stdout=subprocess.PIPE, text=True)
    try:
        assert parent.stdout.readline() == "up\n"
        below = psutil.Process(parent.pid).children(recursive=True)
        parent.kill()
        wait_until(lambda: gone(below))
    finally:
        parent.kill()
        parent.wait()
        parent.stdout.close()
    assert heard.read_text() == "SIGINT"


@pytest.mark.parametrize("how", WAYS)
def test_signals_and_the_exit_status_pass_through(how, tmp_path):
    with launched([sys.executable, "-c", SAY_GOODBYE, str(tmp_path / "heard")], how) as process:
        assert process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 7
    assert (tmp_path / "heard").read_text() == "SIGTERM"


@pytest.mark.parametrize("how", WAYS)
def test_a_program_that_ends_by_itself_ends_with_its_own_status(how):
    with launched([sys.executable, "-c", "raise SystemExit(3)"], how) as process:
        assert process.wait(30) == 3


def test_whoever_is_not_the_parent_any_more_starts_nothing(tmp_path):
    """The parent may have died between asking for the program and being watched."""
    argv = launch.command(
        ["/bin/touch", str(tmp_path / "made")], signal_on_death=2, uid=0, gid=0, how="kernel"
    )
    argv[5] = "1"  # somebody else
    assert subprocess.run(argv, capture_output=True).returncode == 1
    assert not (tmp_path / "made").exists()
