"""MJPEG streams as real servers send them, and what is none."""
import itertools
import os
import subprocess
import sys
import time
import unittest

import support
from fakecamera import (FakeCamera, films, hold, jpeg, parts, recorded, reply, sends, stalls)
from linkscope_agent import multipart, webcam_stream
from linkscope_agent.attempt import Failed

BENCH = support.Bench()
MULTIPART = 'multipart/x-mixed-replace; boundary=frame'


class StreamCase(unittest.TestCase):
    def setUp(self):
        self.window(0.5)

    def window(self, seconds):
        kept = webcam_stream.WINDOW
        self.addCleanup(setattr, webcam_stream, 'WINDOW', kept)
        webcam_stream.WINDOW = seconds

    def watch(self, script, expected='ok', deadline=2, path='/?action=stream', **more):
        camera = FakeCamera(script)
        self.addCleanup(camera.close)
        outcome, = BENCH.run(support.spec('webcam.stream', url=camera.url(path), deadline=deadline,
                                          **more))
        self.assertEqual(expected, support.verdict(outcome), outcome)
        return outcome.get('d', {})


class FormatTest(StreamCase):
    def test_figures(self):
        self.window(1)
        d = self.watch(films(parts(), 20))
        self.assertAlmostEqual(20, float(d['fps']), delta=3)
        self.assertAlmostEqual(20, int(d['frames']), delta=3)
        self.assertEqual(d['frames'], d['distinct'])
        self.assertAlmostEqual(50, int(d['gap_ms']), delta=40)
        self.assertLess(int(d['first_ms']), 100)
        self.assertAlmostEqual(20 * 3.1 * 8, int(d['kbps']), delta=120)
        self.assertNotIn('frozen', d)  # too short to tell

    def test_boundaries(self):
        self.window(0.2)
        long = b'--123456789000000000000987654321'
        for kind, boundary in (
                ('multipart/x-mixed-replace;boundary=boundarydonotcross', b'--boundarydonotcross'),
                ('multipart/x-mixed-replace; boundary=' + long[2:].decode(), long),
                ('multipart/x-mixed-replace; boundary=%s' % long.decode(), long),
                ('multipart/x-mixed-replace; boundary="frame"', b'--frame'),
                ('multipart/x-mixed-replace; boundary=frame', b'frame'),
                ('multipart/x-mixed-replace', b'--frame'),
                ('multipart/x-mixed-replace; boundary=b', b'--b'),
                ('multipart/x-mixed-replace; boundary=other', b'--frame'),
                ('application/octet-stream', b'--frame')):
            for length in (True, False):
                with self.subTest(kind, length=length):
                    d = self.watch(films(parts(boundary, length), 20, kind=kind,
                                         first=boundary + b'\r\n', version='1.1'))
                    self.assertGreaterEqual(int(d['frames']), 3)
                    self.assertEqual(d['frames'], d['distinct'])

    def test_chunked_stream(self):
        def chunk(data):
            return b'%x\r\n%s\r\n' % (len(data), data)
        self.watch(films(lambda n: chunk(parts()(n)[:100]) + chunk(parts()(n)[100:]), 20,
                         kind=MULTIPART + '\r\nTransfer-Encoding: chunked',
                         first=chunk(b'--frame\r\n'), version='1.1'))

    def test_recorded_mjpg_streamer(self):
        d = self.watch(stalls(recorded('mjpg-streamer-stream.http')))
        self.assertEqual(('2', '2'), (d['frames'], d['distinct']))
        self.assertGreater(int(d['gap_ms']), 400)

    def test_recorded_ustreamer_without_a_camera_is_frozen(self):
        self.window(3)
        start = recorded('ustreamer-stream-head.http')
        head, _, rest = start.partition(b'\r\n\r\n')
        picture = recorded('ustreamer-no-signal.http').partition(b'\r\n\r\n')[2]
        self.assertTrue(picture.startswith(rest.partition(b'\r\n\r\n')[2]))
        boundary = b'--boundarydonotcross'
        d = self.watch(films(parts(boundary, picture=lambda n: picture), 5,
                             kind=head.rpartition(b'Content-Type: ')[2].decode(),
                             first=boundary + b'\r\n'), deadline=5)
        self.assertEqual(('1', 'true'), (d['distinct'], d['frozen']))

    def test_moving_pictures_are_not_frozen(self):
        self.window(3)
        self.assertEqual('false', self.watch(films(parts(), 5), deadline=5)['frozen'])

    def test_one_picture_is_enough_but_gives_no_rate(self):
        d = self.watch(films(parts(), 0.2))
        self.assertEqual('1', d['frames'])
        self.assertNotIn('fps', d)

    def test_waits_longer_for_the_first_picture(self):
        def script(sock, head):
            time.sleep(0.3)
            films(lambda n: time.sleep(0.5) or parts()(n), 100)(sock, head)
        self.window(0.3)
        self.assertGreater(int(self.watch(script)['first_ms']), 750)


class PluginTest(StreamCase):
    """What browsers show and the plugin cannot read."""

    def test_blank_first_line(self):
        d = self.watch(films(parts(), 20, first=b'\r\n--frame\r\n'), 'failed body wrong_format')
        self.assertGreaterEqual(int(d['frames']), 7)

    def test_bare_line_feeds(self):
        self.watch(films(parts(end=b'\n'), 20, first=b'--frame\n'), 'failed body wrong_format')

    def test_boundary_without_a_line_of_its_own(self):
        def part(n):
            return parts()(n).replace(b'\r\n--frame', b'--frame')
        self.watch(films(part, 20), 'failed body wrong_format')

    def test_login_in_the_address(self):
        camera = FakeCamera(films(parts(), 20))
        self.addCleanup(camera.close)
        asked = support.spec('webcam.stream', url=camera.url(login='user:secret@'))
        outcome, = BENCH.run(asked)
        self.assertEqual('failed request user_info_in_stream', support.verdict(outcome))
        self.assertEqual([], camera.heads)
        asked.auth = 'basic'
        outcome, = BENCH.run(asked)
        self.assertEqual('ok', support.verdict(outcome))
        self.assertIn('Authorization: Basic', camera.heads[0])
        self.assertNotIn('secret', str(outcome))


class NoStreamTest(StreamCase):
    def test_told_by_the_address(self):
        for address, expected in (
                ('webrtc://pi/x', 'webrtc_unusable'), ('webrtcs://pi/x', 'webrtc_unusable'),
                ('rtsp://pi/x', 'rtsp_unusable'), ('http://pi/video.m3u8?x=1', 'hls_unusable'),
                ('/hls/stream.M3U8', 'hls_unusable'), ('http://pi/video.mp4', 'video_unusable'),
                ('  ', 'no_url'), ('pi:8080/?action=stream', 'bad_scheme')):
            outcome, = BENCH.run(support.spec('webcam.stream', url=address))
            self.assertEqual('failed request ' + expected, support.verdict(outcome), address)
            self.assertEqual([-1] * 5, outcome['us'][:5])

    def test_told_by_the_reply(self):
        for data, expected in (
                (reply(b'<html>', kind='text/html'), 'response not_a_stream'),
                (reply(jpeg(1)), 'response not_a_stream'),
                (reply(jpeg(1), kind='application/octet-stream'), 'response not_a_stream'),
                (reply(b'#EXTM3U', kind='application/vnd.apple.mpegurl'), 'response hls_unusable'),
                (reply(b'#EXTM3U\n', kind='text/plain'), 'response hls_unusable'),
                (reply(b'\0\0\0\x18ftypmp42', kind='video/mp4'), 'response video_unusable'),
                (reply(b'\0\0\0\x18ftypmp42', kind=''), 'response video_unusable'),
                (recorded('haproxy-webcam-down.http'), 'response http_5xx'),
                (recorded('mjpg-streamer-401.http'), 'response login_needed'),
                (recorded('mjpg-streamer-unknown-path.http'), 'response http_4xx'),
                (recorded('mjpg-streamer-snapshot.http'), 'response not_a_stream'),
                (reply(b'x', kind=MULTIPART, headers=['Content-Encoding: gzip']),
                 'response encoded'),
                (reply(b'<html>\n' * 50, kind=MULTIPART), 'body wrong_format'),
                (reply(jpeg(1), kind=MULTIPART), 'body wrong_format'),
                (reply(b'', kind=MULTIPART, length=False), 'body cut_off'),
                (reply(b'--f\r\n\r\n\x89PNG' + bytes(99), kind=MULTIPART), 'body not_jpeg'),
                (reply(b'--f\r\nContent-Length: 0\r\n\r\n\r\n--f', kind=MULTIPART),
                 'body not_jpeg'),
                (reply(b'--f\r\n\r\n' + jpeg(1)[:99], kind=MULTIPART), 'body cut_off')):
            with self.subTest(data[:150]):
                self.watch(sends(data), 'failed ' + expected)

    def test_ends_too_early(self):
        d = self.watch(films(parts(), 20, count=3), 'failed body cut_off')
        self.assertEqual('3', d['frames'])

    def test_recorded_stall(self):
        begun = time.monotonic()
        d = self.watch(stalls(recorded('mjpg-streamer-stalled-stream.http')),
                       'failed body stream_stalled', deadline=1)
        self.assertEqual('0', d['frames'])
        self.assertLess(time.monotonic() - begun, 1.5)

    def test_a_picture_that_comes_too_slowly_is_no_stall(self):
        def script(sock, head):
            sock.sendall(reply(b'--f\r\n\r\n' + jpeg(1)[:50], kind=MULTIPART, length=False))
            hold(sock)
        self.watch(script, 'failed body timeout', deadline=1)

    def test_failures_before_the_stream(self):
        self.watch(lambda sock, head: hold(sock), 'failed request timeout', deadline=0.5)
        camera = FakeCamera(sends(b''))
        camera.close()
        outcome, = BENCH.run(support.spec('webcam.stream', url=camera.url()))
        self.assertEqual('failed connect refused', support.verdict(outcome))
        outcome, = BENCH.run(support.spec('webcam.stream', url='http://cam.invalid/'))
        self.assertEqual('dns', outcome['ph'])


class WayTest(StreamCase):
    def test_a_redirect_is_followed(self):
        def script(sock, head):
            if '/film' in head:
                films(parts(), 20)(sock, head)
            else:
                sock.sendall(reply(b'', 302, headers=['Location: /film']))
        self.watch(script)

    def test_certificates_matter(self):
        faults = support.FaultServer()
        self.addCleanup(faults.close)
        outcome, = BENCH.run(support.spec('webcam.stream', url=faults.url('camera_https')))
        self.assertEqual('failed tls cert_untrusted', support.verdict(outcome))

    def test_in_the_agent(self):
        camera = FakeCamera(films(parts(), 20))
        self.addCleanup(camera.close)
        agent = support.AgentProcess()
        self.addCleanup(agent.close)
        agent.subscribe(probes=[support.ask('webcam.stream', url=camera.url(), slots=1,
                                            deadline=5)])
        outcome = agent.next('o')
        self.assertEqual('ok', support.verdict(outcome))
        self.assertAlmostEqual(60, int(outcome['d']['frames']), delta=5)


def plugin_finds(body):
    """A model of the plugin: the first line bounds, and CR LF CR LF begins the picture."""
    first, *rest = [line + b'\n' for line in body.split(b'\n')[:-1]]
    if first not in rest:
        return False
    return (first + b''.join(rest[:rest.index(first)])).find(b'\r\n\r\n') > 0


class MultipartTest(unittest.TestCase):
    def test_what_the_plugin_finds(self):
        verdicts = set()
        for boundary, first, end, length, join in itertools.product(
                (b'--frame', b'--123456789000000000000987654321', b'--b', b'plain', b'A: B-C-D'),
                (b'', b'\r\n', b'\r\n\r\n', b'\n', b'--'), (b'\r\n', b'\n'), (True, False),
                (b'\r\n', b'\n', b'')):
            if not join and len(boundary) < 7:
                continue  # cannot be told from the picture
            body = first + boundary + end
            for n in range(4):
                body += parts(boundary, length, end)(n).replace(
                    end + boundary, join + boundary)
            reader = multipart.Multipart()
            try:
                reader.feed(body)
                found = reader.plugin_reads
            except Failed:
                found = False
            with self.subTest(body[:60], length=length, join=join):
                self.assertIs(plugin_finds(body), bool(found))
            verdicts.add(found)
        self.assertEqual({True, False}, verdicts - {None})

    def test_the_same_whatever_the_pieces(self):
        body = recorded('mjpg-streamer-stream.http').partition(b'\r\n\r\n')[2]
        whole = multipart.Multipart().feed(body)
        self.assertEqual(2, len(whole))
        for text in (body, body.replace(b'Content-Length', b'X-Other-Length')):
            for size in (1, 7, 4096):
                reader = multipart.Multipart()
                found = []
                for i in range(0, len(text), size):
                    found += reader.feed(text[i:i + size])
                self.assertEqual(whole, found)
                self.assertIs(True, reader.plugin_reads)
                self.assertTrue(reader.receiving)

    def test_a_length_that_is_too_short_loses_no_picture(self):
        part = parts()
        reader = multipart.Multipart()
        data = b'--frame\r\n' + b''.join(part(n).replace(b'Length: 30', b'Length: 20')
                                         for n in range(5))
        self.assertEqual(5, len(reader.feed(data)))

    def test_limits(self):
        start = b'--frame\r\n'
        for data, expected in (
                (b'x' * 300, 'wrong_format'), (start + b'a: b\r\n' * 2000, 'wrong_format'),
                (start + b'Content-Length: 5000001\r\n\r\n', 'too_large'),
                (start + b'Content-Length: ' + b'9' * 5000 + b'\r\n\r\n', 'too_large'),
                (start + b'\r\n' + b'\xff\xd8' + bytes(5000001), 'too_large'),
                (start + parts()(1)[:-9] + bytes(80000), 'wrong_format'),
                (start + parts()(1)[:-2] + bytes(9000), 'wrong_format'),
                (start + b'Content-Length: -5\r\n\r\nxx', 'not_jpeg')):
            with self.subTest(data[:60]):
                with self.assertRaises(Failed) as caught:
                    multipart.Multipart().feed(data)
                self.assertEqual(expected, caught.exception.error_class)


COST = '''
import sys, time
sys.path.insert(0, sys.argv[1])
import support
from linkscope_agent import webcam_stream
asked = support.spec('webcam.stream', url=sys.argv[2], deadline=6)
webcam_stream.WINDOW = 0.2
support.Bench().run(asked)
webcam_stream.WINDOW = 3
begun = time.process_time()
outcome, = support.Bench().run(asked)
print(time.process_time() - begun, support.verdict(outcome), outcome['d']['frames'])
'''


class CostTest(unittest.TestCase):
    def test_ten_pictures_a_second_for_three_seconds(self):
        picture = recorded('mjpg-streamer-snapshot.http').partition(b'\r\n\r\n')[2]
        camera = FakeCamera(films(parts(picture=lambda n: picture), 10))
        self.addCleanup(camera.close)
        done = subprocess.run([sys.executable, '-c', COST, os.path.dirname(__file__) or '.',
                               camera.url()], stdout=subprocess.PIPE, timeout=30, check=True)
        seconds, verdict, frames = done.stdout.decode().split()
        self.assertEqual('ok', verdict)
        self.assertGreaterEqual(int(frames), 28)
        # 10 ms are meant; other work on the same processor may add as much.
        self.assertLess(float(seconds), 0.02)


if __name__ == '__main__':
    unittest.main()
