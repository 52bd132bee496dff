"""A camera in this process whose every byte a test decides, and what it sends."""
import hashlib
import os
import re
import socket
import struct
import threading
import time

RECORDED = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'recorded')


def recorded(name):
    """A reply of a real server, byte by byte."""
    with open(os.path.join(RECORDED, name), 'rb') as file:
        return file.read()


def jpeg(n, size=3000, thumbnail=False):
    """A picture with the structure of a JPEG; different for each number."""
    inner = b'\xff\xd8 small \xff\xd9' if thumbnail else b''
    exif = b'Exif\0\0' + inner
    noise = hashlib.sha256(b'%d' % n).digest().replace(b'\xff', b'\xfe')
    data = (noise * (size // 32 + 1))[:size]
    return (b'\xff\xd8\xff\xe1' + struct.pack('>H', len(exif) + 2) + exif +
            b'\xff\xda\0\x03\x01' + data + b'\xff\xd9')


def reply(body, status=200, kind='image/jpeg', headers=(), length=True):
    lines = ['HTTP/1.1 %d Some words' % status, 'Content-Type: ' + kind] + list(headers)
    if length:
        lines.append('Content-Length: %d' % len(body))
    return '\r\n'.join(lines + ['', '']).encode() + body


class FakeCamera:
    """Each connection is served by `script(sock, head)`, which may send what it likes.

    `heads` holds what was asked, and `ended` is set when the other side has closed a connection
    that its script watches with `drip` or `hold`.
    """

    def __init__(self, script):
        self.script = script
        self.heads = []
        self._listening = socket.socket()
        self._listening.bind(('127.0.0.1', 0))
        self._listening.listen(64)
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path='/', login='', host='127.0.0.1'):
        return 'http://%s%s:%d%s' % (login, host, self.port, path)

    def close(self):
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _accept(self):
        while True:
            try:
                sock, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock):
        with sock:
            try:
                sock.settimeout(20)
                head = b''
                while b'\r\n\r\n' not in head:
                    more = sock.recv(8192)
                    if not more:
                        return
                    head += more
                self.heads.append(head.decode('latin-1'))
                self.script(sock, self.heads[-1])
            except OSError:
                pass


def sends(data):
    """A script that sends the bytes and closes."""
    return lambda sock, head: sock.sendall(data)


def stalls(data):
    """A script that sends the bytes and then nothing, until the other side leaves."""
    def script(sock, head):
        sock.sendall(data)
        hold(sock)
    return script


def hold(sock):
    """Waits until the other side closes."""
    while sock.recv(4096):
        pass


def drips(data, piece=1, pause=0.02):
    """A script that sends the bytes a few at a time."""
    def script(sock, head):
        for i in range(0, len(data), piece):
            sock.sendall(data[i:i + piece])
            time.sleep(pause)
        hold(sock)
    return script


def films(part, fps, count=10 ** 6, kind='multipart/x-mixed-replace;boundary=frame',
          first=b'--frame\r\n', version='1.0'):
    """A script that sends `part(n)` at a rate; parts end with the next boundary."""
    def script(sock, head):
        sock.sendall(('HTTP/%s 200 OK\r\nContent-Type: %s\r\n\r\n' % (version, kind)).encode()
                     + first)
        begun = time.monotonic()
        for n in range(count):
            time.sleep(max(0, begun + n / fps - time.monotonic()))
            sock.sendall(part(n))
    return script


def parts(boundary=b'--frame', length=True, end=b'\r\n', picture=jpeg):
    """Parts as most servers send them: head, picture, and the line of the next boundary."""
    def part(n):
        data = picture(n)
        head = b'Content-Type: image/jpeg' + end
        if length:
            head += b'Content-Length: %d' % len(data) + end
        return head + end + data + end + boundary + end
    return part


class DigestGuard:
    """A script that lets in whoever answers its challenge as RFC 7616 says."""

    def __init__(self, user, password, inner, algorithm='MD5', qop='auth', extra=()):
        self._user, self._password, self._inner = user, password, inner
        self._algorithm, self._qop, self._extra = algorithm, qop, list(extra)
        self.nonces = set()

    def __call__(self, sock, head):
        if self._admits(head):
            self._inner(sock, head)
            return
        nonce = os.urandom(8).hex()
        self.nonces.add(nonce)
        challenge = 'Digest realm="the \\"cam\\"", nonce="%s", opaque="x,y"' % nonce
        challenge += ', qop="%s"' % self._qop if self._qop else ''
        challenge += ', algorithm=' + self._algorithm if self._algorithm else ''
        lines = ['WWW-Authenticate: ' + each for each in [challenge] + self._extra]
        sock.sendall(reply(b'', 401, headers=lines))

    def _admits(self, head):
        match = re.search(r'^Authorization: Digest (.*)\r$', head, re.M)
        if not match:
            return False
        found = {name: quoted.replace('\\"', '"') or token for name, quoted, token in
                 re.findall(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))', match.group(1))}

        def h(*words):
            name = 'sha256' if 'SHA' in self._algorithm else 'md5'
            return hashlib.new(name, ':'.join(words).encode()).hexdigest()
        one = h(self._user, 'the "cam"', self._password)
        if self._algorithm.endswith('-sess'):
            one = h(one, found['nonce'], found['cnonce'])
        two = h('GET', head.split(' ')[1])
        middle = [found['nc'], found['cnonce'], found['qop']] if self._qop else []
        self.nonces.remove(found['nonce'])  # once only
        return (found['response'] == h(one, found['nonce'], *(middle + [two]))
                and found['opaque'] == 'x,y' and found['uri'] == head.split(' ')[1])
