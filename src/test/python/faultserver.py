"""A server that fails on command, and tells the truth about it.

Started as a process; its first line on standard output names its ports:
  {"t":"ready","http":…,"https":…,"https_expired":…,"camera":…,"dns":…,"blackhole":…,"ca":"…/ca.pem"}
Commands are JSON lines on standard input; each sets how one of its parts behaves, for all requests
or for some only, counted from 1 since the start:
  {"server":"hang"}   {"camera":"frozen"}   {"dns":"servfail"}   {"server":"ok","retry_after":7}
  {"server":"reset","requests":[3,4,5,9]}
Each is answered by {"t":"mode",…} once it is in force. Every request is logged when its fate is
decided: {"t":"request","part":"server","n":3,"epoch":1700000000.123,"fault":"reset"}.
It ends at the end of its input. All ports are on 127.0.0.1; `http` listens on ::1 too, if it can.
Parts: `server` (modes below, and any status number), `camera`, `dns`. Python 3.7 or newer.
"""
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
CERTS = os.path.join(HERE, 'certs')
JSON = ('application/json', b'{"error":"Authentication credentials were not provided."}')
HTML = ('text/html; charset=utf-8', b'<!DOCTYPE html><html><body>Sign in</body></html>')
HANG = 120
BESIDE = ('/ws/dev/', '/hc/')
WITNESS = 'second witness'  # in the User-Agent of what looks from the user's computer


class Part:
    """How one part behaves, and what it has seen."""

    def __init__(self, name):
        self.name = name
        self.mode = 'ok'
        self.only = None
        self.options = {}
        self._n = 0
        self._lock = threading.Lock()

    def set(self, command):
        with self._lock:
            self.mode = str(command[self.name])
            self.only = command.get('requests')
            self.options = command

    def unless_chosen(self):
        """The mode, where it is not meant for chosen requests alone."""
        with self._lock:
            return self.mode if self.only is None else 'ok'

    def next(self):
        """(number, mode) of the next request; logs it."""
        with self._lock:
            self._n += 1
            n = self._n
            mode = self.mode if self.only is None or n in self.only else 'ok'
        say({'t': 'request', 'part': self.name, 'n': n, 'epoch': round(time.time(), 3),
             'fault': mode})
        return n, mode


_out = threading.Lock()


def say(frame):
    with _out:
        sys.stdout.write(json.dumps(frame) + '\n')
        sys.stdout.flush()


class Listener:
    """A TCP port that can be closed and opened again, so that connections are refused."""

    def __init__(self, part, handle, cert=None, six=False):
        self._part = part
        self._handle = handle
        self._context = None
        if cert:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(os.path.join(CERTS, cert + '.pem'))
        self.port = 0
        self._six = six
        self._sockets = []
        self.open()

    def open(self):
        if self._sockets:
            return
        self._sockets = [self._listen(socket.AF_INET, '127.0.0.1')]
        self.port = self._sockets[0].getsockname()[1]
        if self._six:
            try:
                self._sockets.append(self._listen(socket.AF_INET6, '::1'))
            except OSError:
                pass

    def close(self):
        for sock in self._sockets:
            sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        self._sockets = []

    def _listen(self, family, address):
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((address, self.port))
        sock.listen(128)
        threading.Thread(target=self._accept, args=(sock,), daemon=True).start()
        return sock

    def _accept(self, listening):
        while True:
            try:
                sock, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock):
        try:
            sock.settimeout(HANG)
            if self._context:
                if self._part.mode == 'tls_hang':
                    self._part.next()
                    time.sleep(HANG)
                sock = self._context.wrap_socket(sock, server_side=True)
            head = b''
            while b'\r\n\r\n' not in head:
                more = sock.recv(8192)
                if not more:
                    return
                head += more
            self._handle(sock, head.decode('latin-1'))
        except OSError:
            pass
        finally:
            sock.close()


def reply(sock, status, kind, body, headers=(), length=None, send=None):
    """Sends a whole reply, or only the first `send` bytes of its body."""
    head = ['HTTP/1.1 %s Some words' % status, 'Content-Type: ' + kind, 'Connection: close']
    if length is not False:
        head.append('Content-Length: %d' % (len(body) if length is None else length))
    sock.sendall('\r\n'.join(head + list(headers) + ['', '']).encode()
                 + body[:len(body) if send is None else send])


def reset(sock):
    """Closes with a reset instead of a farewell."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    if isinstance(sock, ssl.SSLSocket):
        sock = socket.socket(fileno=sock.detach())
    sock.close()


def common(sock, mode):
    """Faults that a server and a camera share; false if the mode is another."""
    if mode == 'hang':
        time.sleep(HANG)
    elif mode == 'reset':
        reset(sock)
    elif mode == 'close':
        pass
    elif mode == 'garbage':
        sock.sendall(b'Not found')
    elif mode == 'half_head':
        sock.sendall(b'HTTP/1.1 200 OK\r\nContent-Ty')
    elif mode == 'drip':
        for byte in b'HTTP/1.1 200 OK\r\nX-Slow: ' + b'x' * 1000:
            sock.sendall(bytes([byte]))
            time.sleep(0.1)
    elif mode == 'redirect_other':
        reply(sock, 302, *HTML, headers=['Location: http://login.elsewhere.invalid/'])
    elif mode.isdigit():
        reply(sock, int(mode), *HTML)
    else:
        return False
    return True


def serve(sock, head):
    """The Obico server."""
    path = head.split(' ')[1]
    # What is asked beside the slots of the pane is answered alike, but not counted among them.
    beside = path in BESIDE or WITNESS in head
    mode = server.unless_chosen() if beside else server.next()[1]
    if mode == 'slow':
        time.sleep(float(server.options.get('seconds', 1)))
        mode = 'ok'
    if mode == 'ok' and path == '/ws/dev/':
        reply(sock, 403, *JSON)
    elif mode == 'ok' and path.endswith('/hc/'):
        reply(sock, 200, 'text/html' if path == '/html/hc/' else 'text/plain', b'Okay')
    elif mode == 'ok':
        reply(sock, 401, *JSON)
    elif mode == '200_json':
        reply(sock, 200, *JSON)
    elif mode == '403_json':
        reply(sock, 403, *JSON)
    elif mode == '429':
        after = server.options.get('retry_after')
        reply(sock, 429, *JSON, headers=['Retry-After: %s' % after] if after else [])
    elif mode == 'captive':
        reply(sock, 200, *HTML)
    elif mode == 'text':
        reply(sock, 200, 'text/plain', b'hello')
    elif mode == 'redirect_same':
        reply(sock, 301, *HTML, headers=['Location: /elsewhere'])
    elif mode == 'cut':
        reply(sock, 401, *JSON, send=10)
    elif mode == 'hang_body':
        reply(sock, 401, *JSON, send=10)
        time.sleep(HANG)
    elif mode == 'chunked':
        body = b''.join(b'%x;note=1\r\n%s\r\n' % (1, JSON[1][i:i + 1]) for i in range(len(JSON[1])))
        reply(sock, 401, JSON[0], body + b'0\r\n\r\n', ['Transfer-Encoding: chunked'], length=False)
    elif mode == 'continue':
        sock.sendall(b'HTTP/1.1 100 Continue\r\n\r\n')
        reply(sock, 401, *JSON)
    elif not common(sock, mode):
        reply(sock, 500, 'text/plain', b'unknown mode')


def picture(n):
    """Bytes that begin and end like a JPEG; different for each number."""
    return b'\xff\xd8\xff\xe0' + (b'picture %08d ' % n) * 400 + b'\xff\xd9'


def film(sock, head):
    """The camera."""
    n, mode = camera.next()
    kind = 'image/jpeg'
    if mode == 'ok':
        reply(sock, 200, kind, picture(n))
    elif mode == 'frozen':
        reply(sock, 200, kind, picture(0))
    elif mode == 'no_length':
        reply(sock, 200, kind, picture(n), length=False)
    elif mode == 'basic':
        good = 'authorization: basic dXNlcjpzZWNyZXQ=' in head.replace('Authorization: Basic',
                                                                       'authorization: basic')
        reply(sock, 200 if good else 401, kind, picture(n))
    elif mode == 'redirect' and '/moved' not in head.split(' ')[1]:
        reply(sock, 302, *HTML, headers=['Location: /moved/snapshot'])
    elif mode == 'redirect':
        reply(sock, 200, kind, picture(n))
    elif mode == 'loop':
        reply(sock, 302, *HTML, headers=['Location: /again'])
    elif mode == 'empty':
        reply(sock, 200, kind, b'')
    elif mode == 'html':
        reply(sock, 200, *HTML)
    elif mode == 'html_as_jpeg':
        reply(sock, 200, kind, HTML[1])
    elif mode == 'not_jpeg':
        reply(sock, 200, 'image/png', b'\x89PNG\r\n' + b'x' * 500)
    elif mode == 'truncated':
        reply(sock, 200, kind, picture(n)[:-500])
    elif mode == 'short':
        reply(sock, 200, kind, picture(n), send=1000)
    elif mode == 'hang_body':
        reply(sock, 200, kind, picture(n), send=1000)
        time.sleep(HANG)
    elif mode == 'too_large':
        reply(sock, 200, kind, b'\xff\xd8' + bytes(5100000) + b'\xff\xd9')
    elif mode == 'no_signal':
        reply(sock, 200, kind, picture(0), headers=['X-UStreamer-Online: false'])
    elif mode == 'stream':
        reply(sock, 200, 'multipart/x-mixed-replace;boundary=b', b'--b\r\n', length=False)
        time.sleep(HANG)
    elif not common(sock, mode):
        reply(sock, 500, 'text/plain', b'unknown mode')


def resolve_forever(sock):
    """The resolver: answers every name with 127.0.0.1 and ::1, unless it is to fail."""
    while True:
        query, sender = sock.recvfrom(4096)
        _, mode = dns.next()
        end = query.index(b'\0', 12) + 5
        question, kind = query[12:end], query[end - 4:end - 2]
        address = b'\x7f\0\0\x01' if kind == b'\0\x01' else bytes(15) + b'\x01'
        answer = b'\xc0\x0c' + kind + struct.pack('>HIH', 1, 60, len(address)) + address
        number, code, count = query[:2], 0, 1
        if mode in ('nxdomain', 'servfail', 'refused'):
            code, count, answer = {'nxdomain': 3, 'servfail': 2, 'refused': 5}[mode], 0, b''
        elif mode == 'empty':
            count, answer = 0, b''
        elif mode == 'truncated':
            code, count, answer = 0x200, 0, b''
        elif mode == 'wrong_id':
            number = bytes([number[0] ^ 255, number[1]])
        elif mode == 'garbage':
            answer = b'\xc0'
        if mode == 'drop' or (mode == 'only_a' and kind != b'\0\x01'):
            continue
        head = number + struct.pack('>5H', 0x8180 | code, 1, count, 0, 0)
        sock.sendto(head + question + answer, sender)


def black_hole():
    """A port whose queue is full: connecting takes for ever."""
    sock = socket.socket()
    sock.bind(('127.0.0.1', 0))
    sock.listen(0)
    fillers = []
    for _ in range(4):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(sock.getsockname())
        fillers.append(filler)
    return sock, fillers


server, camera, dns = Part('server'), Part('camera'), Part('dns')


def obey(command, listeners):
    for part in (server, camera, dns):
        if part.name in command:
            part.set(command)
            for listener in listeners.get(part.name, ()):
                if part.mode == 'refuse':
                    listener.close()
                else:
                    listener.open()
            say({'t': 'mode', 'part': part.name, 'mode': part.mode,
                 'epoch': round(time.time(), 3)})


def main():
    plain = Listener(server, serve, six='--no-ipv6' not in sys.argv)
    secure = {name: Listener(server, serve, cert=name) for name in
              ('good', 'expired', 'not_yet_valid', 'wrong_host', 'untrusted')}
    eyes = Listener(camera, film)
    eyes_secure = Listener(camera, film, cert='untrusted')
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(('127.0.0.1', 0))
    threading.Thread(target=resolve_forever, args=(udp,), daemon=True).start()
    hole = black_hole()
    ports = {'https_' + name: listener.port for name, listener in secure.items()}
    ports['https'] = ports.pop('https_good')
    say(dict({'t': 'ready', 'http': plain.port, 'camera': eyes.port,
              'camera_https': eyes_secure.port, 'dns': udp.getsockname()[1],
              'blackhole': hole[0].getsockname()[1], 'ca': os.path.join(CERTS, 'ca.pem')}, **ports))
    listeners = {'server': [plain] + list(secure.values()), 'camera': [eyes, eyes_secure]}
    for line in sys.stdin:
        if line.strip():
            obey(json.loads(line), listeners)
    os._exit(0)


if __name__ == '__main__':
    main()
