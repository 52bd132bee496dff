"""What is needed of `ssl`: only its C half. The other one makes classes of all constants, and so
takes 1 MB. A context is the same either way."""
try:
    from _ssl import (  # noqa: F401 - for whoever imports this in the place of ssl
        CERT_NONE, PROTOCOL_TLS_CLIENT, SSLCertVerificationError, SSLEOFError, SSLError,
        SSLZeroReturnError, _SSLContext as Context, get_default_verify_paths as _paths)
    Context._wrap_socket, _paths()[3]  # as they are until now
except (ImportError, AttributeError, IndexError):
    from ssl import (  # noqa: F401
        CERT_NONE, PROTOCOL_TLS_CLIENT, SSLCertVerificationError, SSLEOFError, SSLError,
        SSLZeroReturnError, SSLContext as Context, get_default_verify_paths as _usual)

    def _paths():
        usual = _usual()
        return (usual.openssl_cafile_env, usual.openssl_cafile, usual.openssl_capath_env,
                usual.openssl_capath)


def places():
    """(variable for a bundle, bundle, variable for a folder, folder) of authorities."""
    return _paths()
