"""TLS: contexts that are made once, and what is wrong with a certificate."""
import os

from . import patterns, threads, traffic
from .attempt import Failed

# Codes of X509_V_ERR_* (openssl/x509_vfy.h); the errno of an SSLError is no errno.
_CERTIFICATE = {10: 'cert_expired', 9: 'cert_not_yet_valid', 62: 'cert_wrong_host',
                63: 'cert_wrong_host', 64: 'cert_wrong_host', 2: 'cert_untrusted',
                18: 'cert_untrusted', 19: 'cert_untrusted', 20: 'cert_untrusted',
                21: 'cert_untrusted', 24: 'cert_untrusted', 26: 'cert_untrusted',
                27: 'cert_untrusted'}
_NOT_TLS = ('WRONG_VERSION_NUMBER', 'HTTP_REQUEST', 'UNKNOWN_PROTOCOL', 'PACKET_LENGTH_TOO_LONG',
            'RECORD_LAYER_FAILURE')

_HASHED = patterns.compile('[0-9a-f]{8}[.][0-9]+')

X509_STRICT = 0x20  # X509_V_FLAG_X509_STRICT of openssl/x509_vfy.h
RECORD = 16384  # bytes at most in one (RFC 8446, 5.1); a larger buffer would stay empty

_lock = threads.Lock()
_contexts = {}


def context(verify):
    """The shared context; making one costs twenty times a probe."""
    with _lock:
        if verify not in _contexts:
            _contexts[verify] = _make(verify)
        return _contexts[verify]


class Secured:
    """What a probe needs of a socket under TLS. The one of ssl is twice the work to make."""

    def __init__(self, sock, channel):
        self._sock = sock
        self._channel = channel
        self.settimeout = sock.settimeout
        self.getsockopt = sock.getsockopt
        self.fileno = sock.fileno
        self.close = sock.close
        self.getpeercert = channel.getpeercert

    def sendall(self, data):
        while data:
            data = data[self._channel.write(data):]

    def recv(self, size):
        """As of any socket: a peer that leaves without TLS's farewell has left."""
        from .openssl import SSLEOFError
        try:
            return self._channel.read(min(size, RECORD))
        except SSLEOFError:
            return b''

    def pending(self):
        """Bytes that can be had without asking the network."""
        return self._channel.pending()


def wrap(attempt, sock, host, verify):
    """The handshake; returns the secured socket."""
    from . import openssl
    try:
        made = context(verify)
        if hasattr(made, '_wrap_socket'):
            # What ssl's own socket stands on. It reads and writes with the time-out of `sock`.
            channel = made._wrap_socket(sock, False, host)
        else:
            sock = channel = made.wrap_socket(sock, server_hostname=host.encode(),
                                              do_handshake_on_connect=False)
        sock.settimeout(attempt.left())
        channel.do_handshake()
    except openssl.SSLCertVerificationError as e:
        traffic.close(sock)
        attempt.details['verify_code'] = str(e.verify_code)
        raise Failed(_CERTIFICATE.get(e.verify_code, 'tls_error')) from None
    except (openssl.SSLEOFError, openssl.SSLZeroReturnError):
        traffic.close(sock)
        raise Failed('closed') from None
    except openssl.SSLError as e:
        traffic.close(sock)
        reason = e.reason or type(e).__name__
        attempt.details['reason'] = reason[:60]
        raise Failed('not_tls' if reason in _NOT_TLS else 'tls_error') from None
    except BaseException:
        traffic.close(sock)
        raise
    return Secured(sock, channel)


def _make(verify):
    from . import openssl
    if not verify:
        made = openssl.Context(openssl.PROTOCOL_TLS_CLIENT)  # without the weight of the authorities
        made.check_hostname = False
        made.verify_mode = openssl.CERT_NONE
        return made
    made = openssl.Context(openssl.PROTOCOL_TLS_CLIENT)
    _trust(made, *openssl.places())
    # Python 3.13 turns this on; the plugin's HTTP client accepts private authorities without it.
    made.verify_flags &= ~X509_STRICT
    return made


def _trust(made, bundle_variable, bundle, folder_variable, folder):
    """Authorities that the user chose for python's HTTP client, else those of the system."""
    for name in ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'):
        path = os.environ.get(name)
        if path and os.path.isdir(path):
            made.load_verify_locations(capath=path)
            return
        if path and os.path.isfile(path):
            made.load_verify_locations(cafile=path)
            return
    chosen = bundle_variable in os.environ or folder_variable in os.environ
    if not chosen and _is_hashed(folder):
        # OpenSSL finds an authority there when it needs it; all of them cost 1 MB and 30 ms.
        made.load_verify_locations(capath=folder)
    else:
        made.set_default_verify_paths()


def _is_hashed(folder):
    """Whether all authorities can be found by the hashes of their names (c_rehash(1))."""
    bundle = os.path.join(folder, 'ca-certificates.crt')
    try:
        hashed = sum(1 for name in os.listdir(folder) if _HASHED.fullmatch(name))
        with open(bundle, 'rb') as whole:
            return hashed >= whole.read().count(b'-----BEGIN CERTIFICATE-----') > 0
    except OSError:
        return False
