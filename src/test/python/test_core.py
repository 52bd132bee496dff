"""What everything stands on: threads that wake up when something is due, frames, socket tables."""
import json
import socket
import threading
import time
import unittest

import support
from linkscope_agent import clock, compiler, frames, tcp_table
from linkscope_agent.crew import IDLE, Crew


class CrewTest(unittest.TestCase):
    def setUp(self):
        self.crew = Crew()
        self.crew.start()
        self.called = []

    def at(self, seconds, name, call=None):
        def note():
            if call:
                call()
            self.called.append(name)
        return self.crew.at(clock.boot() + seconds, note)

    def test_calls_in_their_order_whatever_the_order_of_asking(self):
        for tenths in (5, 1, 3, 2, 4):
            self.at(tenths / 10, tenths)
        support.eventually(lambda: len(self.called) == 5)
        self.assertEqual([1, 2, 3, 4, 5], self.called)

    def test_one_that_takes_its_time_delays_nobody(self):
        def slow():
            self.assertTrue(self.crew.cover())
            time.sleep(1)
        begun = time.monotonic()
        for _ in range(8):
            self.at(0.05, 'slow', slow)
        self.at(0.3, 'quick')
        support.eventually(lambda: 'quick' in self.called)
        self.assertLess(time.monotonic() - begun, 0.8)
        support.eventually(lambda: len(self.called) == 9)
        self.assertLess(time.monotonic() - begun, 2)
        # Those that are not needed any more have gone.
        support.eventually(lambda: len(self.crew._sleepers) <= IDLE)

    def test_what_is_asked_for_later_may_be_due_sooner(self):
        self.at(30, 'late')
        time.sleep(0.1)
        begun = time.monotonic()
        self.at(0.1, 'soon')
        support.eventually(lambda: self.called)
        self.assertLess(time.monotonic() - begun, 0.5)

    def test_what_was_cancelled_is_not_called(self):
        entry = self.at(0.1, 'no')
        self.at(0.2, 'yes')
        self.crew.cancel(entry)
        time.sleep(0.4)
        self.assertEqual(['yes'], self.called)

    def test_asked_from_many_threads(self):
        def ask():
            for n in range(50):
                self.at(n / 500, n)
        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        support.eventually(lambda: len(self.called) == 400)


class FramesTest(unittest.TestCase):
    def test_reads_and_writes_as_json_does(self):
        for value in ({'a': [1, 2.5, -3e4, '\u00e9"\\\U0001f600', None, True, {}], 'b': ''}, [], 5):
            self.assertEqual(value, frames.decode(json.dumps(value).encode()))
            line = frames.encode(value)
            self.assertEqual((value, b'\n', 1), (json.loads(line), line[-1:], line.count(b'\n')))

    def test_refuses_what_is_none(self):
        for text in (b'', b'{', b'{"a":}', b'{} x', b'[1,]', b'nul', b'"\\x"', b'NaN',
                     b'[Infinity]', b'\xff', b'[' * 100000, b'\0'):
            with self.subTest(text[:9]), self.assertRaises(ValueError):
                frames.decode(text)


class SocketTableTest(unittest.TestCase):
    def test_netlink_and_proc_say_the_same(self):
        for family, host in ((socket.AF_INET, '127.0.0.1'), (socket.AF_INET6, '::1')):
            listening = socket.socket(family)
            self.addCleanup(listening.close)
            try:
                listening.bind((host, 0))
            except OSError:
                continue  # no IPv6 here
            listening.listen(3)
            place = listening.getsockname()[:2]
            client = socket.create_connection(place)
            self.addCleanup(client.close)
            self.same(tcp_table.ESTABLISHED, place[1], 'remote', 'local', 'uid', 'inode', 'unsent')
            self.assertIn(place[1], tcp_table.listening('/proc/self/net'))
        self.assertTrue(tcp_table._told)

    def same(self, state, port, *names):
        def fields(rows):
            return sorted([getattr(row, name) for name in names] for row in rows)
        told = fields(tcp_table.rows('/proc/self/net', state, port))
        self.assertEqual(fields(tcp_table._printed_rows('/proc/self/net', state, port)), told)
        self.assertEqual(1, len(told))


class CompiledTest(unittest.TestCase):
    def test_code_without_line_numbers_works_as_before(self):
        code = compile('def f(a, *b, c=1, **d):\n    "doc"\n    g = lambda: (a, b, c, d)\n'
                       '    return g()\n', 'x', 'exec')
        space = {}
        exec(compiler._bare(code), space)
        self.assertEqual((1, (2,), 3, {'e': 4}), space['f'](1, 2, c=3, e=4))


if __name__ == '__main__':
    unittest.main()
