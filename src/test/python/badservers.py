"""Small servers on loopback that misbehave in one way each, for the probes of the ways."""
import base64
import contextlib
import hashlib
import os
import socket
import ssl
import struct
import threading
import time

import support

CERTS = os.path.join(support.HERE, 'certs')
_TCP_MAXSEG = 2


class Server:
    """A TCP port on 127.0.0.1 (and, if asked, on the same port of ::1); `serve(sock)` answers each
    connection on a thread of its own. Counts the connections."""

    def __init__(self, serve, cert=None, six=False, at='127.0.0.1'):
        self.count = 0
        self._serve = serve
        self._context = None
        if cert:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(os.path.join(CERTS, cert + '.pem'))
        self._sockets = [_listen(socket.AF_INET, (at, 0))]
        self.port = self._sockets[0].getsockname()[1]
        if six:
            self._sockets.append(_listen(socket.AF_INET6, ('::1', self.port)))
        for sock in self._sockets:
            threading.Thread(target=self._accept, args=(sock,), daemon=True).start()

    def url(self, host='127.0.0.1', path=''):
        return '%s://%s:%d%s' % ('https' if self._context else 'http', host, self.port, path)

    def close(self):
        for sock in self._sockets:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def _accept(self, listening):
        while True:
            try:
                sock, _ = listening.accept()
            except OSError:
                return
            self.count += 1
            threading.Thread(target=self._one, args=(sock,), daemon=True).start()

    def _one(self, sock):
        try:
            sock.settimeout(20)
            if self._context:
                sock = self._context.wrap_socket(sock, server_side=True)
            self._serve(sock)
        except OSError:
            pass
        finally:
            sock.close()


def _listen(family, address):
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    sock.bind(address)
    sock.listen(64)
    return sock


def has_ipv6():
    try:
        _listen(socket.AF_INET6, ('::1', 0)).close()
        return True
    except OSError:
        return False


def head(sock):
    """The head of a request."""
    data = b''
    while b'\r\n\r\n' not in data:
        more = sock.recv(8192)
        if not more:
            raise OSError('gone')
        data += more
    return data.decode('latin-1')


def replying(reply, seen=None):
    """Answers each request with those bytes, or what a function makes of its head."""
    def serve(sock):
        asked = head(sock)
        if seen is not None:
            seen.append(asked)
        sock.sendall(reply(asked) if callable(reply) else reply)
    return serve


def page(status, kind='application/json', body=b'{"detail":"no"}', more=''):
    return ('HTTP/1.1 %s Words\r\nContent-Type: %s\r\nContent-Length: %d\r\n%sConnection: close'
            '\r\n\r\n' % (status, kind, len(body), more)).encode() + body


HTML = ('text/html', b'<!DOCTYPE html><html><body>Sign in</body></html>')


def accepting(asked):
    """101 with the right answer to the key (RFC 6455 section 4.2.2)."""
    key = next(line.split(': ')[1] for line in asked.split('\r\n')
               if line.lower().startswith('sec-websocket-key:'))
    digest = hashlib.sha1(key.encode() + b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest()
    return ('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
            'Sec-WebSocket-Accept: %s\r\n\r\n' % base64.b64encode(digest).decode()).encode()


def silent(sock):
    while sock.recv(65536):
        pass


def slow(sock):
    """One byte at a time of a reply that never ends."""
    head(sock)
    for byte in b'HTTP/1.1 403 Words\r\nX-Slow: ' + b'x' * 400:
        sock.sendall(bytes([byte]))
        time.sleep(0.05)


def endless(start):
    """Sends the same again and again, as fast as it is taken."""
    def serve(sock):
        head(sock)
        sock.sendall(start)
        while True:
            sock.sendall(b'X-Header: ' + b'y' * 8000 + b'\r\n')
    return serve


def proxy(login=None, connect=b'HTTP/1.1 200 Connection established\r\n\r\n', seen=None):
    """A proxy: tunnels, and GETs of plain http; asks for Basic credentials if there is a login."""
    def serve(sock):
        asked = head(sock)
        if seen is not None:
            seen.append(asked)
        method, there = asked.split(' ')[:2]
        if login:
            wanted = 'Proxy-Authorization: Basic ' + base64.b64encode(login).decode()
            if wanted not in asked.split('\r\n'):
                sock.sendall(page(407, *HTML))
                return
        if method == 'CONNECT':
            sock.sendall(connect)
            if b' 200 ' in connect:
                host, _, port = there.rpartition(':')
                _carry(sock, (host.strip('[]'), int(port)))
            return
        authority, _, path = there[len('http://'):].partition('/')
        host, _, port = authority.rpartition(':')
        other = socket.create_connection((host.strip('[]'), int(port)), 5)
        with other:
            other.sendall(asked.replace(there, '/' + path, 1).encode('latin-1'))
            _copy(other, sock)
    return serve


def _carry(sock, there):
    with socket.create_connection(there, 5) as other:
        threading.Thread(target=_copy, args=(sock, other), daemon=True).start()
        _copy(other, sock)


def _copy(source, sink):
    with contextlib.suppress(OSError):
        data = source.recv(65536)
        while data:
            sink.sendall(data)
            data = source.recv(65536)
        sink.shutdown(socket.SHUT_WR)


def narrow(cert, most):
    """As a way that swallows large packets: the handshake is answered only where the client's
    segments are small."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(CERTS, cert + '.pem'))

    def serve(sock):
        if sock.getsockopt(socket.IPPROTO_TCP, _TCP_MAXSEG) > most:
            silent(sock)
            return
        with context.wrap_socket(sock, server_side=True) as secured:
            head(secured)
            secured.sendall(page(401))
    return serve


class Stun:
    """A STUN server on a UDP port; `answer(request, sender)` makes the reply, None for silence."""

    def __init__(self, answer):
        self.count = 0
        self._answer = answer
        self._sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sock.bind(('127.0.0.1', 0))
        self.name = '127.0.0.1:%d' % self._sock.getsockname()[1]
        self._ended = False
        threading.Thread(target=self._loop, daemon=True).start()

    def _loop(self):
        self._sock.settimeout(0.1)
        while not self._ended:
            try:
                request, sender = self._sock.recvfrom(2048)
            except socket.timeout:
                continue
            except OSError:
                return
            self.count += 1
            reply = self._answer(request, sender)
            if reply is not None:
                self._sock.sendto(reply, sender)
        self._sock.close()

    def close(self):
        self._ended = True


def binding(request, sender, kind=0x0101, attribute=0x0020):
    """A good answer to a binding request (RFC 8489 section 14.2)."""
    port = sender[1] ^ 0x2112
    address = bytes(a ^ b for a, b in zip(socket.inet_aton(sender[0]), request[4:8]))
    value = struct.pack('>BBH', 0, 1, port) + address
    software = struct.pack('>HH', 0x8022, 3) + b'abc\0'
    body = software + struct.pack('>HH', attribute, len(value)) + value
    return struct.pack('>HH', kind, len(body)) + request[4:20] + body
