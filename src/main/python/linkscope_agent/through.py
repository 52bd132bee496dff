"""Connections through a proxy: a tunnel (RFC 9110 section 9.3.6), or its own GET of plain http."""
from . import basic, exchange, reply, traffic, url
from .attempt import Failed, Skipped
from .connection import open_url, secure


def connect(attempt, proxy, address, verify, tunnel=False):
    """A socket to the server behind the proxy, or to the proxy itself for plain http unless a
    tunnel is asked for. What goes wrong with the proxy is at the phases dns and connect."""
    attempt.details['via'] = 'proxy'
    if proxy.trouble == 'unsupported':
        raise Skipped('unsupported')
    if proxy.trouble:
        raise Failed(proxy.trouble, 'connect')
    sock = open_url(attempt, url.Url('http', proxy.host, proxy.port, '/', None), verify)
    if tunnel or address.scheme == 'https':
        try:
            _tunnel(attempt, sock, proxy, address)
        except BaseException:
            traffic.close(sock)
            raise
    return secure(attempt, sock, address, verify)


def get(attempt, sock, proxy, address):
    """A GET over what `connect` returned."""
    if address.scheme == 'https':
        return reply.get(attempt, sock, address)
    whole = 'http://%s%s' % (address.host_header(), address.target)
    answer = exchange.ask(attempt, sock, [
        'GET %s HTTP/1.1' % whole, 'Host: ' + address.host_header(), 'Accept: */*',
        'Connection: close'] + _login('Authorization', address) + _login(_OURS, proxy))
    if answer.status == 407:
        raise Failed('proxy_login_needed', 'connect')
    return answer


def _tunnel(attempt, sock, proxy, address):
    host = '[%s]' % address.host if ':' in address.host else address.host
    there = '%s:%d' % (host, address.port)
    answer = exchange.ask(exchange.InPhase(attempt, 'connect', 'connect'), sock, [
        'CONNECT %s HTTP/1.1' % there, 'Host: ' + there] + _login(_OURS, proxy))
    if answer.status == 407:
        raise Failed('proxy_login_needed')
    if answer.status // 100 != 2:
        raise Failed('proxy_refused')
    if answer.rest:  # the server cannot have spoken yet
        raise Failed('garbage')


_OURS = 'Proxy-Authorization'


def _login(header, holder):
    if holder.login is None:
        return []
    return ['%s: Basic %s' % (header, basic.base64(holder.login))]
