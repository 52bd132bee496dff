"""The agent as a process: how it begins, keeps time, serves subscriptions and leaves."""
import os
import signal
import unittest

import support
from support import ask


def setUpModule():
    global faults
    faults = support.FaultServer()


def tearDownModule():
    faults.close()


class AgentTest(unittest.TestCase):
    def setUp(self):
        self.agent = support.AgentProcess()
        self.addCleanup(self.agent.close)
        self.hello = self.agent.next()

    def test_greets(self):
        self.assertEqual('hello', self.hello['t'])
        self.assertEqual(1, self.hello['protocol'])
        self.assertRegex(self.hello['process'], '^[0-9a-f]{12}$')
        self.assertRegex(self.hello['machine'], '^([0-9a-f]{16})?$')
        self.assertTrue(self.hello['detached'])
        self.agent.subscribe(probes=[])
        subscribed = self.agent.next('subscribed')
        self.assertRegex(subscribed['run'], '^[0-9a-f]{12}$')
        self.assertEqual([1, 1], [subscribed['base'], subscribed['next']])

    def test_finishes_after_its_slots(self):
        self.agent.subscribe(probes=[
            ask('server.http', url=faults.url('http'), cadence=0.3, slots=4)])
        frames = self.agent.until('bye')
        outcomes = [frame for frame in frames if frame['t'] == 'o']
        self.assertEqual([0, 1, 2, 3], [o['n'] for o in outcomes])
        numbered = [frame['q'] for frame in frames if frame['t'] in ('o', 'fact')]
        self.assertEqual(list(range(1, len(numbered) + 1)), numbered)
        self.assertIn('pi.model', [frame['k'] for frame in frames if frame['t'] == 'fact'])
        self.assertEqual('finished', frames[-1]['reason'])
        self.assertEqual(0, self.agent.exit(3))

    def test_keeps_its_cadence_while_the_server_hangs(self):
        faults.set(server='hang')
        self.addCleanup(faults.set, server='ok')
        self.agent.subscribe(probes=[
            ask('server.http', url=faults.url('http'), cadence=1, deadline=4, slots=8)])
        frames = self.agent.until('bye')
        outcomes = [frame for frame in frames if frame['t'] == 'o']
        self.assertEqual(['failed request timeout'] * 8, list(map(support.verdict, outcomes)))
        schedule, = next(f for f in frames if f['t'] == 'subscribed')['probes']
        for o in outcomes:
            self.assertAlmostEqual(schedule['first'] + o['n'], o['s'], delta=0.4)
            self.assertAlmostEqual(4, o['e'] - o['s'], delta=0.5)

    def test_leaves_when_told(self):
        self.agent.subscribe(probes=[ask('server.http', url=faults.url('http'), cadence=0.2)])
        self.agent.next('o')
        self.agent.say(t='stop')
        self.assertEqual('stopped', self.agent.until('bye')[-1]['reason'])
        self.assertEqual(0, self.agent.exit(3))

    def test_leaves_when_its_lease_has_passed(self):
        self.agent.subscribe(lease=1, probes=[ask('gateway', cadence=5)])
        self.assertEqual('lease', self.agent.until('bye')[-1]['reason'])
        self.assertEqual(0, self.agent.exit(3))

    def test_a_renewed_lease_lasts(self):
        self.agent.subscribe(lease=1.2, probes=[
            ask('server.http', url=faults.url('http'), cadence=0.4)])
        for _ in range(6):
            self.agent.next('o')
            self.agent.say(t='renew')
        self.assertIsNone(self.agent.process.poll())

    def test_a_channel_has_one_subscription(self):
        self.agent.subscribe(probes=[])
        self.agent.next('subscribed')
        self.agent.subscribe('s2', probes=[])
        self.assertEqual('bad_request', self.agent.next('refused')['code'])

    def test_without_probes_it_waits(self):
        self.agent.subscribe(probes=[])
        self.agent.until('subscribed')
        self.agent.say(t='stop')
        self.assertEqual('stopped', self.agent.until('bye')[-1]['reason'])

    def test_refuses_nonsense_and_goes_on(self):
        secret = 'http://user:secret@x/'
        for probe in ({}, ask('no.such'), ask('server.http'), ask('server.http', url=7),
                      ask('gateway', cadence=0), ask('gateway', deadline=-1), ask('dns'),
                      ask('gateway', slots='x'), dict(ask('server.http', url=secret), cadence=1e99)):
            self.agent.subscribe(probes=[probe])
            refused = self.agent.next()
            self.assertEqual('refused', refused['t'])
            self.assertNotIn('secret', str(refused))
        self.agent.subscribe(probes=[ask('gateway'), ask('gateway')])
        self.assertEqual('bad_request', self.agent.next()['code'])
        for line in (b'nonsense\n', b'[]\n', b'\xff\xfe\n', b'{"t":5}\n', b'x' * 200000 + b'\n'):
            self.agent.write(line)
        self.agent.write(b'\n\n')
        self.agent.subscribe(probes=[])
        self.agent.until('subscribed')

    def test_ignores_what_it_does_not_know(self):
        self.agent.say(t='dance')
        self.agent.say(t='stop', id='nobody')
        self.agent.say(t='renew', id=['x'])
        self.agent.say(t='subscribe', id='s', instance='i', lease=9, later=1, probes=[
            dict(ask('gateway'), colour='red')])
        self.assertEqual('subscribed', self.agent.next()['t'])

    def test_beats(self):
        self.agent.subscribe(lease=20, probes=[])
        beat = self.agent.next('hb')
        self.assertAlmostEqual(5, beat['clock'][0] - self.hello['clock'][0], delta=1)
        self.assertGreater(beat['cpu'], 0)
        self.assertGreater(beat['rss'], 1000)
        self.assertGreater(beat['pss'], 1000)
        self.assertLess(beat['pss'], beat['rss'])

    def test_after_a_pause_there_is_no_burst(self):
        self.agent.subscribe(probes=[
            ask('server.http', url=faults.url('http'), cadence=0.2)])
        first = self.agent.next('o')
        agent, = self.agent.agents()
        os.kill(agent, signal.SIGSTOP)
        support.time.sleep(2)
        os.kill(agent, signal.SIGCONT)
        slots = [first['n']] + [self.agent.next('o')['n'] for _ in range(8)]
        self.assertEqual(len(slots), len(set(slots)))
        self.assertGreaterEqual(max(b - a for a, b in zip(slots, slots[1:])), 7)


if __name__ == '__main__':
    unittest.main()
