"""What the embedded servers add to a start that finds its data, and to a stop."""

from portal.runtime.embedded import EmbeddedServers
from tests.servers import new_var, remove_var


def bench_the_servers_start_with_their_data_and_stop(measure):
    var = new_var()
    servers = EmbeddedServers(var)
    try:
        with servers.running():
            pass  # the first start makes the database
        measure("embedded_start_and_stop", goal=1.0, work=lambda: (servers.start(), servers.stop()))
    finally:
        remove_var(var)
