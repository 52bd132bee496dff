"""Whatever servers, files and resolvers say: a verdict with a named class, soon, never an exception.

LINKSCOPE_FUZZ_SECONDS=N fuzzes each parser for as long, with other inputs each time.
"""
import os
import random
import re
import socket
import struct
import tempfile
import time
import unittest

import support
from linkscope_agent import (certificate, dns_message, multipart, plugin_log, reply, resolvers,
                             server_ws, stun, url, webcam_address)
from linkscope_agent.attempt import Failed, Skipped

SECONDS = float(os.environ.get('LINKSCOPE_FUZZ_SECONDS', '0'))
ROUNDS = 1200
SLOW = 1.0  # seconds of processor time for one input
LONGEST = 20000
DOCUMENT = os.path.join(support.HERE, '..', '..', 'docs', 'wire-protocol.md')
EDGES = (b'', b'\0', b'\xff', b'-1', b'0', b'9' * 5000, b'\x1b[2J', b'\xc2\x9b31m', b'\r\n', b'%zz',
         b'://', b'[::1', b']', b'@', b'\xe2\x80\xae', b'\xed\xa0\x80', b' ' * 400)


def changed(dice, seeds):
    """One of the seeds with some bytes changed, cut, doubled or replaced."""
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.choice((0, 1, 2, 8, len(data))))
        what = dice.randrange(6)
        if what == 0:
            del data[at:end]
        elif what == 1:
            data[at:end] = bytes(dice.randrange(256) for _ in range(dice.randrange(1, 6)))
        elif what == 2:
            data[at:at] = data[at:end] * dice.choice((1, 2, 200))
        elif what == 3 and data:
            data[at % len(data)] ^= 1 << dice.randrange(8)
        else:
            data[at:end] = dice.choice(EDGES)
    return bytes(data[:LONGEST])


class Attempt:
    """Time that never ends."""

    def __init__(self):
        self.details = {}

    def left(self):
        return 5.0

    def enter(self, phase, timed=None):
        pass


class ParsersFuzzTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(DOCUMENT) as document:
            table = document.read().partition('## Failures')[2].partition('\n## ')[0]
        cls.classes = set(re.findall(r'`([a-z0-9_]+)`', table))

    def fuzz(self, seeds, read):
        """`read` takes an input and may raise Failed with a class that the protocol knows."""
        dice = random.Random(None if SECONDS else 20261123)
        until = time.monotonic() + SECONDS
        number = 0
        while number < ROUNDS or time.monotonic() < until:
            data = seeds[number] if number < len(seeds) else changed(dice, seeds)
            number += 1
            begun = time.process_time()
            try:
                read(data)
            except Failed as e:
                self.assertIn(e.args[0], self.classes, data[:400])
            except Skipped:
                pass
            except Exception as e:
                raise AssertionError('%r breaks it' % data[:400]) from e
            self.assertLess(time.process_time() - begun, SLOW, data[:400])

    def test_answers_of_name_servers(self):
        asked = dns_message.query(7, 'app.obico.io', dns_message.A)
        good = asked[:2] + b'\x81\x80\0\1\0\2\0\0\0\0' + asked[12:]
        good += b'\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x7f\0\0\1' + b'\xc0\x0c\0\x1c\0\1\0\0\0\x3c\0\x10' + bytes(16)

        def read(data):
            if dns_message.answers(data, asked):
                kind, addresses = dns_message.result(data, asked)
                self.assertIn(kind, ('ok', 'truncated', 'nxdomain', 'servfail', 'refused', 'garbage'))
                for address in addresses:
                    self.assertRegex(address, '^[0-9a-f.:]{2,45}$')
        self.fuzz([good, good[:12], asked], read)

    def test_answers_of_stun_servers(self):
        request = struct.pack('>HHL', 1, 0, stun.COOKIE) + bytes(range(12))
        good = struct.pack('>HH', 0x0101, 12) + request[4:20] + b'\0\x20\0\x08\0\1\x12\x34' + b'\1\2\3\4'

        def read(data):
            self.assertIn(stun.judge(data, request), ('ok', 'stun_error', 'garbage'))
        self.fuzz([good, good[:20]], read)

    def test_replies_over_http(self):
        good = (b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x\r\nContent-Length: 5\r\n\r\nhello',
                b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\n\r\n',
                b'HTTP/1.0 401 No\nWWW-Authenticate: Basic realm="a"\nWWW-Authenticate: Digest\n\n',
                b'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: //x/y\r\n\r\n',
                b'HTTP/1.1 101 Switching\r\nSec-WebSocket-Accept: x\r\nRetry-After: 9\r\n\r\n')

        def read(data):
            here, there = socket.socketpair()
            with here, there:
                there.sendall(data[:LONGEST])
                there.shutdown(socket.SHUT_WR)
                attempt = Attempt()
                answer = reply.Reply(attempt, here)
                self.assertRegex(attempt.details['status'], r'^\d{1,3}$')
                server_ws.back_off(answer)
                if answer.status == 101:
                    server_ws._leave(here, answer, 'a2V5')
                elif answer.status != 403:
                    self.assertIn(server_ws._class(answer), self.classes)
                self.assertLessEqual(len(answer.body(4096)), 4096 + 65536)
        self.fuzz(list(good), read)

    def test_addresses_and_redirects(self):
        base = url.parse('http://pi:secret@cam.local:8080/a/b?c')
        good = (b'http://cam.local:8080/?action=snapshot', b'https://u:p%20q@[fd00::1]:443/x#y',
                b'//other/x', b'../y?z', b'HTTP://B\xc3\xb6blingen.local/', b'rtsp://x', b'localhost:80')

        def read(data):
            text = data.decode('utf-8', 'replace')
            webcam_address.unusable(text)
            for address in (lambda: url.join(base, text), lambda: url.parse(text),
                            lambda: webcam_address.parse(text)):
                try:
                    found = address()
                except Failed as e:
                    self.assertIn(e.args[0], self.classes)
                else:
                    # What a request is made of: no line of it may be somebody else's.
                    self.assertRegex(found.target, '^[!-~]*$')
                    self.assertNotRegex(found.host_header(), r'[\s\x00-\x1f\x7f]')
        self.fuzz(list(good), read)

    def test_a_redirect_elsewhere_takes_no_password_along(self):
        base = url.parse('http://pi:secret@cam.local:8080/a')
        for elsewhere in ('//evil/', 'http://evil:8080/', 'http://cam.local:81/', 'https://cam.local/'):
            self.assertIsNone(url.join(base, elsewhere).login, elsewhere)
        self.assertEqual(b'pi:secret', url.join(base, '/b').login)

    def test_streams_of_cameras(self):
        part = b'--b\r\nContent-Type: image/jpeg\r\nContent-Length: 6\r\n\r\n\xff\xd8xx\xff\xd9\r\n'

        def read(data):
            body = multipart.Multipart()
            for at in range(0, len(data), 997):
                for picture in body.feed(data[at:at + 997]):
                    self.assertLessEqual(picture, 0xFFFFFFFF)
        self.fuzz([part * 3, part.replace(b'Content-Length: 6\r\n', b'') * 3, b'\r\n' + part], read)

    def test_certificates(self):
        certs = os.path.join(support.HERE, 'certs')
        import ssl
        seeds = []
        for name in sorted(os.listdir(certs)):
            with open(os.path.join(certs, name)) as file:
                text = file.read()
            if '-----BEGIN CERTIFICATE-----' in text:
                seeds.append(ssl.PEM_cert_to_DER_cert(
                    text[text.index('-----BEGIN CERTIFICATE-----'):].split('-----END CERTIFICATE-----')[0]
                    + '-----END CERTIFICATE-----'))

        def read(data):
            issuer, day = certificate.describe(data)
            self.assertRegex(issuer, '^[ -~]{0,60}$')
            self.assertRegex(day, r'^(\d{4}-\d\d-\d\d)?$')
        self.fuzz(seeds, read)

    def test_logs_of_the_plugin(self):
        good = (b'2026-11-23 10:00:00,123 - octoprint.plugins.obico - ERROR - WS Closed - 4321\n'
                b'2026-11-23 10:00:01,123 - octoprint.plugins.obico - INFO - Linked printer: '
                b"{'id': 12}\nException in thread Thread-1:\n"
                b'  File "/x/octoprint_obico/__init__.py", line 12, in main_loop\n')
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'octoprint.log')

            def read(data):
                with open(path, 'wb') as log:
                    log.write(data)
                seen = plugin_log.PluginLog(0)
                seen.look(path)
                self.assertTrue(seen.readable)
                self.assertRegex(str(seen.last_close), r'^(\d{1,5}|none|None)$')
                self.assertRegex(str(seen.printer), r'^(\d{1,12}|None)$')
            self.fuzz([good], read)

    def test_files_that_name_resolvers(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'resolv.conf')

            def read(data):
                with open(path, 'wb') as file:
                    file.write(data)
                self.assertLessEqual(len(resolvers.read(path)), resolvers.MOST)
            self.fuzz([b'nameserver 192.168.1.1\nnameserver fe80::1%eth0\noptions x\n# y\n'], read)


if __name__ == '__main__':
    unittest.main()
