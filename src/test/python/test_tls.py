"""Which authorities are trusted, and when they are read."""
import os
import shutil
import ssl
import subprocess
import tempfile
import unittest
from unittest import mock

import support
from linkscope_agent import openssl, tls, traffic

BENCH = support.Bench()
CHOSEN = ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE', 'SSL_CERT_DIR')


def setUpModule():
    global faults
    faults = support.FaultServer()


def tearDownModule():
    faults.close()


class AuthoritiesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.bundle = os.path.join(self.folder, 'ca-certificates.crt')
        shutil.copy(support.CA, self.bundle)

    def hash(self):
        """Puts the authority where OpenSSL looks for it by its name."""
        found = subprocess.check_output(['openssl', 'x509', '-hash', '-noout', '-in', support.CA])
        shutil.copy(support.CA, os.path.join(self.folder, found.decode().strip() + '.0'))

    def made(self, **environment):
        """A context as it is made where this folder is the system's."""
        usual = 'SSL_CERT_FILE', self.bundle, 'SSL_CERT_DIR', self.folder
        kept = {k: v for k, v in os.environ.items() if k not in CHOSEN}
        with mock.patch.dict(os.environ, dict(kept, **environment), clear=True), \
                mock.patch.object(openssl, 'places', lambda: usual):
            return tls._make(True)

    def probe(self, context, host='127.0.0.1'):
        with mock.patch.dict(tls._contexts, {True: context}):
            asked = support.spec('server.http', url=faults.url('https', host=host))
            return support.verdict(BENCH.run(asked)[0])

    def test_a_hashed_folder_is_read_when_needed(self):
        self.hash()
        context = self.made()
        self.assertEqual(0, context.cert_store_stats()['x509'])
        self.assertEqual('ok', self.probe(context))
        self.assertEqual('ok', self.probe(context, host='localhost'))
        self.assertEqual(1, context.cert_store_stats()['x509'])

    def test_a_hashed_folder_trusts_nobody_else(self):
        self.hash()
        with mock.patch.dict(tls._contexts, {True: self.made()}):
            asked = support.spec('server.http', url=faults.url('https_untrusted'))
            self.assertEqual('failed tls cert_untrusted', support.verdict(BENCH.run(asked)[0]))

    def test_a_folder_that_lacks_some_is_not_relied_on(self):
        self.assertFalse(tls._is_hashed(self.folder))
        self.hash()
        self.assertTrue(tls._is_hashed(self.folder))
        with open(support.CA) as one, open(self.bundle, 'a') as bundle:
            bundle.write(one.read())
        self.assertFalse(tls._is_hashed(self.folder))
        self.assertFalse(tls._is_hashed(os.path.join(self.folder, 'nowhere')))

    def test_what_the_user_chose_comes_first(self):
        self.hash()
        nothing = os.path.join(self.folder, 'none')
        os.mkdir(nothing)
        for name in ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'):
            with self.subTest(name):
                self.assertEqual('ok', self.probe(self.made(**{name: support.CA})))
                self.assertEqual('failed tls cert_untrusted',
                                 self.probe(self.made(**{name: nothing})))
        self.assertEqual('ok', self.probe(self.made(SSL_CERT_FILE=support.CA)))
        other = os.path.join(self.folder, 'other.pem')
        certs = os.path.dirname(support.CA)
        subprocess.check_call(['openssl', 'x509', '-in', os.path.join(certs, 'untrusted.pem'),
                               '-out', other])
        self.assertEqual('failed tls cert_untrusted',
                         self.probe(self.made(SSL_CERT_FILE=other, SSL_CERT_DIR=nothing)))


class SocketTest(unittest.TestCase):
    def test_a_python_without_the_inner_socket_uses_the_outer(self):
        class Later:
            """A context as a later Python may make it."""

            def __init__(self, context):
                self.wrap_socket = context.wrap_socket

        for context in (tls.context(True), Later(ssl.create_default_context(cafile=support.CA))):
            for port, expected in (('https', 'ok'), ('https_expired', 'failed tls cert_expired')):
                with self.subTest(port), mock.patch.dict(tls._contexts, {True: context}):
                    asked = support.spec('server.http', url=faults.url(port))
                    outcome, = BENCH.run(asked)
                    self.assertEqual(expected, support.verdict(outcome), outcome)

    def test_what_goes_over_the_net_is_counted(self):
        sent, received = traffic.totals()
        asked = support.spec('server.http', url=faults.url('https'))
        BENCH.run(asked)
        more_sent, more_received = traffic.totals()
        # More than the request and the reply: the handshake with its certificates.
        self.assertGreater(more_sent - sent, 500)
        self.assertGreater(more_received - received, 1000)


if __name__ == '__main__':
    unittest.main()
