"""Which addresses of the Internet a fetch may connect to."""

from ipaddress import IPv4Address, IPv6Address, ip_network

__all__ = ["Address", "is_public"]

Address = IPv4Address | IPv6Address

_TRANSLATED = ip_network("64:ff9b::/96")  # NAT64 (RFC 6052): an IPv4 address in its last 32 bits


def is_public(address: Address) -> bool:
    """Whether `address` is anybody's, not this machine's nor of the networks it stands in.

    >>> from ipaddress import ip_address
    >>> is_public(ip_address("93.184.215.14")), is_public(ip_address("::ffff:127.0.0.1"))
    (True, False)
    """
    if isinstance(address, IPv6Address) and (inner := _carried(address)):
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for, to which gateways would pass us on."""
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    tunnel = address.teredo
    return address.ipv4_mapped or address.sixtofour or (tunnel[1] if tunnel else None)
