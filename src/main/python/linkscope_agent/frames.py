"""Frames as lines of JSON. Beneath `json` are an encoder that it makes anew for every text, and a
scanner; used by themselves they spare its regular expressions too."""
try:
    from _json import encode_basestring_ascii, make_encoder, make_scanner
except ImportError:
    from json.encoder import encode_basestring_ascii, c_make_encoder as make_encoder
    from json.scanner import make_scanner


def _refuse(value):
    raise TypeError(type(value).__name__)


class _Settings:
    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, None
    memo = {}


_encode = make_encoder(None, _refuse, encode_basestring_ascii, None, ':', ',', False, False, False)
_scan = make_scanner(_Settings)


def encode(frame):
    """A frame as a line."""
    return ''.join(_encode(frame, 0)).encode() + b'\n'


def decode(line):
    """What a line says; raises ValueError."""
    text = line.decode().strip(' \t\r\n')
    try:
        value, end = _scan(text, 0)
    except (StopIteration, RecursionError, TypeError):
        raise ValueError('no JSON') from None
    if end != len(text):
        raise ValueError('more than one value')
    return value
