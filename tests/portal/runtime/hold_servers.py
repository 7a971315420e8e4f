"""Run the servers of a data folder until asked to end; for tests that end it in other ways."""

import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from portal.runtime.children import RuntimeFault
from portal.runtime.embedded import EmbeddedServers

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
try:
    with EmbeddedServers(Path(sys.argv[1]), durable=False).running():
        print("ready")
        signal.pause()
except RuntimeFault as fault:
    sys.exit(str(fault))
