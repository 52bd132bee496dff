"""Small encodings, without the modules that bring them together with a dozen others."""
from binascii import b2a_base64


def base64(data):
    """As text on one line."""
    return b2a_base64(data, newline=False).decode()


def sha256(data):
    """In hexadecimal."""
    try:
        from _hashlib import openssl_sha256 as made  # of the library that TLS loads anyway
    except ImportError:
        from hashlib import sha256 as made
    return made(data).hexdigest()
