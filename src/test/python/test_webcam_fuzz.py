"""Whatever a camera sends: an outcome with a named class, in time, within bounded memory."""
import os
import random
import re
import time
import tracemalloc
import unittest
import zlib

import support
from fakecamera import FakeCamera, drips, hold, jpeg, parts, recorded, reply, sends
from linkscope_agent import webcam_stream

BENCH = support.Bench()
DEADLINE = 0.6
MEMORY = 9 << 20  # one picture of 5 MB while it grows, and what was just received
STREAM = b'HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=b\r\n\r\n--b\r\n'
CHUNKED = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n%s\r\n'
DOCUMENT = os.path.join(support.HERE, '..', '..', 'docs', 'wire-protocol.md')


def endless(start, piece, most=60 << 20):
    """A script that goes on and on, from one buffer."""
    block = piece * (65536 // len(piece) + 1)

    def script(sock, head):
        sock.sendall(start)
        for _ in range(most // len(block)):
            sock.sendall(block)
        hold(sock)
    return script


def bomb():
    """50 MB of nothing in 50 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b''.join(packer.compress(bytes(1 << 20)) for _ in range(50)) + packer.flush()


class FuzzTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(DOCUMENT) as document:
            table = document.read().partition('## Failures')[2].partition('\n## ')[0]
        cls.classes = set(re.findall(r'`([a-z0-9_]+)`', table))
        cls.window = webcam_stream.WINDOW
        webcam_stream.WINDOW = 0.3

    @classmethod
    def tearDownClass(cls):
        webcam_stream.WINDOW = cls.window

    def setUp(self):
        self.camera = FakeCamera(None)
        self.addCleanup(self.camera.close)

    def survive(self, script, *expected, deadline=DEADLINE):
        """Both probes; returns their verdicts."""
        self.camera.script = script
        verdicts = []
        for probe in ('webcam.snapshot', 'webcam.stream'):
            begun = time.monotonic()
            outcome, = BENCH.run(support.spec(probe, url=self.camera.url(), deadline=deadline))
            self.assertLess(time.monotonic() - begun, deadline + 0.4, outcome)
            self.assertIn(outcome['r'], ('ok', 'failed'), outcome)
            self.assertIn(outcome.get('c', 'timeout'), self.classes)
            for name, text in outcome['d'].items():
                self.assertRegex(name + text, '^[ -~]{0,80}$')
            verdicts.append(support.verdict(outcome))
        if expected:
            self.assertEqual(list(expected), verdicts)
        return verdicts

    def test_random_bytes(self):
        dice = random.Random(1)
        starts = (b'', b'HTTP/1.1 200 OK\r\n', b'HTTP/1.1 200 OK\r\n\r\n', STREAM,
                  STREAM + b'Content-Length: 500\r\n\r\n\xff\xd8', CHUNKED % b'')
        for start in starts:
            for _ in range(12):
                noise = bytes(dice.randrange(256) for _ in range(dice.randrange(3000)))
                self.survive(sends(start + noise))

    def test_damaged_recordings(self):
        dice = random.Random(2)
        for name in sorted(os.listdir(os.path.dirname(__file__) + '/recorded')):
            data = recorded(name)
            for _ in range(12):
                broken = bytearray(data[:dice.randrange(len(data)) + 1])
                for _ in range(dice.randrange(1, 30)):
                    at = dice.randrange(min(len(broken), dice.choice((500, 10 ** 6))))
                    if dice.random() < 0.5:
                        broken[at] = dice.randrange(256)
                    else:
                        broken[at:at + dice.randrange(9)] = bytes(dice.choice(
                            (b'\r\n', b'\n', b'--', b'\0' * 9, b'9' * 30, b':', b'"', b'')))
                        broken += b'.'
                self.survive(sends(bytes(broken)))

    def test_slow_loris(self):
        self.survive(drips(b'HTTP/1.1 200 OK\r\nX: ' + b'x' * 999), *['failed request timeout'] * 2)
        self.survive(drips(STREAM + b'X: ' + b'x' * 999, len(STREAM)),
                     'failed response stream_not_snapshot', 'failed body stream_stalled')
        self.survive(drips(STREAM + b'\r\n' + jpeg(1), len(STREAM) + 3),
                     'failed response stream_not_snapshot', 'failed body timeout')
        self.survive(drips(reply(jpeg(1), kind=''), 60), 'failed body timeout',
                     'failed response not_a_stream')

    def test_strange_lengths(self):
        for length in ('-5', '99999999999999999999', '1e3', '0x10', '\xb2', '5, 5'):
            body = reply(jpeg(1), length=False, headers=['Content-Length: ' + length])
            self.survive(sends(body))
            self.survive(sends(STREAM + b'Content-Length: ' + length.encode('latin-1') +
                               b'\r\n\r\n' + jpeg(1) + b'\r\n--b\r\n'))

    def test_chunks_of_nonsense(self):
        for body in (b'-5\r\nxxxxx\r\n0\r\n\r\n', b'zz\r\n', b'\r\n\r\n', b'f' * 99 + b'\r\nx',
                     b'ffffffffff\r\n' + bytes(999), b'5\r\nxx', b'1\r\nxyyyyyyy\r\n'):
            for head in (b'', b'Content-Type: multipart/x-mixed-replace\r\n'):
                for verdict in self.survive(sends(CHUNKED % head + body)):
                    self.assertTrue(verdict.startswith('failed'), verdict)

    def test_memory_is_bounded(self):
        packed = bomb()
        cases = (
            ('head', endless(b'HTTP/1.1 200 OK\r\n', b'X-Y: zzzzzzz\r\n'),
             'failed request garbage', 'failed request garbage'),
            ('interim heads', endless(b'', b'HTTP/1.1 100 Continue\r\n\r\n'), None, None),
            ('bomb', sends(reply(packed, headers=['Content-Encoding: gzip'])),
             'failed response encoded', 'failed response encoded'),
            ('bomb without a word', sends(reply(packed)), 'failed body not_jpeg',
             'failed response not_a_stream'),
            ('picture', endless(b'HTTP/1.1 200 OK\r\n\r\n\xff\xd8', b'\1'),
             'failed body too_large', 'failed response not_a_stream'),
            ('tables', endless(b'HTTP/1.1 200 OK\r\n\r\n\xff\xd8', b'\xff\xe0\0\4aa'),
             'failed body too_large', 'failed response not_a_stream'),
            ('part', endless(STREAM + b'\r\n\xff\xd8', b'\1'),
             'failed response stream_not_snapshot', 'failed body too_large'),
            ('part head', endless(STREAM, b'X: y\r\n'),
             'failed response stream_not_snapshot', 'failed body wrong_format'),
            ('between parts', endless(STREAM + parts(b'--b')(1)[:-5], b'noise'),
             'failed response stream_not_snapshot', 'failed body wrong_format'),
            ('chunk size', endless(CHUNKED % b'', b'1'), 'failed body garbage',
             'failed body garbage'),
            ('pictures', endless(STREAM, b'\r\n\xff\xd8\xff\xd9\r\n--b\r\n'),
             'failed response stream_not_snapshot', 'ok'))
        self.addCleanup(tracemalloc.stop)
        for name, script, *expected in cases:
            with self.subTest(name):
                tracemalloc.start()
                # Watching memory makes everything some twenty times slower.
                self.survive(script, *(expected if expected[0] else ()), deadline=3)
                peak = tracemalloc.get_traced_memory()[1]
                tracemalloc.stop()
                self.assertLess(peak, MEMORY)


if __name__ == '__main__':
    unittest.main()
