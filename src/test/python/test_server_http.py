"""Each row of the reply table, and each phase that can fail, against a real server."""
import threading
import time
import unittest

import support
from linkscope_agent import sockets as socket
from linkscope_agent import server_http

BENCH = support.Bench()


def setUpModule():
    global faults
    faults = support.FaultServer()


def tearDownModule():
    faults.close()


class ServerHttpTest(unittest.TestCase):
    def probe(self, url, deadline=1, **more):
        asked = support.spec('server.http', url=url, deadline=deadline, **more)
        outcomes = BENCH.run(asked)
        self.assertEqual(1, len(outcomes))
        return outcomes[0]

    def check(self, mode, expected, port='http', path='/api/v1/octo/printer/', **options):
        faults.set(server=mode, **options)
        outcome = self.probe(faults.url(port, path))
        self.assertEqual(expected, support.verdict(outcome), (mode, outcome))
        return outcome

    def test_replies(self):
        response = 'failed response '
        for mode, expected in (
                ('ok', 'ok'), ('200_json', 'ok'), ('403_json', 'ok'), ('chunked', 'ok'),
                ('continue', 'ok'), ('403', 'skipped rate_limited'),
                ('429', 'skipped rate_limited'), ('captive', response + 'captive_portal'),
                ('511', response + 'captive_portal'), ('text', response + 'wrong_content'),
                ('redirect_other', response + 'wrong_server'),
                ('redirect_same', response + 'redirect'), ('404', response + 'not_found'),
                ('400', response + 'http_4xx'), ('401', response + 'http_4xx'),
                ('500', response + 'http_5xx'), ('502', response + 'http_5xx'),
                ('reset', 'failed request reset'), ('close', 'failed request closed'),
                ('half_head', 'failed request closed'), ('garbage', 'failed request garbage'),
                ('cut', 'failed body cut_off')):
            with self.subTest(mode):
                self.check(mode, expected)

    def test_health_page_of_a_server_of_ones_own(self):
        self.check('ok', 'ok', path='/hc/')

    def test_late_is_failed_at_the_phase_under_way(self):
        for mode, phase in (('hang', 'request'), ('drip', 'request'), ('hang_body', 'body')):
            with self.subTest(mode):
                outcome = self.check(mode, 'failed %s timeout' % phase)
                self.assertAlmostEqual(1, outcome['e'] - outcome['s'], delta=0.3)
        outcome = self.check('tls_hang', 'failed tls timeout', port='https')
        self.assertGreater(outcome['us'][2], 800000)
        self.assertEqual(-1, outcome['us'][3])

    def test_certificates(self):
        faults.set(server='ok')
        for port, expected in (
                ('https', 'ok'), ('https_expired', 'failed tls cert_expired'),
                ('https_not_yet_valid', 'failed tls cert_not_yet_valid'),
                ('https_wrong_host', 'failed tls cert_wrong_host'),
                ('https_untrusted', 'failed tls cert_untrusted')):
            with self.subTest(port):
                self.assertEqual(expected, support.verdict(self.probe(faults.url(port))))

    def test_phases_of_a_good_answer(self):
        faults.set(server='ok')
        outcome = self.probe(faults.url('https', host='localhost'))
        self.assertEqual('ok', outcome['r'])
        self.assertTrue(all(micros >= 0 for micros in outcome['us']), outcome)
        self.assertLessEqual(sum(outcome['us'][:5]), outcome['us'][5] + 5)
        self.assertEqual('401', outcome['d']['status'])

    def test_plain_http_on_the_port_of_tls(self):
        url = 'https://127.0.0.1:%d/' % faults.ports['http']
        faults.set(server='garbage')
        self.assertIn(support.verdict(self.probe(url, deadline=2)),
                      ('failed tls not_tls', 'failed tls timeout'))
        with socket.socket() as listening:
            listening.bind(('127.0.0.1', 0))
            listening.listen(1)
            def answer():
                sock, _ = listening.accept()
                sock.recv(4096)
                sock.sendall(b'HTTP/1.1 400 Bad Request\r\n\r\n')
                sock.close()
            threading.Thread(target=answer, daemon=True).start()
            outcome = self.probe('https://127.0.0.1:%d/' % listening.getsockname()[1])
            self.assertEqual('failed tls not_tls', support.verdict(outcome))

    def test_no_connection(self):
        faults.set(server='refuse')
        self.assertEqual('failed connect refused',
                         support.verdict(self.probe(faults.url('http'))))
        faults.set(server='ok')
        self.assertEqual('failed connect timeout',
                         support.verdict(self.probe(faults.url('blackhole'))))
        outcome = self.probe('http://no-such-name.invalid/', deadline=8)
        self.assertIn(support.verdict(outcome), ('failed dns nxdomain', 'failed dns dns_failed'))

    def test_addresses_that_are_none(self):
        for url, expected in (('ftp://x/', 'bad_scheme'), ('nothing', 'bad_url'),
                              ('http://', 'bad_url'), ('http://a b/', 'bad_url'),
                              ('http://x:99999/', 'bad_url'), ('http:/x', 'bad_url')):
            with self.subTest(url):
                self.assertEqual('failed request ' + expected, support.verdict(self.probe(url)))

    def test_deadline_while_the_name_is_resolved(self):
        real = socket.getaddrinfo
        socket.getaddrinfo = lambda *_: time.sleep(1.2) or []
        try:
            outcome = self.probe('http://slow.test/', deadline=0.4)
        finally:
            socket.getaddrinfo = real
        self.assertEqual('failed dns timeout', support.verdict(outcome))
        self.assertAlmostEqual(0.4, outcome['e'] - outcome['s'], delta=0.15)

    def test_one_attempt_a_slot_goes_through_the_addresses(self):
        faults.set(server='ok')
        before = len(faults.seen('server'))
        real = socket.getaddrinfo
        port = faults.ports['https']  # listens on 127.0.0.1 alone

        def both(*_):
            return [(socket.AF_INET6, socket.SOCK_STREAM, 6, '', ('::1', port, 0, 0)),
                    (socket.AF_INET, socket.SOCK_STREAM, 6, '', ('127.0.0.1', port))]
        socket.getaddrinfo = both
        try:
            asked = support.spec('server.http', url=faults.url('https', host='localhost'),
                                 slots=3, cadence=0.2)
            outcomes = BENCH.run(asked)
        finally:
            socket.getaddrinfo = real
        self.assertEqual(['ok'] * 3, [o['r'] for o in outcomes])
        self.assertEqual({'127.0.0.1'}, {o['d']['address'] for o in outcomes})
        self.assertEqual(before + 3, len(faults.seen('server')))

    def test_backs_off_when_limited(self):
        faults.set(server='429', retry_after=2)
        BENCH.facts.clear()
        asked = support.spec('server.http', url=faults.url('http'), cadence=0.2, slots=20)
        before = len(faults.seen('server'))
        faults.set(server='429', retry_after=2)
        outcomes = BENCH.run(asked)
        classes = [o['c'] for o in outcomes]
        self.assertEqual(2, classes.count('rate_limited'), classes)
        self.assertEqual(18, classes.count('backing_off'))
        self.assertEqual({'skipped'}, {o['r'] for o in outcomes})
        self.assertEqual(before + 2, len(faults.seen('server')))
        self.assertEqual([('server.limited', '429')] * 2, BENCH.facts)

    def test_a_mistake_of_ours_is_no_failure_of_theirs(self):
        asked = support.spec('server.http', url='http://user:secret@x/')
        probe = server_http.ServerHttp(asked, None)
        probe.run = lambda attempt: 1 / 0
        outcome, = BENCH.run(asked, probe)
        self.assertEqual('skipped agent_error', support.verdict(outcome))
        self.assertEqual({'type': 'ZeroDivisionError'}, outcome['d'])


if __name__ == '__main__':
    unittest.main()
