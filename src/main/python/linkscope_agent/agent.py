"""The agent: takes commands, owns the subscriptions, records outcomes, leaves with the last one."""
import json
import os
import threading

from . import clock, facts, identity
from .client import Client
from .request import PROBES, Refused, Subscribe
from .ring import Ring
from .subscription import Subscription
from .timer import Timer
from .workers import Workers

HEARTBEAT = 5.0
FIRST_LEASE = 60  # seconds to subscribe in
FAREWELL = 2.0  # seconds for a client to take the last frames


class Agent:
    """One process. `leave` ends it; given so that tests can watch."""

    def __init__(self, leave=os._exit, ring=None):
        self.timer = Timer()
        self.workers = Workers()
        self._ring = ring or Ring()
        self._changed = threading.Condition()
        self._clients = []
        self._leave = leave

    def start(self):
        threading.Thread(target=self.timer.run, daemon=True).start()
        self.timer.at(clock.boot() + HEARTBEAT, self._beat)

    def attach(self, descriptor):
        """A client that reads there; greets it."""
        client = Client(self._changed, self._ring, descriptor, self._gone)
        self._clients.append(client)
        client.send(identity.hello(self._ring.base, self._ring.next, sorted(PROBES)))
        client.start()
        self.timer.at(clock.boot() + FIRST_LEASE, lambda: self._leave_if_unused('lease'))
        return client

    def command(self, client, line):
        """One line of a client."""
        try:
            frame = json.loads(line.decode())
            kind, name = frame.get('t'), str(frame.get('id'))
        except (ValueError, AttributeError):
            client.send({'t': 'refused', 'code': 'bad_request', 'message': 'Not understood.'})
            return
        if kind == 'subscribe':
            self._subscribe(client, frame)
        elif kind == 'renew':
            with self._changed:
                subscription = client.subscriptions.get(name)
            if subscription is not None:
                subscription.renew()
        elif kind == 'stop':
            self.end(client, name, 'stopped')

    def record(self, outcome):
        """Keeps an outcome and wakes those who wait for it."""
        with self._changed:
            self._ring.add(outcome)
            self._changed.notify_all()

    def tell_fact(self, key, value):
        """A fact that a probe came upon."""
        for client in self._clients:
            client.send(facts.known(key, value))

    def end(self, client, name, reason):
        """Ends one subscription; the last one takes the agent with it."""
        with self._changed:
            subscription = client.subscriptions.pop(name, None)
        if subscription is None:
            return
        subscription.stop()
        client.send({'t': 'ended', 'id': name, 'reason': reason})
        self._leave_if_unused(reason)

    def _subscribe(self, client, frame):
        try:
            asked = Subscribe(frame)
            if asked.id in client.subscriptions:
                raise Refused('bad_request', 'There is a subscription of that id already.')
            subscription = Subscription(asked, self, client)
        except Refused as e:
            client.send({'t': 'refused', 'code': e.code, 'message': str(e)})
            return
        client.begin(self._cursor(asked))
        client.send(subscription.frame())
        with self._changed:
            client.subscriptions[asked.id] = subscription
        subscription.start()
        self.workers.run(lambda: [client.send(fact) for fact in facts.read_all()])

    def _cursor(self, asked):
        if asked.known_run == identity.RUN:
            return asked.known + 1
        return self._ring.next if asked.known_run is None else self._ring.base

    def _beat(self):
        self.timer.at(clock.boot() + HEARTBEAT, self._beat)
        for client in self._clients:
            client.beat(identity.heartbeat(self._ring.next - 1))

    def _leave_if_unused(self, reason):
        if any(client.subscriptions for client in self._clients):
            return
        for client in self._clients:
            client.leave(reason)
        self.timer.at(clock.boot() + FAREWELL, lambda: self._leave(0))

    def _gone(self, client):
        """A client has its bye, or does not read any more: the attached one takes all with it."""
        self._leave(0)
