"""One subscription: its probes, what they saw, and the lease that keeps it alive."""
import os

from . import clock, threads
from .ring import Ring


class Subscription:
    """Ends when its client says so, when its lease has passed, or when all its slots are over.

    It does not need a client meanwhile: what its probes saw waits for one to come back.
    """

    def __init__(self, asked, agent, ring=None):
        self.key = asked.key
        self.probes = asked.sameness()
        self.run = os.urandom(6).hex()
        self.finished = False
        self._agent = agent
        self._client = None
        self._lock = threads.Lock()
        self._ring = ring or Ring()
        self._lease = asked.lease
        self._until = clock.awake() + asked.lease
        self._entry = None
        self._targets = [_Target(self, spec) for spec in asked.probes]
        for target in self._targets:
            target.join(agent.probers, self._done)
        self._link_followers()

    def start(self):
        """Begins to measure."""
        self._watch()
        for target in self._targets:
            target.prober.start()

    def serve(self, client):
        """A client is there, or none (None); returns the one there was."""
        with self._lock:
            before, self._client = self._client, client
            return before

    def has_client(self):
        return self._client is not None

    def released_by(self, client):
        """A client has gone; the subscription waits for the next one."""
        with self._lock:
            if self._client is client:
                self._client = None

    def renew(self, lease=None):
        """The lease begins anew, with another length if given."""
        self._lease = lease or self._lease
        self._until = clock.awake() + self._lease

    def stop(self):
        """Measures no more. What was seen stays readable."""
        for target in self._targets:
            target.leave(self._agent.probers)
        if self._entry:
            self._agent.crew.cancel(self._entry)

    def frame(self):
        """Says which run this is and where its slots lie."""
        with self._lock:
            base, following = self._ring.first(), self._ring.next
        return {'t': 'subscribed', 'id': self.key[1], 'run': self.run, 'base': base,
                'next': following, 'probes': [target.schedule() for target in self._targets]}

    def add(self, entry):
        """Keeps an entry and wakes the client."""
        with self._lock:
            self._ring.add(entry)
            client = self._client
        if client is not None:
            client.wake()

    def last(self):
        """Sequence of the newest entry."""
        return self._ring.next - 1

    def cursor(self, known_run, known):
        """Where a client goes on that holds entries of a run up to a number."""
        with self._lock:
            if known_run == self.run:
                return min(known + 1, self._ring.next)
            return self._ring.first()

    def read(self, cursor, since):
        """What follows from a number on: (frame about what is lost or None, lines as bytes, next
        number, what to give as `since` then); nothing if there is no more. `since`: from there on
        nothing was read before it had to go; where the client begins."""
        with self._lock:
            if cursor >= self._ring.next:
                return None, b'', cursor, since
            whole = cursor >= self._ring.base
            lost, lines, following = self._ring.read(cursor, since)
            return lost, lines, following, following if whole else since

    def _link_followers(self):
        by_name = {target.spec.target: target for target in self._targets}
        for target in self._targets:
            if target.spec.on in by_name:
                target.follow(by_name[target.spec.on])

    def _done(self):
        if not self.finished and all(target.prober.finished() for target in self._targets):
            self.finished = True
            self._agent.finished(self)

    def _watch(self):
        left = self._until - clock.awake()
        if left <= 0:
            self._agent.end(self, 'lease')
        else:
            self._entry = self._agent.crew.at(clock.boot() + left, self._watch)


class _Target:
    """One probe of a subscription, heard from its prober."""

    def __init__(self, subscription, spec):
        self.spec = spec
        self.prober = None
        self._subscription = subscription
        self._first = 0
        self._followed = None

    def join(self, probers, done):
        self.prober, self._first = probers.get(self.spec, self, done)

    def leave(self, probers):
        if self._followed is not None:
            self._followed.unfollow(self.prober)
        probers.release(self.prober, self)

    def follow(self, other):
        self._followed = other.prober
        other.prober.follow(self.prober)

    def schedule(self):
        return {'target': self.spec.target, 'probe': self.spec.probe,
                'first': round(self._first, 3), 'cadence': self.spec.cadence}

    def heard(self, outcome):
        outcome['i'] = self.spec.target
        outcome['p'] = self.spec.probe
        self._subscription.add(outcome)
