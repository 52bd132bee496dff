"""Probe server.ws: does an upgrade to WebSocket (RFC 6455) reach the server?

No token is sent, because the server would throw the plugin out in our favour. It refuses then with
403, and only a WebSocket server does so.
"""
import os

from . import basic, exchange, proxies, through, tls, traffic, url
from .attempt import Failed, Skipped
from .connection import open_url
from .server_http import back_off

PATH = '/ws/dev/'
_CLASSES = {400: 'ws_bad_request', 401: 'ws_login_needed', 404: 'ws_not_found',
            426: 'ws_upgrade_required', 502: 'ws_bad_gateway', 503: 'ws_unavailable',
            504: 'ws_gateway_timeout', 511: 'captive_portal'}
_GUID = b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11'  # section 1.3


class ServerWs:
    """The plugin's WebSocket client takes a proxy of the environment too, always by a tunnel."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._text = spec.url
        self._tell_fact = tell_fact
        if spec.url.lower().startswith('https:'):
            tls.context(True)

    def run(self, attempt):
        address = url.below(self._text, PATH)
        proxy = proxies.find(address, websocket=True)
        if proxy is None:
            sock = open_url(attempt, address, verify=True)
        else:
            sock = through.connect(attempt, proxy, address, verify=True, tunnel=True)
        try:
            self._upgrade(attempt, sock, address)
        finally:
            traffic.close(sock)

    def _upgrade(self, attempt, sock, address):
        key = basic.base64(os.urandom(16))
        renamed = exchange.InPhase(attempt, 'upgrade')
        answer = exchange.ask(renamed, sock, [
            'GET %s HTTP/1.1' % address.target, 'Host: ' + address.host_header(),
            'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13',
            'Sec-WebSocket-Key: ' + key])
        attempt.details['status'] = str(answer.status)
        if answer.status == 429:
            self._tell_fact('server.limited', '429')
            raise Skipped('rate_limited', back_off=back_off(answer))
        if answer.status == 101:
            _leave(sock, answer, key)
        elif answer.status != 403:
            raise Failed(_class(answer))


def _class(answer):
    status = answer.status
    if status in _CLASSES:
        return _CLASSES[status]
    if status // 100 == 2:
        html = 'html' in answer.media_type() or answer.rest.lstrip()[:1] == b'<'
        return 'ws_html' if html else 'ws_no_upgrade'
    return {3: 'ws_redirect', 4: 'ws_4xx', 5: 'ws_5xx'}.get(status // 100, 'garbage')


def _leave(sock, answer, key):
    """A server that takes us without a token: sees that it is one, and says goodbye."""
    import hashlib
    expected = basic.base64(hashlib.sha1(key.encode() + _GUID).digest())
    if answer.headers.get('sec-websocket-accept') != expected:
        raise Failed('ws_bad_accept')
    try:
        sock.sendall(b'\x88\x82\0\0\0\0\x03\xe8')  # close, 1000, under a mask of zeros
    except OSError:
        pass
