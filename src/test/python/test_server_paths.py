"""Every way to the server, each with its own fault."""
import os
import shutil
import socket
import ssl
import tempfile
import time
import unittest
from unittest import mock

import badservers
import namespaces
import support
from badservers import HTML, page
from linkscope_agent import certificate, dates, leg, proxies, suspicion

BENCH = support.Bench()
OK = badservers.replying(page(401))
ISSUER = 'Linkscope test authority'


def addresses(*of_family):
    """In place of the resolver: addresses for each family, in order."""
    def answer(host, port, family=0, kind=0, *_):
        found = [one for one in of_family if (':' in one) == (family == socket.AF_INET6)]
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, 'none')
        return [(family, kind, 6, '', (one, port) + ((0, 0) if ':' in one else ()))
                for one in found]
    return mock.patch('linkscope_agent.connection.socket.getaddrinfo', answer)


class PathsTest(unittest.TestCase):
    def serve(self, serve, **more):
        server = badservers.Server(serve, **more)
        self.addCleanup(server.close)
        return server

    def probe(self, url, deadline=3):
        BENCH.facts.clear()
        outcome, = BENCH.run(support.spec('server.paths', url=url, deadline=deadline))
        self.facts = dict(BENCH.facts)
        return outcome

    def check(self, expected, server, **more):
        outcome = self.probe(server if isinstance(server, str) else server.url(), **more)
        self.assertEqual(expected, support.verdict(outcome), outcome)
        for value in outcome.get('d', {}).values():
            self.assertLessEqual(len(value), 70)
        return outcome.get('d', {})


class WaysTest(PathsTest):
    def test_one_way_that_works(self):
        details = self.check('ok', self.serve(OK))
        self.assertRegex(details['p0'], r'^4 127\.0\.0\.1 ok \d+$')
        self.assertEqual(('ok', 'no_address'), (details['ipv4'], details['ipv6']))
        self.assertEqual('401', details['hc'])
        self.assertEqual({'proxy.configured': 'none', 'proxy.source': 'agent'}, self.facts)

    @unittest.skipUnless(badservers.has_ipv6(), 'no IPv6 here')
    def test_both_families(self):
        server = self.serve(OK, six=True)
        with addresses('127.0.0.1', '127.0.0.2', '::1'):
            details = self.check('ok', server.url('localhost'))
        self.assertRegex(details['p0'], r'^4 127\.0\.0\.1 ok \d+$')
        self.assertRegex(details['p1'], r'^4 127\.0\.0\.2 connect refused \d+$')
        self.assertRegex(details['p2'], r'^6 ::1 ok \d+$')
        self.assertEqual(('ok', 'ok'), (details['ipv4'], details['ipv6']))

    @unittest.skipUnless(badservers.has_ipv6(), 'no IPv6 here')
    def test_a_family_that_is_broken(self):
        with addresses('127.0.0.1', '::1'):
            details = self.check('ok', self.serve(OK).url('localhost'))
        self.assertEqual(('ok', 'broken'), (details['ipv4'], details['ipv6']))

    def test_a_family_without_route(self):
        with addresses('127.0.0.1', '2001:db8::1'), mock.patch(
                'linkscope_agent.families.Family.has_route', lambda one: one.number == '4'):
            details = self.check('ok', self.serve(OK).url('localhost'), deadline=2)
        self.assertEqual(('ok', 'no_route'), (details['ipv4'], details['ipv6']))

    def test_at_most_six_of_a_family(self):
        with addresses(*['127.0.0.%d' % n for n in range(2, 20)]):
            details = self.check('failed connect refused', self.serve(OK).url('localhost'))
        self.assertEqual(6, len([name for name in details if name.startswith('p')]))

    def test_side_by_side(self):
        with addresses(*['127.0.0.%d' % n for n in range(1, 7)]):
            server = self.serve(badservers.silent)
            begun = time.monotonic()
            self.check('failed request timeout', server.url('localhost'), deadline=2)
            self.assertLess(time.monotonic() - begun, 4)

    def test_no_name_and_a_resolver_that_does_not_answer(self):
        with addresses():
            self.check('failed dns nxdomain', 'http://printer.test')
        with mock.patch('linkscope_agent.connection.socket.getaddrinfo',
                        lambda *_: time.sleep(1.5) or []):
            details = self.check('failed dns timeout', 'http://printer.test', deadline=1)
        self.assertEqual({}, details)
        self.check('failed request bad_url', 'nothing')

    def test_one_resolved_family_is_enough(self):
        server = self.serve(OK)

        def answer(host, port, family=0, kind=0, *_):
            if family == socket.AF_INET6:
                time.sleep(2.5)
            return [(family, kind, 6, '', ('127.0.0.1', port))]
        with mock.patch('linkscope_agent.connection.socket.getaddrinfo', answer):
            details = self.check('ok', server.url('localhost'), deadline=2)
        self.assertEqual(('ok', 'timeout'), (details['ipv4'], details['ipv6']))

    def test_health_page(self):
        for health, expected, told in (
                (page(200, 'text/html', b'Okay'), 'ok', 'ok'), (page(404), 'ok', '404'),
                (page(200, *HTML), 'failed response captive_portal', None),
                (page(502), 'failed response http_5xx', None),
                (b'nonsense', 'failed request garbage', None)):
            seen = []
            server = self.serve(badservers.replying(
                lambda asked: health if '/hc/' in asked else page(401), seen))
            with self.subTest(expected, told=told):
                details = self.check(expected, server.url(path='/obico/'))
                self.assertEqual(told, details.get('hc'))
                self.assertTrue(seen[0].startswith('GET /obico/hc/ HTTP/1.1'), seen)
                self.assertNotIn('printer', str(seen))

    def test_clock(self):
        for offset, more, expected in ((0, '', 0), (-3600, '', 3600), (7200, '', -7200),
                                       (0, 'Age: 7\r\n', None)):
            def reply(asked):
                date = time.strftime('%a, %d %b %Y %H:%M:%S GMT',
                                     time.gmtime(time.time() + offset))
                return page(401, more='Date: %s\r\n%s' % (date, more))
            self.check('ok', self.serve(badservers.replying(reply)))
            if expected is None:
                self.assertNotIn('server.clock_skew', self.facts)
            else:
                self.assertAlmostEqual(expected, int(self.facts['server.clock_skew']), delta=1)
        for date in ('nonsense', 'Sun, 32 Nov', ''):
            self.check('ok', self.serve(badservers.replying(page(401, more='Date: x\r\n'))))
            self.assertNotIn('server.clock_skew', self.facts)


class ProxiedTest(PathsTest):
    def probe_by(self, proxy, url):
        proxies._kept = None
        self.addCleanup(setattr, proxies, '_kept', None)
        value = 'http://user:secret@%s' % proxy
        with mock.patch.dict(os.environ, http_proxy=value, https_proxy=value):
            return self.probe(url)

    def test_the_proxy_is_a_way_of_its_own(self):
        there = self.serve(OK, cert='good')
        proxy = self.serve(badservers.proxy(b'user:secret'))
        outcome = self.probe_by('127.0.0.1:%d' % proxy.port, there.url())
        self.assertEqual('ok', outcome['r'], outcome)
        self.assertRegex(outcome['d']['proxy'], r'^ok \d+$')
        self.assertIn(' ok ', outcome['d']['p0'])
        self.assertEqual('127.0.0.1:%d' % proxy.port, self.facts['proxy.configured'])
        self.assertEqual('agent', self.facts['proxy.source'])
        self.assertNotIn('secret', str(outcome) + str(self.facts))

    def test_the_proxy_is_the_only_way(self):
        def names(host, port, *_):
            if host != b'127.0.0.1':
                raise socket.gaierror(socket.EAI_NONAME, 'none')
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, '', ('127.0.0.1', port))]
        proxy = self.serve(badservers.replying(page(401)))
        with mock.patch('linkscope_agent.connection.socket.getaddrinfo', names):
            outcome = self.probe_by('127.0.0.1:%d' % proxy.port, 'http://printer.test')
            self.assertEqual('ok', outcome['r'], outcome)
            self.assertEqual({'proxy'}, set(outcome['d']))
            outcome = self.probe_by('127.0.0.1:%d' % proxy.port, 'https://printer.test')
            self.assertEqual('failed connect proxy_refused', support.verdict(outcome))

    def test_a_proxy_whose_name_takes_for_ever(self):
        real = socket.getaddrinfo

        def names(host, *more):
            if host == b'slow.test':
                time.sleep(4)
            return real(host, *more)
        server = self.serve(OK)
        with mock.patch('linkscope_agent.connection.socket.getaddrinfo', names):
            outcome = self.probe_by('slow.test:8080', server.url())
        self.assertEqual('ok', outcome['r'], outcome)
        self.assertRegex(outcome['d']['proxy'], r'^dns timeout \d{4}$')


class StrangersTest(PathsTest):
    def test_portals(self):
        for reply, expected in ((page(200, *HTML), 'captive_portal'),
                                (page(511, *HTML), 'captive_portal'),
                                (page(302, more='Location: http://x.invalid/\r\n'),
                                 'wrong_server')):
            self.check('failed response ' + expected, self.serve(badservers.replying(reply)))

    @unittest.skipUnless(badservers.has_ipv6(), 'no IPv6 here')
    def test_a_portal_on_one_way_only(self):
        def serve(sock):
            six = sock.family == socket.AF_INET6
            badservers.replying(page(200, *HTML) if six else page(401))(sock)
        with addresses('127.0.0.1', '::1'):
            details = self.check('failed response captive_portal',
                                 self.serve(serve, six=True).url('localhost'))
        self.assertIn('ok', details['p0'])
        self.assertIn('response captive_portal', details['p1'])

    def test_slow_and_endless_replies(self):
        for serve, expected in (
                (badservers.slow, 'request timeout'), (badservers.endless(b''), 'request garbage'),
                (badservers.endless(b'HTTP/1.1 401 x\r\n'), 'request garbage'),
                (badservers.endless(b'HTTP/1.1 401 x\r\n\r\n'), None),
                (badservers.endless(b'HTTP/1.1 401 x\r\nContent-Length: 999999999\r\n\r\n'),
                 None),
                (badservers.endless(b'HTTP/1.1 200 x\r\n\r\n'), 'response wrong_content'),
                (badservers.replying(b'HTTP/1.1 401 x\r\nContent-Length: 999\r\n\r\n{'),
                 'body cut_off'),
                (badservers.replying(b'HTTP/1.1 401 x\r\nContent-Length: \xb2\r\n\r\n{'), None),
                (badservers.replying(b'noise'), 'request garbage')):
            with self.subTest(expected):
                begun = time.monotonic()
                outcome = self.probe(self.serve(serve).url(), deadline=2)
                self.assertEqual('failed ' + expected if expected else 'ok',
                                 support.verdict(outcome))
                self.assertLess(time.monotonic() - begun, 4)

    def test_limits(self):
        limited = self.serve(badservers.replying(page(429, more='Retry-After: 9\r\n')))
        self.check('skipped rate_limited', limited)

    def test_certificates(self):
        for cert, expected in (('good', 'ok'), ('expired', 'failed tls cert_expired'),
                               ('untrusted', 'failed tls cert_untrusted'),
                               ('not_yet_valid', 'failed tls cert_not_yet_valid'),
                               ('wrong_host', 'failed tls cert_wrong_host')):
            server = self.serve(badservers.replying(page(
                401, more='Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n')), cert=cert)
            details = self.check(expected, server)
            self.assertNotIn('intercepted', details)  # a server of one's own may be odd
            with open(os.path.join(badservers.CERTS, cert + '.pem')) as pem:
                text = pem.read()
            start = text.index('-----BEGIN CERT')
            der = ssl.PEM_cert_to_DER_cert(text[start:text.index('-----END CERT') + 26])
            issuer, last_day = certificate.describe(der)
            self.assertTrue(issuer)
            self.assertEqual((issuer, last_day), (self.facts['server.certificate.issuer'],
                                                  self.facts['server.certificate.expires']))
            self.assertGreater(int(self.facts['server.clock_skew']), 10 ** 9 // 2)

    def test_interception_of_the_cloud(self):
        server = self.serve(OK, cert='untrusted')
        with addresses('127.0.0.1'):
            details = self.check('failed tls cert_untrusted',
                                 'https://app.obico.io:%d' % server.port)
        self.assertEqual('untrusted_issuer', details['intercepted'])
        self.assertNotIn('hc', details)

    def test_a_portal_that_spoils_tls(self):
        server = self.serve(OK, cert='untrusted')
        for reply, expected in (
                (page(302, more='Location: http://login.invalid/\r\n'), 'captive_portal'),
                (page(200, *HTML), 'captive_portal'), (page(511, *HTML), 'captive_portal'),
                (page(301, more='Location: https://app.obico.io/\r\n'), 'cert_untrusted'),
                (page(404), 'cert_untrusted'), (b'', 'cert_untrusted')):
            plain = self.serve(badservers.replying(reply))
            with addresses('127.0.0.1'), mock.patch.object(suspicion, 'PLAIN_PORT', plain.port):
                phase = 'response' if expected == 'captive_portal' else 'tls'
                details = self.check('failed %s %s' % (phase, expected),
                                     'https://app.obico.io:%d' % server.port)
            self.assertIn('%s %s' % (phase, expected), details['p0'])
            self.assertEqual(1, plain.count)

    def test_interception_by_an_authority_that_this_computer_trusts(self):
        server = self.serve(OK, cert='good')
        self.addCleanup(suspicion._judged.clear)
        with tempfile.TemporaryDirectory() as folder:
            for name, cert in (('known', 'ca'), ('other', 'untrusted'), ('none', None)):
                os.mkdir(os.path.join(folder, name))
                if cert:
                    shutil.copy(os.path.join(badservers.CERTS, cert + '.pem'),
                                os.path.join(folder, name, 'one.crt'))
            for public, local, expected in (
                    ('other', 'known', 'local_authority'), ('known', 'other', None),
                    ('other', 'none', None), ('nowhere', 'known', None)):
                suspicion._judged.clear()
                with mock.patch.multiple(suspicion, CLOUD='127.0.0.1',
                                         PUBLIC=os.path.join(folder, public),
                                         LOCAL=os.path.join(folder, local)):
                    seen = server.count
                    details = self.check('ok', server)
                    self.assertEqual(expected, details.get('intercepted'), public)
                    # One more look, and none while the issuer stays the same.
                    looks = 1 if (public, local) in (('other', 'known'), ('known', 'other')) else 0
                    self.assertEqual(seen + 1 + looks, server.count)
                    self.check('ok', server)
                    self.assertEqual(seen + 2 + looks, server.count)


class BlackHoleTest(PathsTest):
    def test_small_segments_alone_get_through(self):
        server = self.serve(badservers.narrow('good', 600))
        details = self.check('failed tls mtu_black_hole',
                             'https://127.0.0.1:%d' % server.port, deadline=1.5)
        self.assertRegex(details['p0'], r'^4 127\.0\.0\.1 tls mtu_black_hole \d+$')

    def test_a_server_that_is_silent_to_all(self):
        server = self.serve(badservers.silent)
        self.check('failed tls timeout', 'https://127.0.0.1:%d' % server.port, deadline=1.5)

    def test_a_disturbance_that_just_ended(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(badservers.CERTS, 'good.pem'))
        asked = []

        def serve(sock):
            asked.append(1)
            if len(asked) == 1:
                badservers.silent(sock)
            else:
                with context.wrap_socket(sock, server_side=True) as secured:
                    OK(secured)
        self.check('failed tls timeout', 'https://127.0.0.1:%d' % self.serve(serve).port,
                   deadline=1.5)
        self.assertEqual(3, len(asked))


@unittest.skipUnless(namespaces.possible(), 'needs root and network namespaces')
class BlackHoleOnTheWayTest(unittest.TestCase):
    def test_large_packets_vanish(self):
        way = namespaces.Way()
        self.addCleanup(way.close)
        port = int(way.start('server', (
            'import badservers, time\n'
            's = badservers.Server(badservers.replying(badservers.page(401)), "good", at="0.0.0.0")'
            '\nprint(s.port, flush=True)\ntime.sleep(60)')))
        url = 'https://%s:%d' % (way.SERVER, port)
        # The certificate is for another name, which does not matter here.
        outcome = way.probe('server.paths', url=url, deadline=3)
        self.assertEqual('failed tls cert_wrong_host', support.verdict(outcome), outcome)
        way.swallow(650)
        outcome = way.probe('server.paths', url=url, deadline=3)
        self.assertEqual('failed tls mtu_black_hole', support.verdict(outcome), outcome)
        outcome = way.probe('server.http', url=url, deadline=3)
        self.assertEqual('failed tls timeout', support.verdict(outcome), outcome)


class PiecesTest(unittest.TestCase):
    def test_dates(self):
        for seconds in (0, 784111777, 951782400, 1709164800, 1735689599, 4102444800):
            text = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(seconds))
            self.assertEqual(seconds, dates.http(text), text)
        for text in ('', 'x', 'Sun, 06 Xxx 1994 08:49:37 GMT', 'Sun, 06 anF 1994 08:49:37 GMT',
                     'Sun, 06 Nov 1994 08:49:37 CET', 'Sunday, 06-Nov-94 08:49:37 GMT'):
            self.assertIsNone(dates.http(text))

    def test_certificates_that_are_none(self):
        with open(os.path.join(badservers.CERTS, 'good.pem')) as pem:
            text = pem.read()
        start = text.index('-----BEGIN CERT')
        der = ssl.PEM_cert_to_DER_cert(text[start:text.index('-----END CERT') + 26])
        self.assertEqual(('', ''), certificate.describe(b''))
        for _ in range(2000):
            broken = bytearray(der[:len(der) if os.urandom(1)[0] & 1 else os.urandom(1)[0] * 2])
            for _ in range(os.urandom(1)[0] % 4 + 1):
                if broken:
                    broken[int.from_bytes(os.urandom(2), 'big') % len(broken)] = os.urandom(1)[0]
            issuer, last_day = certificate.describe(bytes(broken))
            self.assertTrue(all(' ' <= c <= '~' for c in issuer) and len(issuer) <= 60)
            self.assertRegex(last_day, r'^(\d{4}-\d\d-\d\d)?$')

    def test_a_mistake_is_not_hidden(self):
        one = leg.Leg('', 1)
        with self.assertRaises(ZeroDivisionError):
            leg.side_by_side([(one, lambda leg: 1 / 0)])


if __name__ == '__main__':
    unittest.main()
