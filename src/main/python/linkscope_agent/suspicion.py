"""Second looks at a way to the server: packets that vanish, and a stranger in between."""
import os

from . import certificate, leg, url
from .attempt import Failed

CLOUD = 'app.obico.io'
PLAIN_PORT = 80
SMALL = 536  # a segment that every path takes (RFC 9293 section 3.7.1)
# Where Debian keeps public authorities, and where an owner puts further ones
# (update-ca-certificates(8)).
PUBLIC = '/usr/share/ca-certificates/mozilla'
LOCAL = '/usr/local/share/ca-certificates'
_judged = {}  # the newest issuer: whether a public authority stands behind it


def black_hole(found, address, seconds):
    """Whether small segments get through where those of the usual size vanish: both at the same
    time, so that a disturbance which just ended is not taken for it."""
    usual, small = leg.Leg('', seconds), leg.Leg('', seconds)
    leg.side_by_side([(usual, leg.to_address(found, address)),
                      (small, leg.to_address(found, address, segment=SMALL))])
    completed = small.verdict == 'ok' or small.verdict.startswith('cert_')
    return completed and (usual.phase, usual.verdict) == ('tls', 'timeout')


def unverified(found, address, seconds):
    """The same way without verification, for what the certificate and the date of the reply say.
    No secret is on the way, and whether the reply is good is not asked."""
    look = leg.Leg('', seconds)
    plain = url.Url(address.scheme, address.host, address.port, address.target, None)
    look.go(leg.to_address(found, plain, verify=False,
                           then=leg.asking(plain, lambda address, answer: None)))
    return look


def portal(found, address, judge, seconds):
    """Whether somebody answers plain http in the server's place, as captive portals do; asked of
    Obico's own server alone, because at others port 80 may be anything."""
    if address.host != CLOUD or address.scheme != 'https':
        return False
    plain = url.Url('http', address.host, PLAIN_PORT, '/', None)
    there = found[:4] + (found[4][:1] + (PLAIN_PORT,) + found[4][2:],)
    look = leg.Leg('', seconds)
    look.go(leg.to_address(there, plain, then=leg.asking(plain, judge)))
    return look.verdict in ('captive_portal', 'wrong_server')


def stranger(address, one, der, seconds):
    """Why somebody seems to read along, judged for Obico's own server alone, because others may
    have certificates of their own making; else None. `der` is the certificate of that leg."""
    if address.host != CLOUD or not der:
        return None
    if one.verdict == 'cert_untrusted':
        return 'untrusted_issuer'
    if one.verdict == 'ok' and _private_authorities():
        issuer = certificate.describe(der)[0]
        if issuer not in _judged:
            public = _publicly_trusted(one.found, address, seconds)
            if public is None:
                return None
            _judged.clear()
            _judged[issuer] = public
        return None if _judged[issuer] else 'local_authority'
    return None


def _private_authorities():
    """Whether the owner of this computer trusts more than public authorities, and we can tell."""
    return os.path.isdir(PUBLIC) and any(name.endswith('.crt') for name in _names(LOCAL))


def _names(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _publicly_trusted(found, address, seconds):
    """Whether the server's certificate is good by public authorities alone; None if not seen."""
    import ssl
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for name in _names(PUBLIC):
        try:
            context.load_verify_locations(os.path.join(PUBLIC, name))
        except OSError:
            pass

    def shake(look, sock):
        try:
            context.wrap_socket(sock, server_hostname=address.host).close()
        except ssl.SSLCertVerificationError:
            raise Failed('cert_untrusted') from None
        except OSError:
            raise Failed('broken') from None
    look = leg.Leg('', seconds)
    look.go(leg.to_address(found, url.Url('http', address.host, address.port, '/', None),
                           then=shake))
    return {'ok': True, 'cert_untrusted': False}.get(look.verdict)
