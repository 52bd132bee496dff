"""Which proxy the plugin would use, and what comes of it."""
import os
import subprocess
import sys
import unittest
from unittest import mock

import badservers
import support
from badservers import page
from linkscope_agent import processes, proxies, url

BENCH = support.Bench()
LOGIN = b'user:p\xc3\xa4ss'


def choose(environment, address='https://app.obico.io/', websocket=False):
    found = proxies.choose(environment, url.parse(address), websocket)
    return found and (found.host, found.port)


class ChoiceTest(unittest.TestCase):
    def test_names_of_variables(self):
        there = ('proxy.lan', 3128)
        for environment, expected in (
                ({}, None), ({'HTTPS_PROXY': 'http://proxy.lan:3128'}, there),
                ({'https_proxy': 'proxy.lan:3128'}, there), ({'http_proxy': 'proxy.lan'}, None),
                ({'Https_Proxy': 'http://proxy.lan:3128/'}, there),
                ({'ALL_PROXY': 'http://proxy.lan:3128'}, there),
                ({'all_proxy': 'x', 'https_proxy': 'proxy.lan:3128'}, there),
                ({'HTTPS_PROXY': 'x', 'https_proxy': 'proxy.lan:3128'}, there),
                ({'HTTPS_PROXY': 'proxy.lan', 'https_proxy': ''}, None),
                ({'https_proxy': 'http://proxy.lan'}, ('proxy.lan', 80))):
            self.assertEqual(expected, choose(environment), environment)
        self.assertEqual(there, choose({'HTTP_PROXY': 'proxy.lan:3128'}, 'http://box:3334/'))
        self.assertIsNone(choose({'all_proxy': 'proxy.lan'}, websocket=True))
        self.assertIsNotNone(choose({'HTTPS_PROXY': 'proxy.lan'}, websocket=True))

    def test_exceptions(self):
        for exempt, address, http, websocket in (
                ('*', 'http://box/', True, True), ('box', 'http://box/', True, True),
                ('lan, box', 'http://box/', True, True), ('ox', 'http://box/', False, False),
                ('obico.io', 'http://app.obico.io/', True, False),
                ('.obico.io', 'http://app.obico.io/', True, True),
                ('.OBICO.io', 'http://app.obico.io/', True, True),
                ('bico.io', 'http://app.obico.io/', False, False),
                ('app.obico.io:80', 'http://app.obico.io/', True, False),
                ('10.0.0.0/8', 'http://10.1.2.3:3334/', True, True),
                ('10.0.0.0/8', 'http://11.1.2.3/', False, False),
                ('10.0.0.0/x,nonsense/8,/', 'http://10.1.2.3/', False, False),
                ('10.1.2.3', 'http://10.1.2.3/', True, True), ('', 'http://box/', False, False)):
            for name in ('no_proxy', 'NO_PROXY'):
                environment = {'http_proxy': 'proxy.lan', name: exempt}
                self.assertEqual(http, choose(environment, address) is None, (exempt, address))
                self.assertEqual(websocket, choose(environment, address, True) is None,
                                 (exempt, address))

    def test_login_and_what_cannot_be_used(self):
        found = proxies.Proxy('http://user:p%C3%A4ss@proxy.lan:3128')
        self.assertEqual(('proxy.lan', 3128, LOGIN, None),
                         (found.host, found.port, found.login, found.trouble))
        for value, trouble in (('socks5://proxy.lan', 'unsupported'),
                               ('https://proxy.lan', 'unsupported'),
                               ('http://proxy.lan:99999', 'proxy_bad_url'),
                               ('http://', 'proxy_bad_url')):
            self.assertEqual(trouble, proxies.Proxy(value).trouble, value)


def forget():
    proxies._kept = None


class SourceTest(unittest.TestCase):
    def setUp(self):
        forget()
        self.addCleanup(forget)
        for where, name, real in ((proxies, '_octoprint', support.octoprints_variables),
                                  (processes, 'finder', processes.Finder())):
            patch = mock.patch.object(where, name, real)
            patch.start()
            self.addCleanup(patch.stop)

    @unittest.skipUnless(os.path.isdir('/proc/self'), 'needs /proc')
    def test_the_environment_of_octoprint_is_read_first(self):
        # A process that looks like OctoPrint's: the program's path, and `serve`.
        environment = {'https_proxy': 'http://user:secret@proxy.lan:3128', 'TOKEN': 'secret'}
        child = subprocess.Popen(
            ['/opt/oprint/bin/octoprint', '-c',
             'print(1, flush=True); import sys; sys.stdin.read()', 'serve'], executable=sys.executable, env=environment, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        try:
            child.stdout.readline()
            with mock.patch.dict(os.environ, https_proxy='http://other.lan'), \
                    mock.patch.object(os, 'listdir', lambda _: ['x', str(child.pid)]):
                kept, source = proxies.current()
                self.assertEqual('octoprint', source)
                self.assertEqual({'https_proxy'}, set(kept))
                self.assertEqual('proxy.lan', proxies.find(url.parse('https://x/')).host)
        finally:
            child.communicate()
        with mock.patch.dict(os.environ, https_proxy='http://other.lan'), \
                mock.patch.object(os, 'listdir', lambda _: [str(child.pid)]):
            proxies._kept = None
            self.assertEqual('other.lan', proxies.find(url.parse('https://x/')).host)
            self.assertEqual('agent', proxies.current()[1])

    def test_is_read_once_a_minute(self):
        with mock.patch.object(proxies, '_read', return_value=({}, 'agent')) as read:
            for _ in range(5):
                self.assertIsNone(proxies.find(url.parse('https://x/')))
            self.assertEqual(1, read.call_count)
            with mock.patch.object(proxies.clock, 'awake', lambda: proxies._kept[0] + 61):
                proxies.current()
            self.assertEqual(2, read.call_count)


class ThroughTest(unittest.TestCase):
    """The probes of the server, sent through a proxy by the environment."""

    def setUp(self):
        self.addCleanup(forget)

    def serve(self, serve, **more):
        server = badservers.Server(serve, **more)
        self.addCleanup(server.close)
        return server

    def probe(self, probe, address, proxy, login='', deadline=2):
        forget()
        value = 'http://%s127.0.0.1:%d' % (login, proxy if isinstance(proxy, int) else proxy.port)
        with mock.patch.dict(os.environ, http_proxy=value, https_proxy=value, no_proxy=''):
            return BENCH.run(support.spec(probe, url=address, deadline=deadline))[0]

    def test_http_and_https(self):
        for cert in (None, 'good'):
            seen = []
            there = self.serve(badservers.replying(page(401), seen), cert=cert)
            proxy = self.serve(badservers.proxy())
            outcome = self.probe('server.http', there.url(path='/api/x?y'), proxy)
            self.assertEqual('ok', outcome['r'], outcome)
            self.assertEqual('proxy', outcome['d']['via'])
            self.assertEqual('401', outcome['d']['status'])
            self.assertEqual((1, 1), (proxy.count, there.count))
            self.assertTrue(seen[0].startswith('GET /api/x?y HTTP/1.1\r\n'), seen)
            self.assertEqual(cert is not None, outcome['us'][2] >= 0)

    def test_login(self):
        there = self.serve(badservers.replying(page(401)), cert='good')
        plain = self.serve(badservers.replying(page(401)))
        proxy = self.serve(badservers.proxy(LOGIN))
        for server in (there, plain):
            outcome = self.probe('server.http', server.url(), proxy, 'user:p%C3%A4ss@')
            self.assertEqual('ok', outcome['r'], outcome)
            outcome = self.probe('server.http', server.url(), proxy)
            self.assertEqual('failed connect proxy_login_needed', support.verdict(outcome))

    def test_a_proxy_that_refuses_or_fails(self):
        for answer, expected in (
                (page(403), 'proxy_refused'), (page(502), 'proxy_refused'),
                (page(407), 'proxy_login_needed'), (b'nonsense', 'garbage'), (b'', 'closed'),
                (b'HTTP/1.1 302 x\r\n\r\n', 'proxy_refused'),
                (b'HTTP/1.1 200 x\r\n\r\nhello', 'garbage')):
            for probe in ('server.http', 'server.ws'):
                proxy = self.serve(badservers.replying(answer))
                outcome = self.probe(probe, 'https://printer.test/', proxy)
                self.assertEqual('failed connect ' + expected, support.verdict(outcome))
        for serve, expected in ((badservers.silent, 'timeout'), (badservers.slow, 'timeout'),
                                (badservers.endless(b'HTTP/1.1 200 x\r\n'), 'garbage')):
            outcome = self.probe('server.http', 'https://printer.test/', self.serve(serve),
                                 deadline=0.7)
            self.assertEqual('failed connect ' + expected, support.verdict(outcome))
            self.assertLess(outcome['e'] - outcome['s'], 2)
        closed = self.serve(badservers.silent)
        closed.close()
        outcome = self.probe('server.http', 'https://printer.test/', closed)
        self.assertEqual('failed connect refused', support.verdict(outcome))

    def test_what_we_cannot_use(self):
        forget()
        for value, expected in (('socks5://127.0.0.1:1', 'skipped unsupported'),
                                ('http://127.0.0.1:0', 'failed connect proxy_bad_url')):
            with mock.patch.dict(os.environ, https_proxy=value):
                outcome, = BENCH.run(support.spec('server.http', url='https://printer.test/'))
            self.assertEqual(expected, support.verdict(outcome))
            forget()

    def test_websocket_is_always_tunnelled(self):
        for cert in (None, 'good'):
            seen = []
            there = self.serve(badservers.replying(page(403)), cert=cert)
            proxy = self.serve(badservers.proxy(seen=seen))
            outcome = self.probe('server.ws', there.url(), proxy)
            self.assertEqual('ok', outcome['r'], outcome)
            self.assertTrue(seen[0].startswith('CONNECT 127.0.0.1:%d HTTP/1.1' % there.port))

    def test_the_wrong_certificate_behind_a_proxy(self):
        there = self.serve(badservers.replying(page(401)), cert='untrusted')
        outcome = self.probe('server.http', there.url(), self.serve(badservers.proxy()))
        self.assertEqual('failed tls cert_untrusted', support.verdict(outcome))


if __name__ == '__main__':
    unittest.main()
