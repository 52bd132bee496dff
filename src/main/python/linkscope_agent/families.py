"""The addresses of a name, each family asked for by itself."""
import errno

from . import clock, connection, threads
from . import sockets as socket
from .attempt import Failed

MOST = 6  # addresses of a family
FAMILIES = (('4', socket.AF_INET), ('6', socket.AF_INET6))


class Family:
    """One family: its addresses, or why there are none."""

    def __init__(self, number, family):
        self.number = number
        self.found = []
        self.trouble = 'timeout'
        self._family = family

    def resolve(self, host, port):
        try:
            found = connection.addresses(host, port, socket.SOCK_STREAM, self._family)
            self.found = list(dict.fromkeys(found))[:MOST]
            self.trouble = None
        except Failed as e:
            self.trouble = e.error_class

    def has_route(self):
        """Whether the kernel would know where to send to; no packet is sent."""
        for found in self.found:
            try:
                with socket.socket(self._family, socket.SOCK_DGRAM) as sock:
                    sock.connect(found[4])
                return True
            except OSError as e:
                if e.errno not in (errno.ENETUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    return True
        return False


def resolve(attempt, host, port, share):
    """Both families, asked side by side within a share of the time; raises Failed without any
    address. The system's resolver may hold a thread much longer, which is then left to itself."""
    attempt.enter('dns')
    until = clock.awake() + attempt.left() * share
    families = [Family(*one) for one in FAMILIES]
    for thread in [threads.Thread(one.resolve, host, port) for one in families]:
        thread.wait_until(until)
    if not any(one.found for one in families):
        troubles = [one.trouble for one in families if one.trouble not in (None, 'nxdomain')]
        raise Failed(troubles[0] if troubles else 'nxdomain')
    return families
