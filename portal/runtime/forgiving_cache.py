"""A cache that may be away: nothing lives in it alone, so the site goes on without it, only slower."""

import logging
from functools import cached_property

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

LOG = logging.getLogger(__name__)


class OneClient(RedisCacheClient):
    """Asks through one client for its one server: to make one for every question takes half as long as the answer."""

    @cached_property
    def _one(self):
        return super().get_client(write=True)

    def get_client(self, key=None, *, write=False):
        return self._one


class ForgivingCache(RedisCache):
    """What cannot be asked for is not found; what cannot be put in is not kept. Said once in the log each time."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = OneClient

    def get(self, key, default=None, version=None):
        return self._or(default, super().get, key, default, version)

    def get_many(self, keys, version=None):
        return self._or({}, super().get_many, keys, version)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._or(False, super().add, key, value, timeout, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._or(None, super().set, key, value, timeout, version)

    def delete(self, key, version=None):
        return self._or(False, super().delete, key, version)

    def incr(self, key, delta=1, version=None):
        """A count that is away begins again."""
        return self._or(delta, super().incr, key, delta, version)

    def _or(self, instead, operation, *args):
        try:
            return operation(*args)
        except self._cache._lib.RedisError as away:
            LOG.warning("The cache is away: %s", away)
            return instead
