"""The transcripts that both sides hold themselves to."""
import json
import os
import unittest

import support
from linkscope_agent import facts, identity, request
from linkscope_agent.subscription import Subscription

WIRE = os.path.join(support.HERE, '..', 'resources', 'wire', 'v1')


def golden(name):
    with open(os.path.join(WIRE, name)) as lines:
        return [json.loads(line) for line in lines]


def shape(frame):
    """Keys in their order with the kinds of their values."""
    return [(key, 'number' if isinstance(value, (int, float)) else type(value).__name__)
            for key, value in frame.items()]


class GoldenTest(unittest.TestCase):
    def setUp(self):
        self.frames = golden('agent.ndjson')

    def find(self, **wanted):
        return next(f for f in self.frames if wanted.items() <= f.items())

    def test_hello_and_heartbeat(self):
        written = identity.hello(1, 1, sorted(request.PROBES))
        self.assertEqual(shape(self.find(t='hello')), shape(written))
        self.assertEqual(self.find(t='hello')['capabilities'], written['capabilities'])
        self.assertEqual(shape(self.find(t='hb')), shape(identity.heartbeat(3)))

    def test_facts(self):
        self.assertEqual(self.find(k='os.name'),
                         facts.known('os.name', 'Debian GNU/Linux 12 (bookworm)'))
        self.assertEqual(self.find(k='pi.model'), facts.absent('pi.model'))
        self.assertEqual(self.find(k='clock.synchronised'),
                         facts.not_checked('clock.synchronised', 'no systemd-timesyncd'))

    def test_outcomes(self):
        bench = support.Bench()
        outcome, = bench.run(support.spec('webcam.snapshot', url=''))
        outcome.update(b='s1', q=2)
        expected = [pair for pair in shape(self.find(q=2)) if pair[0] != 'd']
        self.assertEqual(expected, shape(dict({'t': 'o'}, **outcome)))

    def test_commands(self):
        subscribe = golden('client.ndjson')[0]
        asked = request.Subscribe(subscribe)
        self.assertEqual(('s1', 60), (asked.id, asked.lease))
        self.assertEqual(['server.http', 'webcam.snapshot', 'dns', 'gateway'],
                         [probe.probe for probe in asked.probes])
        self.assertEqual([0, 24, 0, 0], [probe.slots for probe in asked.probes])

        class Nobody:
            timer = workers = None
            tell_fact = None
        written = Subscription(asked, Nobody, None).frame()
        expected = self.find(t='subscribed')
        self.assertEqual(shape(expected), shape(written))
        self.assertEqual(shape(expected['probes'][0]), shape(written['probes'][0]))


if __name__ == '__main__':
    unittest.main()
