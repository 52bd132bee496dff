"""What is needed of `socket`: that module makes classes of some hundred constants first, 0.4 MB."""
import _socket
from _socket import (  # noqa: F401 - for whoever imports this in the place of socket
    AF_INET, AF_INET6, AF_UNIX, AI_NUMERICHOST, EAI_NONAME, IPPROTO_ICMP, IPPROTO_ICMPV6,
    IPPROTO_IP, IPPROTO_IPV6, IPPROTO_TCP, IPPROTO_UDP, SHUT_RDWR, SHUT_WR, SO_ERROR, SOCK_DGRAM,
    SOCK_RAW, SOCK_STREAM, SOL_SOCKET, gaierror, getaddrinfo, inet_aton, inet_ntoa, inet_ntop,
    inet_pton, timeout)


class socket(_socket.socket):
    """Can be used with `with`, and be referred to weakly, as TLS does."""

    __slots__ = ('__weakref__',)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def accept(self):
        """(socket, address) of who has come."""
        number, address = self._accept()
        return socket(self.family, self.type, self.proto, number), address


def __getattr__(name):
    """What not every system has, and what is used seldom."""
    return getattr(_socket, name)
