"""Web addresses, as the plugin's HTTP client reads them, without the weight of urllib."""

from . import patterns
from .attempt import Failed

PORTS = {'http': 80, 'https': 443}
_SCHEME = patterns.compile(r'([A-Za-z][A-Za-z0-9+.-]*):(.*)', patterns.S)
_AUTHORITY = patterns.compile(
    r'(?:(.*)@)?(\[[0-9A-Fa-f:.%]+\]|[^\[\]:/@]+)(?::([0-9]*))?', patterns.S)
_ESCAPED = patterns.compile(rb'%([0-9A-Fa-f]{2})')
_PLAIN = patterns.compile('[!-~]*')


class Url:
    """The parts of an http or https address. `login` is the bytes user:password, or None."""

    def __init__(self, scheme, host, port, target, login):
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = target
        self.login = login

    def host_header(self):
        host = '[%s]' % self.host if ':' in self.host else self.host
        return host if self.port == PORTS[self.scheme] else '%s:%d' % (host, self.port)


def parse(text):
    """Raises Failed `bad_scheme` for other schemes and `bad_url` for everything else."""
    match = _SCHEME.match(text.strip())
    if not match:
        raise Failed('bad_url', 'request')
    scheme, rest = match.group(1).lower(), match.group(2)
    if scheme not in PORTS:
        raise Failed('bad_scheme', 'request')
    if not rest.startswith('//'):
        raise Failed('bad_url', 'request')
    rest = rest[2:].split('#', 1)[0]
    end = min((i for i in map(rest.find, '/?') if i >= 0), default=len(rest))
    match = _AUTHORITY.fullmatch(rest[:end])
    if not match:
        raise Failed('bad_url', 'request')
    login, host, port = match.groups()
    # Python reads no number of more than 4300 digits.
    port = int(port.lstrip('0')[:6] or '0') if port else PORTS[scheme]
    if not 0 < port < 65536:
        raise Failed('bad_url', 'request')
    target = rest[end:]
    if not target.startswith('/'):
        target = '/' + target
    return Url(scheme, _ascii_host(host.strip('[]')), port, _quote(target), _unquote(login))


def join(base, location):
    """The address that a Location header means, seen from `base`; keeps the login where it was."""
    if location.startswith('//'):
        location = base.scheme + ':' + location
    if not _SCHEME.match(location):
        if not location.startswith('/'):
            location = base.target.split('?', 1)[0].rpartition('/')[0] + '/' + location
        location = '%s://%s%s' % (base.scheme, base.host_header(), location)
    url = parse(location)
    old, new = (base.scheme, base.port), (url.scheme, url.port)
    # As the plugin's client does: the same host and port, or its step from http to https.
    same = old == new or (old, new) == (('http', 80), ('https', 443))
    url.login = base.login if same and url.host == base.host else None
    return url


def below(text, path):
    """The address of a path of the server whose base address that is, as the plugin makes it."""
    base = parse(text)
    return Url(base.scheme, base.host, base.port,
               base.target.partition('?')[0].rstrip('/') + path, base.login)


def _ascii_host(host):
    try:
        host.encode('ascii')
    except UnicodeEncodeError:
        try:
            host = host.encode('idna').decode('ascii')
        except UnicodeError:
            raise Failed('bad_url', 'request') from None
    if not host or any(c <= ' ' or c == '\x7f' for c in host):
        raise Failed('bad_url', 'request')
    return host.lower()


def _quote(target):
    if _PLAIN.fullmatch(target):
        return target
    return ''.join(c if '!' <= c <= '~' else
                   ''.join('%%%02X' % b for b in c.encode('utf-8', 'replace')) for c in target)


def _unquote(login):
    if login is None:
        return None
    user, _, password = login.partition(':')
    plain = (user + ':' + password).encode('utf-8', 'replace')
    return _ESCAPED.sub(lambda m: bytes([int(m.group(1), 16)]), plain)
