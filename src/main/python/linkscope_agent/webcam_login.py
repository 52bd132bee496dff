"""How a login is presented to a camera: Basic, Digest (RFC 7616) or Bearer (RFC 6750)."""
import os

from . import patterns
from .attempt import Failed

CHALLENGE_LIMIT = 4096
_PARAMETER = patterns.compile(r'([A-Za-z]{1,20})\s?=\s?(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_DIGEST = patterns.compile(r'(?:^|,)\s*digest\s', patterns.I)
_TOKEN = patterns.compile(rb'[!-~]+')
_ESCAPED = patterns.compile(r'\\(.)')
_CONTROL = patterns.compile(r'[\x00-\x1f\x7f]')
_HASHES = {'MD5': 'md5', 'SHA-256': 'sha256'}  # the best last


def first(auth, address):
    """What a first request presents: None for Basic, '' for nothing yet."""
    if address.login is None or auth in ('', 'basic'):
        return None
    if auth == 'digest':
        return ''
    token = address.login.partition(b':')[2]
    if not _TOKEN.fullmatch(token):
        raise Failed('bad_url', 'request')
    return 'Bearer ' + token.decode()


def digest(challenge, address, cnonce=None):
    """The answer to a WWW-Authenticate header for a GET; None if it asks for anything else."""
    cnonce = cnonce or os.urandom(12).hex().encode()
    offers = [_parameters(part) for part in
              _DIGEST.split(challenge[:CHALLENGE_LIMIT])[1:]]
    for name in reversed(list(_HASHES)):
        for offer in offers:
            algorithm = offer.get('algorithm', 'MD5').upper()
            if algorithm in (name, name + '-SESS') and 'nonce' in offer and 'realm' in offer:
                return _answer(offer, name, algorithm.endswith('-SESS'), address, cnonce)
    return None


def _parameters(text):
    """Names and values; values as they were quoted. Of several, the first counts."""
    found = {}
    for name, quoted, token in _PARAMETER.findall(text):
        found.setdefault(name.lower(), quoted or token)
    return found


def _answer(offer, name, session, address, cnonce):
    import hashlib

    def h(*parts):
        return hashlib.new(_HASHES[name], b':'.join(parts)).hexdigest().encode()

    user, _, password = address.login.partition(b':')
    realm, nonce = _plain(offer['realm']), _plain(offer['nonce'])
    count = b'00000001'
    one = h(user, realm, password)
    if session:
        one = h(one, nonce, cnonce)
    two = h(b'GET', address.target.encode())
    told = ['username="%s"' % _quoted(user), 'realm="%s"' % offer['realm'],
            'nonce="%s"' % offer['nonce'], 'uri="%s"' % _quoted(address.target.encode())]
    asked = [word.strip().lower() for word in offer.get('qop', '').split(',')]
    if 'auth' in asked:
        proof = h(one, nonce, count, cnonce, b'auth', two)
        told += ['qop=auth', 'nc=' + count.decode(), 'cnonce="%s"' % cnonce.decode()]
    elif asked == ['']:
        proof = h(one, nonce, two)  # RFC 2069, which old cameras still speak
    else:
        return None
    told.append('response="%s"' % proof.decode())
    if 'algorithm' in offer:
        told.append('algorithm=' + offer['algorithm'])
    if 'opaque' in offer:
        told.append('opaque="%s"' % offer['opaque'])
    return 'Digest ' + ', '.join(told)


def _plain(quoted):
    return _ESCAPED.sub(lambda match: match.group(1), quoted).encode('latin-1')


def _quoted(value):
    """Text of a quoted string (RFC 9110, 5.6.4); what cannot stand in a header is refused."""
    text = value.decode('latin-1')
    if _CONTROL.search(text):
        raise Failed('bad_url', 'request')
    return text.replace('\\', '\\\\').replace('"', '\\"')
