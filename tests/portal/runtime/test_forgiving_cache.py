"""The site goes on while the cache is away."""

import socket

from portal.runtime.forgiving_cache import ForgivingCache


def nobody_listens_here() -> str:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"redis://127.0.0.1:{taken.getsockname()[1]}/0"


def test_without_a_cache_nothing_is_found_kept_or_raised():
    away = ForgivingCache(nobody_listens_here(), {})
    away.set("a", 1)
    assert away.get("a", "not there") == "not there"
    assert away.get_or_set("a", lambda: 2) == 2
    assert away.get_many(["a", "b"]) == {}
    assert away.add("a", 0) is False
    assert away.incr("a") == 1
    assert away.delete("a") is False
