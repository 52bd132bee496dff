"""Which address the plugin makes of a setting, and to whom a login is shown."""
import unittest

import support
from fakecamera import DigestGuard, FakeCamera, jpeg, reply, sends
from linkscope_agent import url, webcam_address, webcam_login
from linkscope_agent.attempt import Failed

BENCH = support.Bench()
NEW, OLD, OLDEST = (3, 11, 7), (3, 10, 13), (3, 7, 16)


class AddressTest(unittest.TestCase):
    def test_as_the_plugin_builds_them(self):
        for setting, expected in (
                ('/webcam/?action=snapshot', 'http://localhost/webcam/?action=snapshot'),
                ('webcam/?action=snapshot', 'http://localhost/webcam/?action=snapshot'),
                ('  /webcam/?x ', 'http://localhost/webcam/?x'),
                ('192.168.1.5:8080/?a', 'http://localhost/192.168.1.5:8080/?a'),
                ('octopi.local:8080/?a', 'octopi.local:8080/?a'),
                ('localhost:8080/?a', 'localhost:8080/?a'),
                ('octo_pi:8080/?a', 'http://localhost/octo_pi:8080/?a'),
                ('[::1]:8080/?a', 'http://localhost/[::1]:8080/?a'),
                ('//host/p', 'http://localhost//host/p'),
                ('?action=snapshot', 'http://localhost/?action=snapshot'),
                (':8080/x', 'http://localhost/:8080/x'),
                ('webrtc://pi/x', 'webrtc://pi/x'), ('rtsp://pi/x', 'rtsp://pi/x'),
                ('http://u:p@cam/x', 'http://u:p@cam/x'), ('HTTPS://cam', 'HTTPS://cam'),
                ('', None), (' \t', None)):
            self.assertEqual(expected, webcam_address.full_url(setting, NEW), setting)

    def test_schemes_depend_on_the_python(self):
        for setting, python, expected in (
                ('192.168.1.5:8080/?a', NEW, ''), ('192.168.1.5:8080/?a', OLD, '192.168.1.5'),
                ('localhost:8080', OLD, 'localhost'), ('localhost:8080', OLDEST, ''),
                ('localhost:8080/?a', OLDEST, 'localhost')):
            self.assertEqual(expected, webcam_address.scheme(setting, python))

    def test_this_python_agrees(self):
        from urllib.parse import urlparse
        for setting in ('192.168.1.5:8080/?a', 'localhost:8080', 'localhost:8080/?a', '1+a:b',
                        'a b:c', ':80/x', '//h/p', 'HTTP://x/', 'octo_pi:80/x', 'x:', ''):
            self.assertEqual(urlparse(setting).scheme, webcam_address.scheme(setting), setting)

    def test_what_each_leads_to(self):
        for setting, python, expected in (
                ('', NEW, 'no_url'), ('octopi.local:8080/?a', NEW, 'bad_scheme'),
                ('localhost:8080/?a', NEW, 'bad_scheme'), ('rtsp://pi/', NEW, 'bad_scheme'),
                ('webrtc://pi/', NEW, 'bad_scheme'), ('192.168.1.5:8080/?a', OLD, 'bad_scheme'),
                ('http:/x', NEW, 'bad_url'), ('http://', NEW, 'bad_url')):
            with self.assertRaises(Failed) as caught:
                webcam_address.parse(setting, python)
            self.assertEqual((expected, 'request'),
                             (caught.exception.error_class, caught.exception.phase))
        address = webcam_address.parse('192.168.1.5:8080/?a', NEW)
        self.assertEqual(('localhost', 80, '/192.168.1.5:8080/?a'),
                         (address.host, address.port, address.target))
        self.assertEqual('//host/p', webcam_address.parse('//host/p').target)


class LoginTest(unittest.TestCase):
    def setUp(self):
        self.picture = sends(reply(jpeg(1)))

    def ask(self, script, login, auth='', path='/shot?x="1"', expected='ok'):
        self.camera = FakeCamera(script)
        self.addCleanup(self.camera.close)
        outcome, = BENCH.run(support.spec('webcam.snapshot', auth=auth,
                                          url=self.camera.url(path, login)))
        self.assertEqual(expected, support.verdict(outcome), outcome)
        self.assertNotIn('secret', str(outcome))
        return outcome

    def test_basic_is_sent_straight(self):
        for auth in ('', 'basic'):
            self.ask(self.picture, 'user:secret@', auth)
            self.assertIn('\r\nAuthorization: Basic dXNlcjpzZWNyZXQ=\r\n', self.camera.heads[0])

    def test_bearer(self):
        self.ask(self.picture, ':secret.token-1@', 'bearer')
        self.assertIn('\r\nAuthorization: Bearer secret.token-1\r\n', self.camera.heads[0])
        self.ask(self.picture, ':secret%0D%0AX-Evil:1@', 'bearer',
                 expected='failed request bad_url')
        self.assertEqual([], self.camera.heads)

    def test_digest(self):
        for algorithm in ('', 'MD5', 'SHA-256', 'MD5-sess', 'SHA-256-sess'):
            for qop in ('auth', 'auth-int, auth', ''):
                if algorithm.endswith('sess') and not qop:
                    continue
                with self.subTest(algorithm, qop=qop):
                    guard = DigestGuard('us"er', 'secret', self.picture, algorithm, qop,
                                        ['WWW-Authenticate: Basic realm="other"'])
                    self.ask(guard, 'us%22er:secret@', 'digest')
                    self.assertEqual(2, len(self.camera.heads))
                    self.assertNotIn('Authorization', self.camera.heads[0])

    def test_the_best_of_several_digests(self):
        def script(sock, head):
            if 'Authorization' not in head:
                sock.sendall(reply(b'', 401, headers=[
                    'WWW-Authenticate: Digest realm="a", nonce="n1", qop="auth", algorithm=MD5',
                    'WWW-Authenticate: Digest realm="a", nonce="n2", algorithm=SHA-256, '
                    'qop="auth", Basic realm="b"']))
            else:
                self.picture(sock, head)
        self.ask(script, 'user:secret@', 'digest')
        self.assertIn('nonce="n2"', self.camera.heads[1])
        self.assertIn('algorithm=SHA-256', self.camera.heads[1])

    def test_digest_refused(self):
        guard = DigestGuard('user', 'other', self.picture)
        self.ask(guard, 'user:secret@', 'digest', expected='failed response login_needed')
        self.assertEqual(2, len(self.camera.heads))
        for challenge in ('Basic realm="x"', 'Digest realm="x"', 'Digest ' + 'a' * 9000,
                          'Digest realm="x", nonce="y", qop="auth-int"',
                          'Digest realm="x", nonce="y", algorithm=TIGER'):
            self.ask(sends(reply(b'', 401, headers=['WWW-Authenticate: ' + challenge])),
                     'user:secret@', 'digest', expected='failed response login_needed')
            self.assertEqual(1, len(self.camera.heads))

    def test_example_of_rfc_7616(self):
        address = url.parse('http://Mufasa:Circle%20of%20Life@www.example.org/dir/index.html')
        offers = ', '.join(
            'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=%s, '
            'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
            'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"' % name
            for name in ('SHA-256', 'MD5'))
        cnonce = b'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'
        self.assertIn('"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
                      webcam_login.digest(offers, address, cnonce))
        md5 = offers.rpartition('Digest ')[2]
        self.assertIn('"8ca523f5e9506fed4657c9700eebdbec"',
                      webcam_login.digest('Digest ' + md5, address, cnonce))

    def test_a_redirect_gives_the_login_to_nobody_else(self):
        other = FakeCamera(self.picture)
        self.addCleanup(other.close)
        for target in (other.url('/x'), other.url('/x', host='localhost'),
                       other.url('/x', 'user:known@')):
            for auth, login in (('', 'user:secret@'), ('bearer', ':secret@')):
                self.ask(sends(reply(b'', 302, headers=['Location: ' + target])), login, auth)
                self.assertIn('Authorization', self.camera.heads[0])
                self.assertNotIn('Authorization', other.heads[-1])
        asks = DigestGuard('user', 'secret', self.picture)
        other.script = asks
        self.ask(sends(reply(b'', 302, headers=['Location: ' + other.url('/x')])),
                 'user:secret@', 'digest', expected='failed response login_needed')
        self.assertNotIn('Authorization', other.heads[-1])

    def test_a_redirect_on_the_same_server_keeps_it(self):
        def script(sock, head):
            if '/moved' in head:
                DigestGuard.__call__(guard, sock, head)
            else:
                sock.sendall(reply(b'', 301, headers=['Location: /moved']))
        guard = DigestGuard('user', 'secret', self.picture)
        self.ask(script, 'user:secret@', 'digest')
        self.assertEqual(3, len(self.camera.heads))

    def test_asks_for_no_encoding(self):
        self.ask(self.picture, '')
        self.assertIn('\r\nAccept-Encoding: identity\r\n', self.camera.heads[0])


class LocationTest(unittest.TestCase):
    def test_who_keeps_the_login(self):
        for base, location, login in (
                ('http://u:p@x/a', '/b', b'u:p'), ('http://u:p@x/a', 'http://X/b', b'u:p'),
                ('http://u:p@x/a', 'https://x/b', b'u:p'),
                ('http://u:p@x/a', 'http://x:81/b', None),
                ('https://u:p@x/a', 'http://x/b', None), ('http://u:p@x/a', 'http://y/b', None),
                ('http://x/a', 'http://e:f@x/b', None)):
            self.assertEqual(login, url.join(url.parse(base), location).login, (base, location))


if __name__ == '__main__':
    unittest.main()
