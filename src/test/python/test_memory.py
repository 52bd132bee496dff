"""The ring, and clients that are slow or gone."""
import json
import os
import threading
import unittest

import support
from linkscope_agent.client import Client
from linkscope_agent.ring import CHUNK, Ring


def fill(ring, count):
    for _ in range(count):
        ring.add({'t': 'o', 'n': ring.next})


class RingTest(unittest.TestCase):
    def everything(self, ring, cursor):
        numbers = []
        while cursor < ring.next:
            first, lines, cursor = ring.read(cursor)
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
            ring.add({'t': 'o', 'x': os.urandom(20).hex()})
        self.assertLessEqual(ring._packed_bytes, 20000)
        self.assertGreater(ring.base, 1)

    def test_a_day_of_four_probes_fits(self):
        ring = Ring()
        outcome = {'t': 'o', 's': 123456.789, 'e': 123456.9, 'r': 'ok', 'i': 'server',
                   'p': 'server.http', 'b': 'session-1234567890',
                   'd': {'address': '104.26.1.1', 'status': '401', 'family': '4'}}
        for n in range(86400 // 10 * 3 + 86400 // 5):
            ring.add(dict(outcome, n=n, us=[n % 997, n % 1009, n % 991, n % 983, 50, n % 977]))
        self.assertEqual(1, ring.base)


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.ring = Ring(most=2 * CHUNK)
        self.changed = threading.Condition()
        self.gone = threading.Event()
        reading, self.writing = os.pipe()
        self.input = os.fdopen(reading, 'rb')
        self.client = Client(self.changed, self.ring, self.writing, lambda _: self.gone.set())

    def tearDown(self):
        self.input.close()
        try:
            os.close(self.writing)
        except OSError:
            pass

    def add(self, count):
        with self.changed:
            fill(self.ring, count)
            self.changed.notify_all()

    def test_a_slow_reader_delays_nobody_and_is_told_what_it_lost(self):
        self.client.begin(1)
        self.client.start()
        for _ in range(400):
            self.add(CHUNK)  # far more than a pipe holds; returns at once all the same
        self.client.leave('stopped')
        frames = [json.loads(line) for line in iter(self.input.readline, b'')
                  if self._last(line)]
        self.assertTrue(self.gone.wait(support.PATIENCE))
        expected = 1
        for frame in frames:
            if frame['t'] == 'lost':
                self.assertEqual(expected, frame['from'])
                expected = frame['to'] + 1
            elif frame['t'] == 'o':
                self.assertEqual(expected, frame['q'])
                expected += 1
        self.assertEqual(400 * CHUNK + 1, expected)
        self.assertIn('lost', {frame['t'] for frame in frames})

    def _last(self, line):
        if b'"bye"' in line:
            os.close(self.writing)
        return True

    def test_goes_on_after_what_is_known(self):
        self.add(10)
        self.client.begin(8)
        self.client.start()
        numbers = [json.loads(self.input.readline())['q'] for _ in range(3)]
        self.assertEqual([8, 9, 10], numbers)
        self.client.leave('stopped')
        self.assertTrue(self.gone.wait(support.PATIENCE))

    def test_a_reader_that_is_gone(self):
        self.client.begin(1)
        self.client.start()
        self.input.close()
        self.add(1)
        self.assertTrue(self.gone.wait(support.PATIENCE))


if __name__ == '__main__':
    unittest.main()
