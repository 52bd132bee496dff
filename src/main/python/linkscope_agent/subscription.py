"""One subscription: its probes, and the lease that keeps it alive."""
from . import clock
from .prober import Prober
from .request import PROBES


class Subscription:
    """Ends when its client says so, when its lease has passed, or when all its slots are over."""

    def __init__(self, asked, agent, client):
        self.id = asked.id
        self._lease = asked.lease
        self._agent = agent
        self._client = client
        self._until = 0
        self._entry = None
        self.probers = [self._prober(spec) for spec in asked.probes]

    def start(self):
        self.renew()
        self._watch()
        for prober in self.probers:
            prober.start()

    def renew(self):
        self._until = clock.awake() + self._lease

    def stop(self):
        for prober in self.probers:
            prober.stop()
        if self._entry:
            self._agent.timer.cancel(self._entry)

    def frame(self):
        """Says where the slots lie."""
        return {'t': 'subscribed', 'id': self.id, 'probes': [
            {'target': p.spec.target, 'probe': p.spec.probe, 'first': round(p.first, 3),
             'cadence': p.spec.cadence} for p in self.probers]}

    def _prober(self, spec):
        probe = PROBES[spec.probe](spec, self._agent.tell_fact)
        return Prober(spec, probe, self._agent.timer, self._agent.workers, self._emit, self._done)

    def _emit(self, outcome):
        outcome['b'] = self.id
        self._agent.record(outcome)

    def _done(self):
        if all(prober.finished() for prober in self.probers):
            self._agent.end(self._client, self.id, 'finished')

    def _watch(self):
        left = self._until - clock.awake()
        if left <= 0:
            self._agent.end(self._client, self.id, 'lease')
        else:
            self._entry = self._agent.timer.at(clock.boot() + left, self._watch)
