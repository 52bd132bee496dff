"""The agent: takes commands, owns the subscriptions, leaves with the last one."""
import os

from . import clock, identity, threads
from .client import Client
from .crew import Crew
from .fact_watch import FactWatch
from .frames import decode
from .probers import Probers
from .request import PROBES, Refused, Subscribe
from .subscription import Subscription

HEARTBEAT = 5.0
FIRST_LEASE = 60  # seconds to subscribe in
FAREWELL = 2.0  # seconds for clients to take the last frames
MOST_CLIENTS = 32
MOST_SUBSCRIPTIONS = 16


class Agent:
    """One process. `leave` ends it; given so that tests can watch. `detached`: outlives clients.
    `settle`: called when what is read at the start was read."""

    def __init__(self, detached, leave=os._exit, settle=lambda: None):
        self.crew = Crew()
        self.facts = FactWatch(self.crew, self._tell, settle)
        self.probers = Probers(self.crew, self.facts.tell)
        self._detached = detached
        self._lock = threads.RLock()
        self._clients = set()
        self._subscriptions = {}
        self._leaving = False
        self._leave = leave
        self._door = None

    def start(self, door=None):
        """Begins; further clients come in by a listening socket."""
        self._door = door
        self.crew.start()
        self.crew.at(clock.boot() + HEARTBEAT, self._beat)
        self.crew.at(clock.boot() + FIRST_LEASE, lambda: self._leave_if_unused('lease'))

    def attach(self, reader, writer, cut):
        """A client that reads and writes there; greets it. False if there are too many."""
        client = Client(reader, writer, cut, self, self.crew)
        with self._lock:
            if self._leaving or len(self._clients) >= MOST_CLIENTS:
                return False
            self._clients.add(client)
        client.send(identity.hello(self._detached, sorted(PROBES)))
        client.start()
        return True

    def command(self, client, line):
        """One line of a client."""
        try:
            frame = decode(line)
            kind = frame.get('t')
        except (ValueError, AttributeError):
            client.send({'t': 'refused', 'code': 'bad_request', 'message': 'Not understood.'})
            return
        subscription = client.subscription
        if kind == 'subscribe':
            self._subscribe(client, frame)
        elif kind == 'renew' and subscription is not None:
            subscription.renew()
        elif kind == 'stop' and subscription is not None:
            self.end(subscription, 'stopped')
        elif kind == 'replace':
            self._go('replaced')

    def gone(self, client):
        """A client has its bye, went, or was cut off. An attached agent goes with it."""
        client.close()
        with self._lock:
            self._clients.discard(client)
            alone = self._leaving and not self._clients
        if client.subscription is not None:
            client.subscription.released_by(client)
        if alone or not self._detached:
            self._leave(0)

    def end(self, subscription, reason):
        """Ends one subscription; the last one takes the agent with it."""
        with self._lock:
            if self._subscriptions.get(subscription.key) is not subscription:
                return
            del self._subscriptions[subscription.key]
        subscription.stop()
        client = subscription.serve(None)
        if client is not None:
            client.leave(reason)
            self.crew.at(clock.boot() + FAREWELL, client.close)
        self._leave_if_unused(reason)

    def finished(self, subscription):
        """All its slots are over: it ends now, or when its client has come back for the rest."""
        if subscription.has_client():
            self.end(subscription, 'finished')

    def _subscribe(self, client, frame):
        try:
            asked = Subscribe(frame)
            if client.subscription is not None:
                raise Refused('bad_request', 'This channel has a subscription already.')
            subscription = self._find_or_make(asked)
        except Refused as e:
            client.send({'t': 'refused', 'code': e.code, 'message': str(e)})
            return
        before = subscription.serve(client)
        if before is not None:
            before.leave('taken_over')
            self.crew.at(clock.boot() + FAREWELL, before.close)
        client.begin(subscription, subscription.cursor(asked.known_run, asked.known))
        self.facts.start(asked.spread())
        if subscription.finished:
            self.end(subscription, 'finished')

    def _find_or_make(self, asked):
        with self._lock:
            there = self._subscriptions.get(asked.key)
            if there is not None and there.probes == asked.sameness():
                there.renew(asked.lease)
                return there
            if self._leaving or len(self._subscriptions) >= MOST_SUBSCRIPTIONS:
                raise Refused('busy', 'There are too many subscriptions.')
            made = Subscription(asked, self)
            self._subscriptions[asked.key] = made
            # Its first entries, before any outcome.
            self.facts.begin(made)
        if there is not None:
            there.stop()
            client = there.serve(None)
            if client is not None:
                client.leave('taken_over')
                self.crew.at(clock.boot() + FAREWELL, client.close)
        made.start()
        return made

    def _tell(self, fact):
        with self._lock:
            subscriptions = list(self._subscriptions.values())
        for subscription in subscriptions:
            subscription.add(dict(fact))

    def _beat(self):
        self.crew.at(clock.boot() + HEARTBEAT, self._beat)
        with self._lock:
            clients = list(self._clients)
        for client in clients:
            there = client.subscription
            client.beat(identity.heartbeat(there.last() if there is not None else 0))
        self.facts.look()  # here, because each time that a thread wakes up costs

    def _leave_if_unused(self, reason):
        with self._lock:
            if self._subscriptions:
                return
        self._go(reason)

    def _go(self, reason):
        with self._lock:
            if self._leaving:
                return
            self._leaving = True
            subscriptions = list(self._subscriptions.values())
            clients = list(self._clients)
            self._subscriptions.clear()
        if self._door is not None:
            self._door.close()  # the name is free for the next agent
        for subscription in subscriptions:
            subscription.stop()
        for client in clients:
            client.leave(reason)
        self.crew.at(clock.boot() + (FAREWELL if clients else 0), lambda: self._leave(0))
