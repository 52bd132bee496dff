"""One GET over a socket, and its reply, read within bounds and never past its announced length."""
from . import VERSION, basic
from .attempt import Failed
from .connection import trouble

HEAD_LIMIT = 65536
USER_AGENT = 'Linkscope/%s (+diagnostic probe)' % VERSION


def get(attempt, sock, url, authorization=None):
    """Sends the request and reads the head of the reply; a login is sent as Basic unless told."""
    lines = ['GET %s HTTP/1.1' % url.target, 'Host: ' + url.host_header(),
             'User-Agent: ' + USER_AGENT, 'Accept: */*', 'Accept-Encoding: identity',
             'Connection: close']
    if authorization is None and url.login is not None:
        authorization = 'Basic ' + basic.base64(url.login)
    if authorization:
        lines.append('Authorization: ' + authorization)
    attempt.enter('request')
    try:
        sock.settimeout(attempt.left())
        sock.sendall('\r\n'.join(lines + ['', '']).encode('latin-1'))
    except OSError as e:
        raise Failed(trouble(e)) from None
    reply = Reply(attempt, sock)
    while reply.status // 100 == 1 and reply.status != 101:
        reply = Reply(attempt, sock, reply.rest)
    return reply


class Reply:
    """A reply whose head was read. `headers` has names in lower case."""

    def __init__(self, attempt, sock, rest=b''):
        self._attempt = attempt
        self._sock = sock
        self.rest = rest
        self._head()
        attempt.details['status'] = str(self.status)

    def media_type(self):
        """The type without its parameters, such as text/html; empty if not said."""
        return self.headers.get('content-type', '').split(';')[0].strip().lower()[:60]

    def pieces(self):
        """The body, piece by piece; raises Failed if it is cut off, late or broken."""
        self._attempt.enter('body')
        if 'chunked' in self.headers.get('transfer-encoding', '').lower():
            return self._chunked()
        length = self.headers.get('content-length', '')
        if length.isdecimal():
            return self._sized(int(length[:18]))
        return self._to_close()

    def body(self, limit):
        """The first bytes of the body, at most about `limit`."""
        body = bytearray()
        for piece in self.pieces():
            body += piece
            if len(body) >= limit:
                break
        return bytes(body)

    def _head(self):
        data = self.rest
        while b'\r\n\r\n' not in data and b'\n\n' not in data:
            first = not data
            if len(data) > HEAD_LIMIT or not data.startswith(b'HTTP/'[:len(data)]):
                raise Failed('garbage')
            more = self._receive()
            if not more:
                raise Failed('closed')
            if first:
                self._attempt.enter('request', timed='body')
            data += more
        if not data.startswith(b'HTTP/'):
            raise Failed('garbage')
        ends = [(data.find(mark), len(mark)) for mark in (b'\r\n\r\n', b'\n\n') if mark in data]
        end, size = min(ends)
        self.rest = data[end + size:]
        lines = data[:end].decode('latin-1').replace('\r', '').split('\n')
        status = lines[0].split(' ')[1:2]
        if not status or not (status[0].isdecimal() and len(status[0]) == 3):
            raise Failed('garbage')
        self.status = int(status[0])
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(':')
            name, value = name.strip().lower(), value.strip()
            if name == 'www-authenticate' and name in self.headers:
                value = self.headers[name] + ', ' + value
            self.headers[name] = value

    def _receive(self, size=65536):
        try:
            self._sock.settimeout(self._attempt.left())
            return self._sock.recv(size)
        except OSError as e:
            # Many servers leave without TLS's farewell; that is an end like any other.
            if type(e).__name__ in ('SSLEOFError', 'SSLZeroReturnError'):
                return b''
            raise Failed(trouble(e)) from None

    def _to_close(self):
        piece = self.rest or self._receive()
        while piece:
            yield piece
            piece = self._receive()

    def _sized(self, left):
        piece = self.rest[:left]
        while True:
            if piece:
                yield piece
            left -= len(piece)
            if left <= 0:
                return
            piece = self._receive(min(left, 65536))
            if not piece:
                raise Failed('cut_off')

    def _chunked(self):
        data = self.rest
        while True:
            while b'\n' not in data:
                data = self._more(data)
            size, data = data.split(b'\n', 1)
            try:
                left = int(size.split(b';')[0].strip() or b'x', 16)
                if left < 0:
                    raise ValueError
            except ValueError:
                raise Failed('garbage') from None
            if left == 0:
                return
            while left > 0:
                if not data:
                    data = self._more(data)
                piece, data = data[:left], data[left:]
                left -= len(piece)
                yield piece
            while len(data) < 2:
                data = self._more(data)
            data = data[2:] if data.startswith(b'\r\n') else data[1:]

    def _more(self, data):
        piece = self._receive()
        if not piece:
            raise Failed('cut_off')
        if len(data) > HEAD_LIMIT:
            raise Failed('garbage')
        return data + piece
