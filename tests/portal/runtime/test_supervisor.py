"""Programs kept running: said line by line, brought back when they end, and ended so that nothing is left."""

import io
import os
import signal
import sys
import threading

import psutil
import pytest

from portal.runtime.children import Child, Program, RuntimeFault
from portal.runtime.supervisor import Attention, Supervisor, Voice
from tests.portal.runtime.conftest import gone
from tests.servers import wait_until

pytestmark = pytest.mark.servers


@pytest.fixture
def program(tmp_path):
    """A program made of a few lines of Python."""

    def make(code, name="web", **more):
        argv = [sys.executable, "-u", "-c", code]
        return Program(
            name=name, argv=argv, environ=os.environ, folder=tmp_path, lock=tmp_path / f"{name}.lock", **more
        )

    return make


@pytest.fixture
def supervised():
    """Run programs under a supervisor until the test is content: returns what was said and the supervisor."""

    def run(*programs, until):
        out = io.StringIO()
        with Attention() as attention:
            supervisor = Supervisor(Voice(out, colour=False), attention)
            attention.interrupting = False
            for each in programs:
                supervisor.keep(Child.start(each))
            content = threading.Timer(20, os.kill, [os.getpid(), signal.SIGTERM])
            content.start()

            def look():
                if until(out.getvalue(), supervisor):
                    os.kill(os.getpid(), signal.SIGTERM)

            supervisor.run(each_round=look)
            content.cancel()
            processes = [
                psutil.Process(child.process.pid) for child in supervisor.children if not child.has_ended()
            ]
            processes += [
                grandchild for process in processes for grandchild in process.children(recursive=True)
            ]
            supervisor.stop(supervisor.children)
        assert gone(processes)
        return out.getvalue()

    return run


def test_each_line_carries_the_name_of_its_program(program, supervised):
    said = supervised(
        program("print('one'); print('two'); import time; time.sleep(60)"),
        program("print('three'); import time; time.sleep(60)", name="worker"),
        until=lambda said, _: said.count("\n") >= 3,
    )
    assert sorted(said.splitlines()) == ["web      one", "web      two", "worker   three"]


def test_a_program_that_ends_is_started_again_after_growing_pauses(program, supervised):
    said = supervised(program("print('here')"), until=lambda said, _: said.count("here") >= 3)
    lines = [line for line in said.splitlines() if "ended" in line]
    assert lines[:2] == [
        "web      ended by itself (status 0); starting it again in 0.2 s",
        "web      ended by itself (status 0); starting it again in 0.4 s",
    ]


def test_a_killed_program_takes_its_children_along_and_comes_back(program, supervised):
    stubborn = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    code = f"""
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", {stubborn!r}])
print("child", child.pid)
time.sleep(60)
"""
    seen = []

    def kill_first(said, supervisor):
        numbers = [int(line.split()[-1]) for line in said.splitlines() if "child" in line]
        if numbers and not seen:
            seen.append(psutil.Process(numbers[0]))
            supervisor.children[0].process.send_signal(signal.SIGKILL)
        return len(numbers) == 2

    said = supervised(program(code), until=kill_first)
    assert "ended by itself (Killed)" in said
    assert gone(seen)


def test_a_program_that_will_not_end_is_killed_with_its_children(program, supervised):
    code = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"])
print("deaf")
time.sleep(60)
"""
    supervised(program(code, patience=0.3), until=lambda said, _: "deaf" in said)


def test_a_program_waits_for_every_process_of_an_earlier_copy(program):
    first = Child.start(program("import os, time; os.fork(); time.sleep(60)"))
    again = Child(first.program)
    with pytest.raises(RuntimeFault, match="still runs"):
        again.revive(lock_wait=0.1)
    first.kill()
    again.revive()
    again.kill()
    for child in (first, again):
        child.process.stdout.close()


def test_a_second_wish_to_stop_does_not_wait(program):
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf'); time.sleep(60)"
    out = io.StringIO()
    with Attention() as attention:
        attention.interrupting = False
        supervisor = Supervisor(Voice(out, colour=False), attention)
        supervisor.keep(Child.start(program(code, patience=60)))
        wait_until(lambda: "deaf" in out.getvalue())
        threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGINT]).start()
        supervisor.stop(supervisor.children)
    assert supervisor.children[0].process.returncode == -signal.SIGKILL


def test_a_reader_who_goes_away_ends_the_run(program):
    out = io.StringIO()
    with Attention() as attention:
        attention.interrupting = False
        voice = Voice(out, colour=False)
        supervisor = Supervisor(voice, attention)
        out.close()
        supervisor.keep(Child.start(program("print('anybody there?'); import time; time.sleep(60)")))
        supervisor.run(each_round=lambda: None)
        assert voice.lost
        supervisor.stop(supervisor.children)
