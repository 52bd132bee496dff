"""An upgrade without a token: what tells that the way is free, and everything that does not."""
import socket
import time
import unittest

import badservers
import support
from badservers import HTML, page

BENCH = support.Bench()
HANDSHAKE = ('Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13')


class ServerWsTest(unittest.TestCase):
    def serve(self, serve, **more):
        server = badservers.Server(serve, **more)
        self.addCleanup(server.close)
        return server

    def probe(self, url, deadline=2, **more):
        BENCH.facts.clear()
        return BENCH.run(support.spec('server.ws', url=url, deadline=deadline, **more))

    def check(self, expected, serve, **more):
        outcome, = self.probe(self.serve(serve).url(), **more)
        self.assertEqual(expected, support.verdict(outcome), outcome)
        return outcome

    def test_replies(self):
        upgrade = 'failed upgrade '
        for reply, expected in (
                (b'HTTP/1.1 403 Access denied\r\n\r\n', 'ok'), (page(403, *HTML), 'ok'),
                (page(404), upgrade + 'ws_not_found'), (page(400), upgrade + 'ws_bad_request'),
                (page(401), upgrade + 'ws_login_needed'),
                (page(426), upgrade + 'ws_upgrade_required'),
                (page(405), upgrade + 'ws_4xx'), (page(500), upgrade + 'ws_5xx'),
                (page(502), upgrade + 'ws_bad_gateway'),
                (page(503), upgrade + 'ws_unavailable'),
                (page(504), upgrade + 'ws_gateway_timeout'),
                (page(511, *HTML), upgrade + 'captive_portal'),
                (page(200, *HTML), upgrade + 'ws_html'),
                (b'HTTP/1.1 200 OK\r\n\r\n <html>', upgrade + 'ws_html'),
                (page(200), upgrade + 'ws_no_upgrade'), (page(204), upgrade + 'ws_no_upgrade'),
                (page(302, more='Location: http://x.invalid/\r\n'), upgrade + 'ws_redirect'),
                (b'HTTP/1.1 100 Continue\r\n\r\n' + page(403), 'ok'),
                (b'HTTP/1.1 101 Hello\r\n\r\n', upgrade + 'ws_bad_accept'),
                (page(700), upgrade + 'garbage'), (b'HTTP/1.1 \xb2\xb2\xb2 x\r\n\r\n',
                                                   upgrade + 'garbage'),
                (b'Not found', upgrade + 'garbage'), (b'', upgrade + 'closed'),
                (b'HTTP/1.1 403 Acc', upgrade + 'closed')):
            with self.subTest(reply[:40]):
                self.check(expected, badservers.replying(reply))

    def test_asks_as_the_plugin_but_without_a_token(self):
        seen = []
        server = self.serve(badservers.replying(page(403), seen))
        outcome, = self.probe(server.url(path='/prefix/'))
        self.assertEqual('ok', outcome['r'])
        self.assertEqual({'status': '403', 'address': '127.0.0.1', 'family': '4'}, outcome['d'])
        lines = seen[0].split('\r\n')
        self.assertEqual('GET /prefix/ws/dev/ HTTP/1.1', lines[0])
        for line in HANDSHAKE:
            self.assertIn(line, lines)
        self.assertNotIn('authorization', seen[0].lower())

    def test_leaves_at_once_where_it_is_let_in(self):
        heard = []

        def serve(sock):
            sock.sendall(badservers.accepting(badservers.head(sock)))
            heard.append(sock.recv(100))
            heard.append(sock.recv(100))
        self.assertEqual('101', self.check('ok', serve)['d']['status'])
        support.eventually(lambda: len(heard) == 2)
        # A masked close frame with code 1000 (RFC 6455 section 5.5.1), then nothing more.
        self.assertEqual([b'\x88\x82\0\0\0\0\x03\xe8', b''], heard)

    def test_late_is_failed_where_it_is(self):
        for serve in (badservers.silent, badservers.slow):
            outcome = self.check('failed upgrade timeout', serve, deadline=0.7)
            self.assertAlmostEqual(0.7, outcome['e'] - outcome['s'], delta=0.6)

    def test_endless_replies_end(self):
        for start in (b'', b'HTTP/1.1 403 x\r\n'):
            outcome = self.check('failed upgrade garbage', badservers.endless(start), deadline=5)
            self.assertLess(outcome['e'] - outcome['s'], 4)

    def test_endless_interim_replies_end(self):
        def serve(sock):
            badservers.head(sock)
            while True:
                sock.sendall(b'HTTP/1.1 100 Continue\r\n\r\n' * 100)
        begun = time.monotonic()
        self.check('failed upgrade timeout', serve, deadline=0.7)
        self.assertLess(time.monotonic() - begun, 3)

    def test_tls_and_no_connection(self):
        for cert, expected in (('good', 'ok'), ('expired', 'failed tls cert_expired'),
                               ('untrusted', 'failed tls cert_untrusted')):
            server = self.serve(badservers.replying(page(403)), cert=cert)
            outcome, = self.probe(server.url())
            self.assertEqual(expected, support.verdict(outcome))
        hanging = self.serve(badservers.silent)
        outcome, = self.probe('https://127.0.0.1:%d' % hanging.port, deadline=0.5)
        self.assertEqual('failed tls timeout', support.verdict(outcome))
        with socket.socket() as closed:
            closed.bind(('127.0.0.1', 0))
            outcome, = self.probe('http://127.0.0.1:%d' % closed.getsockname()[1])
        self.assertEqual('failed connect refused', support.verdict(outcome))
        outcome, = self.probe('http://no-such-name.invalid', deadline=8)
        self.assertIn(support.verdict(outcome), ('failed dns nxdomain', 'failed dns dns_failed'))
        outcome, = self.probe('app.obico.io')
        self.assertEqual('failed request bad_url', support.verdict(outcome))

    def test_backs_off_when_limited(self):
        server = self.serve(badservers.replying(page(429, more='Retry-After: 2\r\n')))
        outcomes = self.probe(server.url(), cadence=0.2, slots=8)
        self.assertEqual(['rate_limited'] + ['backing_off'] * 7, [o['c'] for o in outcomes])
        self.assertEqual(1, server.count)
        self.assertEqual([('server.limited', '429')], BENCH.facts)


if __name__ == '__main__':
    unittest.main()
