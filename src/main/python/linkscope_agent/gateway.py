"""Probe gateway: is the router there? ICMP, else TCP, else ping, else ARP."""
import errno
import math
import os
import select
import struct
import time

from . import clock, routes
from . import sockets as socket
from .attempt import Failed, Skipped
from .connection import trouble

ICMP_SHARE, TCP_SHARE = 0.4, 0.35  # of the time left; the last of it is for ARP
TCP_PORT = 53
ARP_PATIENCE = 0.25
PING_PAUSE = 60  # slots without it after it did not work
ECHO, REPLY = 8, b'\0'  # RFC 792
ECHO_6, REPLY_6 = 128, b'\x81'  # RFC 4443


class Gateway:
    """Takes the first way that works here, and falls back if the router is silent on it.

    A way returns whether the router answered, None where it cannot be tried.
    """

    first_phase = 'connect'

    def __init__(self, spec, tell_fact, find=routes.gateway):
        self._find = find
        self._icmp = True
        self._ping_from = 0  # slot
        self._ping_first = False
        self._answered = None  # the router that has answered a question of ours

    def run(self, attempt):
        attempt.enter('connect')
        route = self._find()
        if route is None:
            if not routes.available():
                raise Skipped('unsupported')
            raise Failed('no_route')
        address, interface = route
        attempt.details['address'] = address
        link_local = address.lower().startswith('fe80')
        scoped = address + '%' + interface if link_local else address
        # A ping is a process, and costs twenty times as much as a connection that is refused.
        cheap, costly = self._by_tcp, self._by_ping
        second, third = (costly, cheap) if self._ping_first else (cheap, costly)
        tried = []
        for way in (self._by_icmp, second, third, self._by_arp):
            alive = way(attempt, scoped)
            if alive:
                self._ping_first = way == costly  # a router that is silent to TCP stays so
                attempt.details['via'] = way.__name__[4:]
                if way != self._by_arp:
                    self._answered = scoped
                return
            if alive is not None:
                tried.append(way.__name__[4:])
                attempt.details['tried'] = ' '.join(tried)
        raise Failed('timeout')

    def _by_icmp(self, attempt, address):
        if not self._icmp:
            return None
        six = ':' in address
        family, protocol = ((socket.AF_INET6, socket.IPPROTO_ICMPV6) if six else
                            (socket.AF_INET, socket.IPPROTO_ICMP))
        try:
            sock = socket.socket(family, socket.SOCK_DGRAM, protocol)
        except OSError:
            self._icmp = False  # net.ipv4.ping_group_range keeps us out
            return None
        self._ping_from = math.inf  # no need for another program
        with sock:
            try:
                sock.settimeout(attempt.left() * ICMP_SHARE)
                sock.connect(_endpoint(family, address, 0))
                sock.send(_echo(ECHO_6 if six else ECHO))
                return sock.recv(256)[:1] == (REPLY_6 if six else REPLY)
            except OSError:
                return False

    def _by_ping(self, attempt, address):
        if attempt.slot < self._ping_from:
            return None
        from . import child, command
        try:
            ping = child.Child('ping', ('-n', '-c', '1', '-W', '1', address), os.environ)
        except OSError:
            self._ping_from = math.inf
            return None
        if not _drain(ping.output, attempt.left() * (ICMP_SHARE + 0.2)):
            ping.kill()
        ping.close()
        status = command.status(ping)
        if status == child.MISSING:
            self._ping_from = math.inf
            return None
        if status == 2:
            # Not allowed, or another kind of ping; but also said where the network is away.
            self._ping_from = attempt.slot + PING_PAUSE
            return None
        return status == 0

    def _by_tcp(self, attempt, address):
        family = socket.AF_INET6 if ':' in address else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as sock:
            try:
                sock.settimeout(attempt.left() * TCP_SHARE)
                sock.connect(_endpoint(family, address, TCP_PORT))
                return True
            except OSError as e:
                # A reset comes from the router itself: it is alive.
                return trouble(e) in ('refused', 'reset')

    def _by_arp(self, attempt, address):
        # The kernel keeps a neighbour for up to 45 s without asking it again (arp(7),
        # base_reachable_time): no evidence of a router that has answered better questions.
        if ':' in address or address == self._answered:
            return None
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            try:
                sock.sendto(b'', (address, 9))
            except OSError as e:
                if e.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
                    raise Failed('unreachable') from None
                return False
        time.sleep(min(ARP_PATIENCE, attempt.left() / 2))
        return _in_neighbours(address)


def _endpoint(family, address, port):
    if family == socket.AF_INET:
        return address, port
    return socket.getaddrinfo(address.encode(), port, family, socket.SOCK_STREAM, 0,
                              socket.AI_NUMERICHOST)[0][4]


def _echo(kind):
    """An echo request; the kernel fills in number and checksum."""
    return struct.pack('>BBHHH', kind, 0, 0, 0, 1) + b'linkscope'


def _drain(pipe, seconds):
    """Waits until a child closes its output; false if it takes too long."""
    until = clock.awake() + seconds
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    while True:
        left = until - clock.awake()
        if left <= 0 or not poll.poll(left * 1000 + 1):
            return False
        if not os.read(pipe, 4096):
            return True


def _in_neighbours(address):
    try:
        with open('/proc/net/arp') as table:
            rows = [line.split() for line in table.read().splitlines()[1:]]
    except OSError:
        return False
    return any(row[0] == address and int(row[2], 16) & 2 for row in rows if len(row) > 3)
