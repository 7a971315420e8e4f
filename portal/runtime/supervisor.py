"""Keep programs running: their output line by line, a dead one started again, an end that leaves nothing."""

import os
import select
import signal
import threading
import time
from collections.abc import Callable, Sequence
from typing import BinaryIO, TextIO

from portal.runtime.children import Child, RuntimeFault, stop_together

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOOK_EVERY = 0.5  # seconds; an ended child wakes us at once, this is for what does not
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 30  # seconds before a dead child is started again, doubled each time
STEADY_AFTER = 20  # seconds; whoever ran as long begins again with the first pause
COLOURS = {"portal": 1, "web": 36, "worker": 35, "beat": 33, "postgres": 34, "valkey": 32}


class Voice:
    """Lines of several programs on one stream, each after its program's name. Safe from any thread."""

    def __init__(self, out: TextIO, *, colour: bool):
        self.out = out
        self.colour = colour
        self.lost = False  # nobody listens any more: a closed pipe or terminal
        self._turn = threading.Lock()

    def say(self, line: str, name: str = "portal") -> None:
        label = f"{name:<8}"
        if self.colour:
            label = f"\033[{COLOURS.get(name, 0)}m{label}\033[0m"
        with self._turn:
            try:
                self.out.write(f"{label} {line}\n")
                self.out.flush()
            except (OSError, ValueError):
                self.lost = True


class Stopping(BaseException):
    """Somebody asked us to stop (Ctrl-C, SIGTERM, SIGHUP) while we were still getting ready."""


class Attention:
    """Signals as something to wait for. While `interrupting`, a wish to stop is raised as Stopping instead.

    To be used as a context manager in the main thread.
    """

    def __init__(self):
        self.interrupting = True
        self.asked = 0  # how often we were asked to stop
        self.how = ""  # by which signal, in the system's words

    def __enter__(self):
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(self._writer, False)
        self._before = {number: signal.signal(number, self._heard) for number in STOPPING}
        self._before[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
        self._woken_before = signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)
        return self

    def __exit__(self, *_):
        signal.set_wakeup_fd(self._woken_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self._reader)
        os.close(self._writer)

    def wait(self, seconds: float) -> None:
        """Until a signal arrives, a child ends, or the time is over."""
        if select.select([self._reader], [], [], seconds)[0]:
            os.read(self._reader, 4096)

    def _heard(self, number, _frame):
        self.asked += 1
        self.how = signal.strsignal(number)
        if self.interrupting:
            raise Stopping


class Supervisor:
    """Children that are kept alive until somebody asks to stop."""

    def __init__(self, voice: Voice, attention: Attention):
        self.voice = voice
        self.attention = attention
        self.children: list[Child] = []
        self._pauses: dict[Child, float] = {}
        self._due: dict[Child, float] = {}  # dead children, and when (monotonic) to start them again

    def keep(self, child: Child) -> None:
        """Take on a running child: pass on what it says, and bring it back when it ends."""
        self.children.append(child)
        self._listen(child)

    def run(self, *, each_round: Callable[[], None]) -> None:
        """Return when somebody asks to stop, or when nobody listens to what is said any more."""
        while not self.attention.asked and not self.voice.lost:
            for child in self.children:
                self._look_after(child)
            each_round()
            self.attention.wait(LOOK_EVERY)

    def stop(self, children: Sequence[Child]) -> None:
        """Ask these to end and wait as long as each may take; asked to stop once more, kill them instead."""
        asked = self.attention.asked
        stop_together(children, hurry=lambda: self.attention.asked > asked)

    def _look_after(self, child: Child) -> None:
        if child in self._due:
            if time.monotonic() >= self._due[child]:
                self._bring_back(child)
        elif child.has_ended():
            child.kill()  # what it left behind would stand in the way of the next
            if child.age > STEADY_AFTER:
                self._pauses[child] = FIRST_PAUSE
            self._postpone(child, f"ended by itself ({_in_words(child.process.returncode)})")

    def _bring_back(self, child: Child) -> None:
        try:
            child.revive(lock_wait=1)
        except RuntimeFault as fault:
            self._postpone(child, f"cannot start: {fault}")
        else:
            del self._due[child]
            self._listen(child)

    def _postpone(self, child: Child, why: str) -> None:
        """Plan the next start: at once, then later and later while it does not last."""
        pause = self._pauses.get(child, FIRST_PAUSE)
        self._pauses[child] = min(2 * pause, LONGEST_PAUSE)
        self._due[child] = time.monotonic() + pause
        self.voice.say(f"{why}; starting it again in {pause:g} s", child.program.name)

    def _listen(self, child: Child) -> None:
        """Pass the child's lines on until it closes its end. A thread: nothing it says may hold it up."""
        if stream := child.process.stdout:
            threading.Thread(target=self._pass_on, args=(stream, child.program.name), daemon=True).start()

    def _pass_on(self, stream: BinaryIO, name: str) -> None:
        with stream:
            for line in stream:
                self.voice.say(line.decode(errors="replace").rstrip(), name)


def _in_words(status: int) -> str:
    return f"status {status}" if status >= 0 else signal.strsignal(-status) or f"signal {-status}"
