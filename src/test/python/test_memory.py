"""The ring, and clients that are slow or gone."""
import json
import os
import socket
import threading
import unittest

import support
from linkscope_agent.client import Client
from linkscope_agent.crew import Crew
from linkscope_agent.ring import CHUNK, Ring


def fill(ring, count):
    for _ in range(count):
        ring.add({'t': 'o', 's': 1.0 * ring.next, 'r': 'ok', 'i': 'server', 'n': ring.next})


class RingTest(unittest.TestCase):
    def everything(self, ring, cursor):
        numbers = []
        while cursor < ring.next:
            _, lines, cursor = ring.read(cursor, cursor)
            numbers += [json.loads(line)['q'] for line in lines.splitlines()]
        return numbers

    def test_reads_from_any_number(self):
        ring = Ring()
        fill(ring, 3 * CHUNK + 5)
        for start in (1, 2, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5):
            self.assertEqual(list(range(start, 3 * CHUNK + 6)), self.everything(ring, start))

    def test_keeps_the_newest(self):
        ring = Ring(most=4 * CHUNK)
        fill(ring, 1000)
        self.assertLessEqual(ring.next - ring.base, 4 * CHUNK + CHUNK)
        self.assertEqual(list(range(ring.base, 1001)), self.everything(ring, 1))

    def test_is_bounded_by_bytes(self):
        ring = Ring(most_bytes=20000)
        for _ in range(100 * CHUNK):
            ring.add({'t': 'fact', 'at': 1.0, 'v': os.urandom(20).hex()})
        self.assertLessEqual(ring._packed_bytes, 20000)
        self.assertGreater(ring.base, 1)

    def test_a_day_of_all_probes_fits(self):
        ring = Ring()
        outcome = {'t': 'o', 's': 123456.789, 'e': 123456.9, 'r': 'ok', 'i': 'server',
                   'p': 'server.http',
                   'd': {'address': '104.26.1.1', 'status': '401', 'family': '4'}}
        fact = {'t': 'fact', 'k': 'wifi.signal', 'st': 'known', 'u': 'dBm'}
        day = 86400
        for n in range(day // 10 * 4 + day // 5 + day // 30 * 2 + day // 60 * 2):
            ring.add(dict(outcome, n=n, us=[n % 997, n % 1009, n % 991, n % 983, 50, n % 977]))
        for n in range(day // 10 * 4):
            ring.add(dict(fact, at=n * 10.0, v=str(n % 89)))
        self.assertEqual(1, ring.base)

    def test_what_had_to_go_was_counted(self):
        ring = Ring(most=CHUNK)
        results = ['ok', 'failed', 'ok', 'skipped']
        for n in range(5 * 3600 // 10):
            ring.add({'t': 'o', 's': n * 10.0, 'r': results[n % 4], 'i': 'dns'})
        lost, lines, following = ring.read(1, 1)
        self.assertEqual((1, ring.base - 1, b'', ring.base),
                         (lost['from'], lost['to'], lines, following))
        sums = lost['sums']
        self.assertEqual(list(range(len(sums))), [hour for _, hour, _, _, _ in sums])
        self.assertEqual(ring.base - 1, sum(sum(one[2:]) for one in sums))
        ok, failed, skipped = [sum(one[i] for one in sums) for i in (2, 3, 4)]
        self.assertEqual((ok, skipped), (2 * failed, failed))
        # Of an hour of which something was read already, nothing is told twice.
        self.assertEqual(sums[1:], ring.read(5, 5)[0]['sums'])


class Lossy:
    """A subscription whose ring is small."""

    def __init__(self, ring):
        self.ring = ring
        self.lock = threading.Lock()
        self.client = None

    def add(self, count):
        with self.lock:
            fill(self.ring, count)
        self.client.wake()

    def frame(self):
        return {'t': 'subscribed'}

    def last(self):
        return self.ring.next - 1

    def read(self, cursor, since):
        with self.lock:
            if cursor >= self.ring.next:
                return None, b'', cursor, since
            whole = cursor >= self.ring.base
            lost, lines, following = self.ring.read(cursor, since)
            return lost, lines, following, following if whole else since


class Owner:
    def __init__(self):
        self.gone_clients = threading.Event()

    def command(self, client, line):
        pass

    def gone(self, client):
        client.close()
        self.gone_clients.set()


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.owner = Owner()
        self.subscription = Lossy(Ring(most=2 * CHUNK))
        ours, self.theirs = socket.socketpair()
        self.addCleanup(self.theirs.close)
        self.addCleanup(ours.close)
        self.input = self.theirs.makefile('rb')
        self.addCleanup(self.input.close)

        def cut():
            try:
                ours.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        crew = Crew()
        crew.start()
        self.client = Client(ours.fileno(), ours.fileno(), cut, self.owner, crew)
        self.subscription.client = self.client

    def test_a_slow_reader_delays_nobody_and_is_told_what_it_lost(self):
        self.client.begin(self.subscription, 1)
        self.client.start()
        for _ in range(400):
            self.subscription.add(CHUNK)  # far more than a socket holds; returns at once
        self.client.leave('stopped')
        frames = [json.loads(line) for line in self.input]
        expected, grown = 1, None
        for frame in frames:
            if frame['t'] == 'lost':
                # A range behind which nothing was read may be told again, grown.
                self.assertIn(frame['from'], (expected, grown))
                self.assertLessEqual(expected, frame['to'])
                expected, grown = frame['to'] + 1, frame['from']
            elif frame['t'] == 'o':
                self.assertEqual(expected, frame['q'])
                expected, grown = expected + 1, None
        self.assertEqual(400 * CHUNK + 1, expected)
        self.assertIn('lost', {frame['t'] for frame in frames})
        self.assertEqual('bye', frames[-1]['t'])

    def test_goes_on_after_what_is_known(self):
        self.subscription.add(10)
        self.client.begin(self.subscription, 8)
        self.client.start()
        frames = [json.loads(self.input.readline()) for _ in range(4)]
        self.assertEqual([None, 8, 9, 10], [frame.get('q') for frame in frames])
        self.client.leave('stopped')
        self.assertTrue(self.owner.gone_clients.wait(support.PATIENCE))

    def test_a_reader_that_is_gone(self):
        self.client.begin(self.subscription, 1)
        self.client.start()
        self.input.close()
        self.theirs.close()
        self.assertTrue(self.owner.gone_clients.wait(support.PATIENCE))

    def test_one_that_does_not_read_can_be_let_go(self):
        self.client.begin(self.subscription, 1)
        self.client.start()
        for _ in range(400):
            self.subscription.add(CHUNK)
        self.client.close()
        self.assertTrue(self.owner.gone_clients.wait(support.PATIENCE))


if __name__ == '__main__':
    unittest.main()
