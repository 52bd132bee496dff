"""Probe stun: does UDP leave this network, and does an answer come back (RFC 8489)?"""
import os
import select
import struct

from . import clock, connection, endpoint, traffic
from . import sockets as socket
from .attempt import Failed

PORT = 3478
COOKIE = 0x2112A442
REQUEST, SUCCESS, ERROR = 0x0001, 0x0101, 0x0111
XOR_MAPPED_ADDRESS = 0x0020
FIRST_WAIT = 0.5  # seconds until the request is repeated; doubles (section 6.2.1)
MOST_ROUNDS = 7
# The worse the verdict of an address, the less it tells about the network.
_ORDER = ('stun_error', 'garbage', 'port_closed', 'timeout', 'unreachable')


class Stun:
    """One binding request to an address of each family, side by side. What it tells about our own
    address is checked and forgotten: it is personal."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._name = spec.name

    def run(self, attempt):
        host, port = endpoint.parse(self._name, PORT)
        asked = [_Asked(*one) for one in _addresses(attempt, host, port)]
        attempt.enter('request')
        try:
            answered = _wait(attempt, asked)
        finally:
            for one in asked:
                one.close()
        if answered is None:
            raise Failed(min((one.verdict() for one in asked), key=_ORDER.index))
        attempt.details['family'] = answered.family


class _Asked:
    """A server's address, and what it answered."""

    def __init__(self, family, address):
        self.family = '6' if family == socket.AF_INET6 else '4'
        self.ok = False
        self._heard = None
        self._request = struct.pack('>HHL', REQUEST, 0, COOKIE) + os.urandom(12)
        self.sock = None
        try:
            self.sock = socket.socket(family, socket.SOCK_DGRAM)
            self.sock.setblocking(False)
            self.sock.connect(address)  # so that a closed port shows, and strangers do not
        except OSError as e:
            self._broken(e)

    def send(self):
        if self.sock is not None:
            try:
                traffic.count(self.sock.send(self._request), 0)
            except BlockingIOError:
                pass
            except OSError as e:
                self._broken(e)

    def receive(self):
        try:
            message = self.sock.recv(2048)
            traffic.count(0, len(message))
        except BlockingIOError:
            return
        except OSError as e:
            self._broken(e)
            return
        verdict = judge(message, self._request)
        self.ok = verdict == 'ok'
        self._heard = verdict

    def verdict(self):
        return self._heard or 'timeout'

    def close(self):
        if self.sock is not None:
            self.sock.close()
            self.sock = None

    def _broken(self, error):
        if not self._heard:
            trouble = connection.trouble(error)
            self._heard = 'port_closed' if trouble == 'refused' else 'unreachable'
        self.close()


def _addresses(attempt, host, port):
    """(family, address) of the first address of each family."""
    attempt.enter('dns')
    found = {}
    for family, _, _, _, address in connection.addresses(host, port, socket.SOCK_DGRAM):
        found.setdefault(family, address)
    return found.items()


def _wait(attempt, asked):
    """The first that answers well; None if all fail or time is up."""
    until = clock.awake() + attempt.left() * 0.95
    wait, again, rounds = FIRST_WAIT, 0, 0
    while True:
        now = clock.awake()
        if now >= again and rounds < MOST_ROUNDS:
            for one in asked:
                one.send()
            again, wait, rounds = now + wait, wait * 2, rounds + 1
        open_ones = {one.sock.fileno(): one for one in asked if one.sock is not None}
        if now >= until or not open_ones:
            return None
        poll = select.poll()
        for number in open_ones:
            poll.register(number, select.POLLIN)
        end = min(until, again) if rounds < MOST_ROUNDS else until
        for number, _ in poll.poll(max(0, end - now) * 1000 + 1):
            open_ones[number].receive()
            if open_ones[number].ok:
                return open_ones[number]


def judge(message, request):
    """ok, stun_error or garbage: what a message is as an answer to a binding request."""
    if len(message) < 20 or message[4:20] != request[4:20]:
        return 'garbage'
    kind, size = struct.unpack('>HH', message[:4])
    if size % 4 or size != len(message) - 20:
        return 'garbage'
    if kind == ERROR:
        return 'stun_error'
    if kind != SUCCESS:
        return 'garbage'
    at = 20
    while at + 4 <= len(message):
        name, size = struct.unpack('>HH', message[at:at + 4])
        if at + 4 + size > len(message):
            break
        if name == XOR_MAPPED_ADDRESS:
            return 'ok' if _mapped(message[at + 4:at + 4 + size], request) else 'garbage'
        at += 4 + (size + 3) // 4 * 4
    return 'garbage'


def _mapped(value, request):
    """Whether that is an address with a port (section 14.2)."""
    if len(value) not in (8, 20) or value[1] != (1 if len(value) == 8 else 2):
        return False
    plain = bytes(a ^ b for a, b in zip(value[4:], request[4:20]))
    port = struct.unpack('>H', value[2:4])[0] ^ (COOKIE >> 16)
    return port != 0 and any(plain)
