"""Probe server.http: does the Obico server answer as it should, without a token?"""
from . import proxies, reply, through, tls, traffic, url
from .attempt import Failed, Skipped
from .connection import open_url

BODY_LIMIT = 65536
BACK_OFF_LIMIT = 300


class ServerHttp:
    """A new connection for each attempt, because its phases are what is measured."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._text = spec.url
        self._address = None
        self._tell_fact = tell_fact
        if spec.url.lower().startswith('https:'):
            tls.context(True)

    def run(self, attempt):
        address = self._address
        if address is None:
            address = self._address = url.parse(self._text)
        proxy = proxies.find(address)
        if proxy is not None:
            self._by_proxy(attempt, proxy, address)
            return
        sock = open_url(attempt, address, verify=True)
        try:
            self.judge(address, reply.get(attempt, sock, address))
        finally:
            traffic.close(sock)

    def _by_proxy(self, attempt, proxy, address):
        sock = through.connect(attempt, proxy, address, verify=True)
        try:
            self.judge(address, through.get(attempt, sock, proxy, address))
        finally:
            traffic.close(sock)

    def judge(self, address, answer):
        """Returns if the reply is as it should be; raises Failed or Skipped for all others."""
        status = answer.status
        if status == 429:
            self._limited(status, answer)
        if status == 511:
            raise Failed('captive_portal', 'response')
        if status // 100 == 3:
            raise Failed(self._redirect(address, answer), 'response')
        if status == 404:
            raise Failed('not_found', 'response')
        if status // 100 == 5:
            raise Failed('http_5xx', 'response')
        if status // 100 != 2 and status not in (401, 403):
            raise Failed('http_4xx', 'response')
        kind = _kind(answer, address)
        if kind == 'json':
            return
        if status == 403:
            self._limited(status, answer)
        if status == 401:
            raise Failed('http_4xx', 'response')
        raise Failed('captive_portal' if kind == 'html' else 'wrong_content', 'response')

    def _limited(self, status, answer):
        self._tell_fact('server.limited', str(status))
        raise Skipped('rate_limited', back_off=back_off(answer))

    @staticmethod
    def _redirect(address, answer):
        try:
            there = url.join(address, answer.headers.get('location', ''))
        except Failed:
            return 'wrong_server'
        return 'redirect' if there.host == address.host else 'wrong_server'


def back_off(answer):
    """Seconds for which a server that limits us wants to be left alone."""
    after = answer.headers.get('retry-after', '')
    seconds = int(after) if after.isdecimal() and len(after) < 9 else 1
    return max(1, min(BACK_OFF_LIMIT, seconds))


def _kind(answer, address):
    """What the body is: json, html or other. Reads it only where the head does not tell."""
    media = answer.media_type()
    if 'html' in media:
        return 'html'
    body = answer.body(BODY_LIMIT).strip()
    if body[:1] in (b'{', b'[') and 'html' not in media:
        return 'json'
    if body == b'Okay' and address.target.split('?')[0].endswith('/hc/'):
        return 'json'
    return 'html' if body[:1] == b'<' else 'other'
