"""Probe dns: does each resolver of this computer answer for the server's name?"""
import os
import select

from . import clock, dns_message, resolvers, traffic
from . import sockets as socket
from .attempt import Failed

PATIENCE = 3.0  # seconds for each resolver, asked side by side
IN_TIME = 0.9  # share of the time left: at the end of it nobody learns who was silent
FURTHER = 1.0  # seconds for those that this computer does not use: they hold nothing up
PORT = 53


class Dns:
    """Raw queries, because the system's resolver ignores time-outs and hides who failed."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact, servers=resolvers.read, port=PORT):
        self._name = spec.name
        self._further = spec.resolvers
        self._servers = servers
        self._port = port

    def run(self, attempt):
        servers = self._servers()
        if not servers and not self._further:
            raise Failed('no_resolver')
        attempt.enter('dns')
        asked = [_Asked(server, self._port, self._name) for server in servers]
        further = [_Asked(server, self._port, self._name) for server in self._further]
        try:
            _wait(asked, further, min(PATIENCE, attempt.left() * IN_TIME))
        finally:
            for one in asked + further:
                one.close()
        for letter, told in (('r', asked), ('u', further)):
            for i, one in enumerate(told):
                attempt.details[letter + str(i)] = '%s %s %d' % (
                    one.server[:45], one.verdict(), one.millis)
        # What others answer does not help this computer.
        if not any(one.verdict() in ('ok', 'truncated') for one in asked):
            raise Failed(asked[0].verdict() if asked else 'no_resolver')


class _Asked:
    """One resolver with its two questions."""

    def __init__(self, server, port, name):
        self.server = server
        self.millis = 0
        self.error = None
        self._begun = clock.awake()
        self._results = {}
        self.sock = None
        first = int.from_bytes(os.urandom(2), 'big') & 0xFFFE
        try:
            self._questions = {kind: dns_message.query(first + i, name, kind) for i, kind in
                               enumerate((dns_message.A, dns_message.AAAA))}
            address = socket.getaddrinfo(server.encode(), port, 0, socket.SOCK_DGRAM, 0,
                                         socket.AI_NUMERICHOST)[0]
            self.sock = socket.socket(address[0], socket.SOCK_DGRAM)
            self.sock.setblocking(False)
            self.sock.connect(address[4])  # so that a closed port shows, and strangers do not
            for question in self._questions.values():
                traffic.count(self.sock.send(question), 0)
        except ValueError:
            self.error = 'bad_name'
        except OSError as e:
            self._broken(e)

    def done(self):
        return self.error is not None or len(self._results) == 2

    def receive(self):
        """Takes one message; a wrong number or question is ignored."""
        try:
            message = self.sock.recv(4096)
            traffic.count(0, len(message))
        except BlockingIOError:
            return
        except OSError as e:
            self._broken(e)
            return
        for kind, question in self._questions.items():
            if dns_message.answers(message, question):
                self._results.setdefault(kind, dns_message.result(message, question))
        self.millis = round((clock.awake() - self._begun) * 1000)

    def verdict(self):
        """ok if any of both questions brought an address, else what is wrong."""
        results = list(self._results.values())
        if any(addresses for _, addresses in results):
            return 'ok'
        if self.error:
            return self.error
        kinds = [kind for kind, _ in results]
        for kind in ('truncated', 'nxdomain', 'servfail', 'refused', 'garbage'):
            if kind in kinds:
                return kind
        return 'no_address' if len(kinds) == 2 else 'timeout'

    def close(self):
        if self.sock is not None:
            self.sock.close()

    def _broken(self, error):
        refused = isinstance(error, ConnectionRefusedError)
        self.error = 'port_closed' if refused else 'unreachable'


def _wait(asked, further, seconds):
    begun = clock.awake()
    poll = select.poll()
    waiting = {}
    for one in asked + further:
        if not one.done():
            waiting[one.sock.fileno()] = one
            poll.register(one.sock, select.POLLIN)
    while waiting:
        patience = FURTHER if all(one.done() for one in asked) else seconds
        left = begun + min(patience, seconds) - clock.awake()
        if left <= 0:
            break
        for number, _ in poll.poll(left * 1000 + 1):
            one = waiting[number]
            one.receive()
            if one.done():
                poll.unregister(number)
                del waiting[number]
    for one in waiting.values():
        one.millis = round((clock.awake() - begun) * 1000)
