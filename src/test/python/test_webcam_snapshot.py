"""The camera as the plugin would ask it, and everything that is no picture."""
import unittest

import support
from linkscope_agent import url, webcam_address
from linkscope_agent.attempt import Failed

BENCH = support.Bench()


def setUpModule():
    global faults
    faults = support.FaultServer()


def tearDownModule():
    faults.close()


class WebcamSnapshotTest(unittest.TestCase):
    def check(self, mode, expected, port='camera', slots=1, login='', path='/?action=snapshot'):
        faults.set(camera=mode)
        address = faults.url(port, path).replace('//', '//' + login, 1)
        outcomes = BENCH.run(support.spec('webcam.snapshot', url=address, slots=slots,
                                          cadence=0.2, deadline=1))
        for outcome in outcomes:
            self.assertEqual(expected, support.verdict(outcome), (mode, outcome))
        return outcomes

    def test_pictures_and_what_is_none(self):
        for mode, expected in (
                ('ok', 'ok'), ('no_length', 'ok'), ('redirect', 'ok'),
                ('401', 'failed response login_needed'), ('404', 'failed response not_found'),
                ('400', 'failed response http_4xx'), ('503', 'failed response http_5xx'),
                ('empty', 'failed body empty'), ('html', 'failed response not_a_picture'),
                ('html_as_jpeg', 'failed response not_a_picture'),
                ('not_jpeg', 'failed body not_jpeg'), ('truncated', 'failed body cut_off'),
                ('short', 'failed body cut_off'), ('hang_body', 'failed body timeout'),
                ('too_large', 'failed body too_large'),
                ('no_signal', 'failed response no_signal'),
                ('stream', 'failed response stream_not_snapshot'),
                ('loop', 'failed response redirect'), ('hang', 'failed request timeout'),
                ('reset', 'failed request reset'), ('garbage', 'failed request garbage')):
            with self.subTest(mode):
                self.check(mode, expected)

    def test_certificates_do_not_matter(self):
        self.check('ok', 'ok', port='camera_https')

    def test_login_in_the_address(self):
        outcome, = self.check('basic', 'ok', login='user:se%63ret@')
        self.assertNotIn('secret', str(outcome))
        self.check('basic', 'failed response login_needed', login='user:wrong@')
        self.check('basic', 'failed response login_needed')

    def test_counts_identical_pictures(self):
        outcomes = self.check('frozen', 'ok', slots=4)
        self.assertEqual(['1', '2', '3', '4'], [o['d']['same'] for o in outcomes])
        self.assertEqual(1, len({o['d']['hash'] for o in outcomes}))
        outcomes = self.check('ok', 'ok', slots=3)
        self.assertEqual(['1', '1', '1'], [o['d']['same'] for o in outcomes])

    def test_refused(self):
        faults.set(camera='refuse')
        self.check('refuse', 'failed connect refused')
        faults.set(camera='ok')

    def test_blank_and_strange_addresses(self):
        for text, expected in (('', 'failed request no_url'), ('  ', 'failed request no_url'),
                               ('localhost:8080/?x', 'failed request bad_scheme'),
                               ('rtsp://cam/', 'failed request bad_scheme')):
            outcome, = BENCH.run(support.spec('webcam.snapshot', url=text))
            self.assertEqual(expected, support.verdict(outcome))


class UrlTest(unittest.TestCase):
    def test_as_the_plugin_builds_them(self):
        for setting, expected in (
                ('/webcam/?action=snapshot', 'http://localhost/webcam/?action=snapshot'),
                ('192.168.1.5:8080/?a', 'http://localhost/192.168.1.5:8080/?a'),
                ('octopi.local:8080/?a', 'octopi.local:8080/?a'),
                ('//host/p', 'http://localhost//host/p'),
                ('http://u:p@cam/x', 'http://u:p@cam/x')):
            self.assertEqual(expected, webcam_address.full_url(setting))

    def test_parts(self):
        for text, parts in (
                ('HTTP://Cam.Local', ('http', 'cam.local', 80, '/', None, 'cam.local')),
                ('https://[::1]:8443/a?b=c#d', ('https', '::1', 8443, '/a?b=c', None, '[::1]:8443')),
                ('http://u:p@x:81?q', ('http', 'x', 81, '/?q', b'u:p', 'x:81')),
                ('http://u@x/', ('http', 'x', 80, '/', b'u:', 'x')),
                ('http://a:b@c@x/', ('http', 'x', 80, '/', b'a:b@c', 'x')),
                ('http://x/a b\r\nc\u00e4', ('http', 'x', 80, '/a%20b%0D%0Ac%C3%A4', None, 'x'))):
            it = url.parse(text)
            self.assertEqual(parts, (it.scheme, it.host, it.port, it.target, it.login,
                                     it.host_header()))

    def test_locations(self):
        base = url.parse('https://u:p@x:8443/a/b?c')
        for location, host, target, login in (
                ('/d', 'x', '/d', b'u:p'), ('e', 'x', '/a/e', b'u:p'),
                ('//y/f', 'y', '/f', None), ('http://y:1/g', 'y', '/g', None)):
            it = url.join(base, location)
            self.assertEqual((host, target, login), (it.host, it.target, it.login))
        self.assertRaises(Failed, url.join, base, 'javascript:1')


if __name__ == '__main__':
    unittest.main()
