"""The camera as the plugin would ask it, and everything that is no picture."""
import threading
import unittest

import support
from fakecamera import FakeCamera, drips, jpeg, recorded, reply, sends, stalls
from linkscope_agent import frozen, url, webcam_snapshot
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


class RealServersTest(unittest.TestCase):
    def check(self, script, expected='ok', deadline=1):
        camera = FakeCamera(script)
        self.addCleanup(camera.close)
        outcome, = BENCH.run(support.spec('webcam.snapshot', url=camera.url(), deadline=deadline))
        self.assertEqual(expected, support.verdict(outcome), outcome)
        return outcome['d']

    def test_recorded(self):
        picture = recorded('mjpg-streamer-snapshot.http')
        self.assertEqual('16117', self.check(sends(picture))['size'])
        self.check(sends(picture[:-1000]), 'failed body cut_off')
        self.check(sends(recorded('ustreamer-no-signal.http')), 'failed response no_signal')
        self.check(sends(recorded('mjpg-streamer-401.http')), 'failed response login_needed')
        self.check(sends(recorded('mjpg-streamer-unknown-path.http')),
                   'failed response http_4xx')
        self.check(sends(recorded('mjpg-streamer-stream.http')),
                   'failed response stream_not_snapshot')

    def test_haproxy_takes_three_seconds_to_say_no(self):
        def script(sock, head):
            threading.Event().wait(3)
            sock.sendall(recorded('haproxy-webcam-down.http'))
        self.assertEqual('503', self.check(script, 'failed response http_5xx', 5)['status'])

    def test_camera_streamer_without_a_picture(self):
        data = reply(b'No snapshot captured yet.\r\n', 500, 'text/plain')
        self.assertEqual('500', self.check(sends(data), 'failed response http_5xx')['status'])

    def test_mjpg_streamer_whose_camera_stalled(self):
        self.check(stalls(b''), 'failed request timeout', 0.5)

    def test_slow_but_whole(self):
        self.check(drips(reply(jpeg(1)), 1000, 0.05))

    def test_other_formats(self):
        for data, kind in ((b'\x89PNG\r\n\x1a\n' + bytes(99), 'image/png'),
                           (b'RIFF\x40\0\0\0WEBPVP8 ' + bytes(99), 'image/webp'),
                           (b'GIF89a' + bytes(99), 'image/jpeg'), (b'\xff', 'image/jpeg')):
            self.check(sends(reply(data, kind=kind)), 'failed body not_jpeg')
        self.check(sends(reply(jpeg(1), kind='text/plain')))
        self.check(sends(reply(jpeg(1), headers=['Content-Encoding: gzip'])),
                   'failed response encoded')
        self.check(sends(reply(jpeg(1), headers=['Content-Encoding: identity'])))

    def test_redirects_that_lead_nowhere(self):
        for location in ('rtsp://cam/', 'http://', '', 'http://x:99999/'):
            self.check(sends(reply(b'', 302, headers=['Location: ' + location])),
                       'failed response redirect')


class SeveralCamerasTest(unittest.TestCase):
    def test_each_has_its_own_counts_facts_and_login(self):
        kept = frozen.SECONDS
        self.addCleanup(setattr, frozen, 'SECONDS', kept)
        frozen.SECONDS = 0.3
        numbers = iter(range(1000))
        still = FakeCamera(sends(reply(jpeg(0))))
        moving = FakeCamera(lambda sock, head: sock.sendall(reply(jpeg(next(numbers)))))
        guarded = FakeCamera(lambda sock, head: sock.sendall(
            reply(jpeg(0), 200 if 'Bearer t' in head else 401)))
        for camera in (still, moving, guarded):
            self.addCleanup(camera.close)
        facts, outcomes, waiting = [], [], []
        for target, camera, login, auth in (
                ('webcam', moving, '', ''), ('webcam.2', still, '', ''),
                ('garage', guarded, ':t@', 'bearer'), ('door', guarded, '', '')):
            asked = support.spec('webcam.snapshot', target=target, url=camera.url('/', login),
                                 auth=auth, cadence=0.1, slots=6)
            probe = webcam_snapshot.WebcamSnapshot(asked, lambda *fact: facts.append(fact))
            waiting.append(BENCH.prober(asked, probe, outcomes))
        for prober, _ in waiting:
            prober.start()
        for _, done in waiting:
            self.assertTrue(done.wait(support.PATIENCE))
        outcomes.sort(key=lambda o: o['n'])
        same = {target: [o['d'].get('same') for o in outcomes if o['i'] == target]
                for target in ('webcam', 'webcam.2', 'garage', 'door')}
        row = ['1', '2', '3', '4', '5', '6']
        self.assertEqual({'webcam': ['1'] * 6, 'webcam.2': row, 'garage': row,
                          'door': [None] * 6}, same)
        self.assertEqual([('garage.webcam.frozen', 'true'), ('webcam.2.webcam.frozen', 'true'),
                          ('webcam.frozen', 'false')], sorted(facts))


class UrlTest(unittest.TestCase):
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
