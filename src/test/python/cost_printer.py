"""A printer as it is asked for without being told otherwise, and what stands on its computer."""
import contextlib
import os
import socket
import struct
import subprocess
import sys
import threading
import time

import fakecamera
from cost_world import CAMERA_PORT, HERE, PICTURE, PORT

STUN_PORT = 3478
FPS = 10
_answering = []  # the STUN server, which serves every printer


OTHER = '''
import socket, ssl, sys, threading, json, subprocess
made = ssl.create_default_context(cafile=sys.argv[3])
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    made.wrap_socket(sock, server_hostname=sys.argv[1]).close()
print(flush=True)
sys.stdin.read()
'''


@contextlib.contextmanager
def other_python(world, python):
    """A process of the same python that has made a TLS connection, as OctoPrint has."""
    process = subprocess.Popen([python, '-c', OTHER, world.host, str(PORT), world.bundle],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               env=world.environment())
    process.stdout.readline()
    try:
        yield
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


class Printer:
    """OctoPrint with its connection to the server, a stream, and a STUN server."""

    def __init__(self, world):
        self._world = world
        base = os.path.join(world.tmp, 'basedir')
        os.makedirs(os.path.join(base, 'logs'), exist_ok=True)
        with open(os.path.join(base, 'logs', 'octoprint.log'), 'w') as log:
            log.write(time.strftime('%Y-%m-%d %H:%M:%S,123 - octoprint.plugins.obico - INFO - '
                                    'Linked printer: {}\n'))
        self._octoprint = subprocess.Popen(
            ['octoprint', os.path.join(HERE, 'plugin_stand_in.py'), world.host, str(PORT),
             '--basedir', base, 'serve'],
            executable=sys.executable, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=world.environment())
        assert self._octoprint.stdout.readline() == b'ready\n'
        self._octoprint.stdin.write(b'connect\n')
        self._octoprint.stdin.flush()
        assert self._octoprint.stdout.readline() == b'done\n'
        self._camera = fakecamera.FakeCamera(fakecamera.films(
            fakecamera.parts(picture=lambda n: fakecamera.jpeg(n, PICTURE)), FPS))
        if not _answering:
            _answering.append(threading.Thread(target=_stun, daemon=True))
            _answering[0].start()

    def close(self):
        self._octoprint.stdin.close()
        self._octoprint.wait(10)
        self._octoprint.stdout.close()
        self._camera.close()

    def often(self):
        """Those that are made at least once a minute, as ProbePlan.java asks for them."""
        server = self._world.url().partition('/api/')[0]
        return _frames([
            ('server', 'server.http', 10, 10, {'url': self._world.url()}),
            ('ws', 'server.ws', 60, 10, {'url': server}),
            ('plugin', 'plugin.link', 10, 5, {'url': server}),
            ('trace', 'trace', 10, 10, {'name': '%s:%d' % (self._world.host, PORT), 'every': 0,
                                        'on': 'server'}),
            ('webcam', 'webcam.snapshot', 10, 5, {'url': self._world.camera()}),
            ('stream', 'webcam.stream', 60, 6, {'url': self._camera.url('/stream')}),
            ('dns', 'dns', 10, 3, {'name': self._world.host}),
            ('gateway', 'gateway', 5, 2, {}),
            ('internet.1', 'internet', 30, 5, {'name': '127.0.0.1:%d' % PORT}),
            ('internet.2', 'internet', 30, 5, {'name': '127.0.0.1:%d' % CAMERA_PORT})])

    def seldom(self, cadence=300):
        """Those that are made every 300 s: server.paths there is every 30th slot of the server."""
        host = self._world.host
        return _frames([
            ('paths', 'server.paths', cadence, 10,
             {'url': self._world.url().partition('/api/')[0]}),
            ('stun', 'stun', cadence, 5, {'name': '%s:%d' % (host, STUN_PORT)}),
            ('turn', 'turn', cadence, 5, {'name': '%s:%d' % (host, CAMERA_PORT)})])


def _frames(probes):
    return [dict({'target': target, 'probe': probe, 'cadence': cadence, 'deadline': deadline,
                  'slots': 0, 'spread': 1}, **more)
            for target, probe, cadence, deadline, more in probes]


def _stun():
    """Answers binding requests (RFC 8489) over both families."""
    sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    sock.bind(('::', STUN_PORT))
    while True:
        asked, sender = sock.recvfrom(2048)
        value = struct.pack('>BBH', 0, 1, sender[1] ^ 0x2112) + bytes(
            a ^ b for a, b in zip(socket.inet_aton('192.0.2.9'), asked[4:8]))
        attribute = struct.pack('>HH', 0x0020, len(value)) + value
        sock.sendto(struct.pack('>HH', 0x0101, len(attribute)) + asked[4:20] + attribute, sender)
