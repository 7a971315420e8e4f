"""Which network address a request is counted under."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings


def counted_address(request) -> str:
    """The caller's address; behind our proxy, the last hop that the proxy itself has seen.

    An IPv6 address is counted as its /64 network: that is one household, which can use any address in it.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1].strip()
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network((parsed, 64), strict=False)) if isinstance(parsed, IPv6Address) else str(parsed)
