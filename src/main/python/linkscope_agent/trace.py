"""Probe trace: the routers on the way, all asked at once, without any privilege."""
import errno
import select
import struct
import sys

from . import clock, connection, endpoint
from . import sockets as socket
from .attempt import Skipped

MOST_HOPS = 20
PORT = 443
FIRST_UDP_PORT = 33434  # as traceroute(8) counts from
PATIENCE = 4.0  # seconds; who has not answered by then seldom does
AGAIN = 1.2  # seconds until the silent hops are asked once more

# ip(7), linux/in6.h and linux/errqueue.h; python names few of them.
_IP_TTL, _IP_RECVERR = 2, 11
_IPV6_HOPS, _IPV6_RECVERR = 16, 25
_ORIGINS = (2, 3)  # an ICMP or ICMPv6 message said it
_ERROR = struct.Struct('=IBBBBII')  # sock_extended_err; the address of its sender follows


class Trace:
    """UDP datagrams with rising time to live; what the routers say to them is in the error queue
    of each socket. Many servers are silent to UDP, so a TCP connection tells whether one is there.
    """

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._name = spec.name

    def run(self, attempt):
        if not sys.platform.startswith('linux'):
            raise Skipped('unsupported')
        host, port = endpoint.parse(self._name, PORT)
        attempt.enter('dns')
        found = connection.addresses(host, port, socket.SOCK_STREAM)
        family, _, _, _, address = found[0]
        attempt.enter('request')
        hops, knocks = [], []
        try:
            knocks.append(_Knock(family, address))
            hops.extend(_Hop(family, address, ttl) for ttl in range(1, MOST_HOPS + 1))
            _wait(hops, knocks[0], min(PATIENCE, attempt.left() * 0.9))
        except OSError:  # such as a kernel without IPv6
            raise Skipped('unsupported') from None
        finally:
            for one in hops + knocks:
                one.close()
        _tell(attempt, hops, knocks[0], address[0])


class _Hop:
    """What comes of datagrams that live for so many hops."""

    def __init__(self, family, address, ttl):
        self.who = None  # its sender's address; empty while nobody answered
        self.millis = 0.0
        self.final = False  # nobody beyond this one
        self._family = family
        self.sock = socket.socket(family, socket.SOCK_DGRAM)
        self.sock.setblocking(False)
        if family == socket.AF_INET6:
            self.sock.setsockopt(socket.IPPROTO_IPV6, _IPV6_HOPS, ttl)
            self.sock.setsockopt(socket.IPPROTO_IPV6, _IPV6_RECVERR, 1)
        else:
            self.sock.setsockopt(socket.IPPROTO_IP, _IP_TTL, ttl)
            self.sock.setsockopt(socket.IPPROTO_IP, _IP_RECVERR, 1)
        self._address = address[:1] + (FIRST_UDP_PORT + ttl - 1,) + address[2:]
        self.send()

    def send(self):
        """Sends a datagram; an error of ours, such as no route, is silence."""
        self._begun = clock.awake()
        try:
            self.sock.connect(self._address)
            self.sock.send(b'linkscope')
        except OSError:
            pass

    def done(self):
        return self.who is not None

    def receive(self):
        """Takes what waits; a message to an older datagram gives too short a time at most."""
        try:
            self.sock.recv(512)
            self._heard(self._address[0], True)  # the place itself: somebody listens there
            return
        except OSError:
            pass
        try:
            _, ancillary, _, _ = self.sock.recvmsg(512, 512, socket.MSG_ERRQUEUE)
        except OSError:
            return
        for _, _, data in ancillary:
            if len(data) >= _ERROR.size + 8:
                self._explain(data)

    def _explain(self, data):
        code, origin, kind, reason, _, _, _ = _ERROR.unpack_from(data)
        if origin not in _ORIGINS:
            return
        who = _sender(data[_ERROR.size:], self._family)
        if who:
            expired = code == errno.EHOSTUNREACH and kind == (11 if origin == 2 else 3)
            self._heard(who, not expired)

    def _heard(self, who, final):
        if not self.done():
            self.who, self.final = who, final
            self.millis = (clock.awake() - self._begun) * 1000

    def close(self):
        self.sock.close()


class _Knock:
    """A TCP connection attempt: accepted or refused, somebody is there."""

    def __init__(self, family, address):
        self.there = None
        self.sock = socket.socket(family, socket.SOCK_STREAM)
        self.sock.setblocking(False)
        self._judge(self.sock.connect_ex(address))

    def receive(self):
        self._judge(self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))

    def done(self):
        return self.there is not None

    def close(self):
        self.sock.close()

    def _judge(self, code):
        if code not in (errno.EINPROGRESS, errno.EAGAIN):
            self.there = code in (0, errno.ECONNREFUSED)


def _wait(hops, knock, seconds):
    """Collects answers until all who can answer have, or time is up."""
    begun = clock.awake()
    again = False
    while True:
        now = clock.awake() - begun
        asked = [hop for hop in hops[:_end(hops)] if not hop.done()]
        waiting = {one.sock.fileno(): one for one in asked + [knock] if not one.done()}
        if not waiting or now >= seconds:
            return
        if not again and now >= AGAIN:
            again = True
            for hop in asked:
                hop.send()
        poll = select.poll()
        for number, one in waiting.items():
            # Errors are reported without being asked for.
            poll.register(number, select.POLLOUT if one is knock else select.POLLIN)
        end = seconds if again else min(AGAIN, seconds)
        for number, _ in poll.poll(max(0, end - now) * 1000 + 1):
            waiting[number].receive()


def _end(hops):
    """How many hops there are, as far as known."""
    return next((i + 1 for i, hop in enumerate(hops) if hop.final), len(hops))


def _tell(attempt, hops, knock, target):
    hops = hops[:_end(hops)]
    last = max((i + 1 for i, hop in enumerate(hops) if hop.done()), default=0)
    for i, hop in enumerate(hops[:last]):
        attempt.details['h%d' % (i + 1)] = (
            '%s %.1f' % (hop.who, hop.millis) if hop.done() else '*')
    there = knock.there or any(hop.final and hop.who == target for hop in hops)
    attempt.details['hops'] = str(last)
    attempt.details['reached'] = 'true' if there else 'false'


def _sender(raw, family):
    """The address in a sockaddr_in or sockaddr_in6; None if it is another kind."""
    kind = struct.unpack_from('=H', raw)[0]
    if kind != family:
        return None
    if kind == socket.AF_INET:
        return socket.inet_ntoa(raw[4:8])
    return socket.inet_ntop(socket.AF_INET6, raw[8:24]) if len(raw) >= 24 else None
