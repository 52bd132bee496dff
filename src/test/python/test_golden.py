"""The transcripts that both sides hold themselves to."""
import json
import os
import unittest

import support
from linkscope_agent import facts, identity, request
from linkscope_agent.probers import Probers
from linkscope_agent.ring import CHUNK, Ring
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
        written = identity.hello(True, sorted(request.PROBES))
        self.assertEqual(shape(self.find(t='hello')), shape(written))
        self.assertLessEqual(set(self.find(t='hello')['capabilities']),
                             set(written['capabilities']))
        self.assertEqual(shape(self.find(t='hb')), shape(identity.heartbeat(3)))

    def test_facts(self):
        for written in (facts.known('os.name', 'Debian GNU/Linux 12 (bookworm)'),
                        facts.absent('pi.model'),
                        facts.not_checked('clock.synchronised', 'no systemd-timesyncd')):
            expected = self.find(k=written['k'])
            self.assertEqual(expected, dict(written, at=1000.14, q=expected['q']))

    def test_outcomes(self):
        bench = support.Bench()
        outcome, = bench.run(support.spec('webcam.snapshot', url=''))
        outcome.update(i='webcam', p='webcam.snapshot', q=5)
        expected = [pair for pair in shape(self.find(q=5)) if pair[0] != 'd']
        self.assertEqual(expected, shape(dict({'t': 'o'}, **outcome)))

    def test_commands(self):
        first, second = golden('client.ndjson')[:2]
        asked = request.Subscribe(first)
        self.assertEqual((('laptop', 's1'), 60), (asked.key, asked.lease))
        self.assertIsNone(asked.known_run)
        self.assertEqual([('server.http', 0, 1, '', '', 2.5),
                          ('webcam.snapshot', 24, 1, '', 'digest', 0),
                          ('dns', 0, 1, '', '', 0), ('gateway', 0, 1, '', '', 0),
                          ('server.paths', 0, 30, 'server', '', 0)],
                         [(probe.probe, probe.slots, probe.every, probe.on, probe.auth,
                           probe.spread) for probe in asked.probes])
        again = request.Subscribe(second)
        self.assertEqual(('ba9876543210', 6, 86400),
                         (again.known_run, again.known, again.lease))

    def test_subscribed(self):
        written = Subscription(request.Subscribe(golden('client.ndjson')[1]), Nobody).frame()
        expected = self.find(t='subscribed')
        self.assertEqual(shape(expected), shape(written))
        self.assertEqual(shape(expected['probes'][0]), shape(written['probes'][0]))

    def test_lost(self):
        ring = Ring(most=CHUNK)
        for n in range(3 * CHUNK):
            ring.add({'t': 'o', 's': 60.0 * n, 'r': 'ok', 'i': 'server'})
        expected = self.find(t='lost')
        self.assertEqual([shape(dict(enumerate(one))) for one in expected['sums'][:1]],
                         [shape(dict(enumerate(one))) for one in ring.read(1, 1)[0]['sums'][:1]])


class Nobody:
    probers = Probers(None, None)


if __name__ == '__main__':
    unittest.main()
