"""TLS: contexts that are made once, and what is wrong with a certificate."""
import os
import threading

from .attempt import Failed

# Codes of X509_V_ERR_* (openssl/x509_vfy.h); the errno of an SSLError is no errno.
_CERTIFICATE = {10: 'cert_expired', 9: 'cert_not_yet_valid', 62: 'cert_wrong_host',
                63: 'cert_wrong_host', 64: 'cert_wrong_host', 2: 'cert_untrusted',
                18: 'cert_untrusted', 19: 'cert_untrusted', 20: 'cert_untrusted',
                21: 'cert_untrusted', 24: 'cert_untrusted', 26: 'cert_untrusted',
                27: 'cert_untrusted'}
_NOT_TLS = ('WRONG_VERSION_NUMBER', 'HTTP_REQUEST', 'UNKNOWN_PROTOCOL', 'PACKET_LENGTH_TOO_LONG',
            'RECORD_LAYER_FAILURE', 'UNSUPPORTED_PROTOCOL')

_lock = threading.Lock()
_contexts = {}


def context(verify):
    """The shared context; making one costs twenty times a probe."""
    with _lock:
        if verify not in _contexts:
            _contexts[verify] = _make(verify)
        return _contexts[verify]


def wrap(attempt, sock, host, verify):
    """The handshake; returns the secured socket."""
    import ssl
    secured = context(verify).wrap_socket(sock, server_hostname=host.encode(),
                                          do_handshake_on_connect=False)
    try:
        secured.settimeout(attempt.left())
        secured.do_handshake()
    except ssl.SSLCertVerificationError as e:
        secured.close()
        attempt.details['verify_code'] = str(e.verify_code)
        raise Failed(_CERTIFICATE.get(e.verify_code, 'tls_error')) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
        secured.close()
        raise Failed('closed') from None
    except ssl.SSLError as e:
        secured.close()
        reason = e.reason or type(e).__name__
        attempt.details['reason'] = reason[:60]
        raise Failed('not_tls' if reason in _NOT_TLS else 'tls_error') from None
    except BaseException:
        secured.close()
        raise
    return secured


def _make(verify):
    import ssl
    if not verify:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # without the weight of the authorities
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
        return made
    made = ssl.create_default_context(**_bundle())
    # Python 3.13 turns this on; the plugin's HTTP client accepts private authorities without it.
    made.verify_flags &= ~getattr(ssl, 'VERIFY_X509_STRICT', 0)
    return made


def _bundle():
    """Authorities that the user chose for python's HTTP client; SSL_CERT_FILE is OpenSSL's own."""
    for name in ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'):
        path = os.environ.get(name)
        if path and os.path.isdir(path):
            return {'capath': path}
        if path and os.path.isfile(path):
            return {'cafile': path}
    return {}
