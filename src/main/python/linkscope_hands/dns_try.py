"""Asks one more resolver for a name, beside those of the system. Changes nothing."""
import os
import re
import select
import socket
import time

from linkscope_agent import dns_message, resolvers

from .action import Action, Look, said
from .refused import Refused

PATIENCE = 3.0  # seconds, all at once
_PORT = 53
_NAME = re.compile(r'(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}\.?)*$')


class DnsTry(Action):
    """Raw queries for both kinds of addresses, as the agent's probe sends them: the resolver of the
    system ignores time-outs and hides who failed."""

    ARGS = ('name', 'resolver')
    port = _PORT

    def __init__(self, system, args):
        super().__init__(system, args)
        if not address(args['resolver']) or len(args['name']) > 253:
            raise Refused('bad_request', 'resolver or name')

    def look(self):
        name = self.args['name']
        if address(name) or not _NAME.match(name):
            return Look(obstacles=['NOT_HERE'], said=[said('dns.no_name', name)])
        return Look(['dig @%s %s %s' % (server, name, kind)
                     for server in self._servers() for kind in ('A', 'AAAA')])

    def do(self, shown, caller):
        self.must_be_shown(shown)
        asked = [Asked(server, self.port, self.args['name']) for server in self._servers()]
        try:
            _wait(asked, time.monotonic() + PATIENCE)
        finally:
            for one in asked:
                one.close()
        other, own = asked[0], asked[1:]
        told = [said('dns.' + one.verdict(), one.server, one.millis, one.addresses())
                for one in asked]
        if own:
            answers = [one.verdict() == 'ok' for one in own]
            summary = (('both' if all(answers) else 'some_own' if any(answers) else 'only_other')
                       if other.verdict() == 'ok' else 'only_own' if any(answers) else 'none')
            told.append(said('dns.sum.' + summary, self.args['name'], other.server))
        return told

    def _servers(self):
        """The one to be tried first, then the system's own."""
        own = [server for server in resolvers.read(self.system.root + '/etc/resolv.conf')
               if address(server)]
        return [self.args['resolver']] + [one for one in own if one != self.args['resolver']]


class Asked:
    """One resolver with its two questions."""

    def __init__(self, server, port, name):
        self.server = server
        self.millis = 0
        self._begun = time.monotonic()
        self._error = None
        self._results = {}
        self.socket = None
        first = int.from_bytes(os.urandom(2), 'big') & 0xFFFE
        try:
            self._questions = {kind: dns_message.query(first + i, name, kind) for i, kind in
                               enumerate((dns_message.A, dns_message.AAAA))}
            found = socket.getaddrinfo(server, port, 0, socket.SOCK_DGRAM, 0,
                                       socket.AI_NUMERICHOST)[0]
            self.socket = socket.socket(found[0], socket.SOCK_DGRAM)
            self.socket.setblocking(False)
            self.socket.connect(found[4])  # so that a closed port shows, and strangers do not
            for question in self._questions.values():
                self.socket.send(question)
        except (OSError, ValueError):
            self._error = 'unreachable'

    def done(self):
        return self._error is not None or len(self._results) == 2

    def receive(self):
        """Takes one message; what answers neither question is ignored."""
        try:
            message = self.socket.recv(4096)
        except BlockingIOError:
            return
        except OSError:
            self._error = 'unreachable'
            return
        for kind, question in self._questions.items():
            if dns_message.answers(message, question):
                self._results.setdefault(kind, dns_message.result(message, question))
        self.millis = round((time.monotonic() - self._begun) * 1000)

    def verdict(self):
        """ok if it told an address or that there are many, else what is wrong."""
        if self.addresses():
            return 'ok'
        if self._error:
            return self._error
        kinds = [kind for kind, _ in self._results.values()]
        for kind in ('nxdomain', 'servfail', 'refused', 'truncated', 'garbage'):
            if kind in kinds:
                return kind
        return 'no_address' if len(kinds) == 2 else 'timeout'

    def addresses(self):
        """The addresses that it told, at most four of them."""
        found = [one for _, some in self._results.values() for one in some]
        return ', '.join(found[:4])

    def close(self):
        if self.socket is not None:
            self.socket.close()


def _wait(asked, until):
    while True:
        waiting = {one.socket.fileno(): one for one in asked if not one.done()}
        left = until - time.monotonic()
        if not waiting or left <= 0:
            break
        poll = select.poll()
        for number in waiting:
            poll.register(number, select.POLLIN)
        for number, _ in poll.poll(left * 1000 + 1):
            waiting[number].receive()


def address(text):
    """Whether it is a plain IP address."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, text)
            return True
        except (OSError, ValueError):
            pass
    return False
