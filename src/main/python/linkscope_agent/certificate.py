"""What a certificate says of itself (RFC 5280 section 4.1), read from DER without verifying."""
from . import patterns

_ORGANISATION, _COMMON_NAME = b'\x55\x04\x0a', b'\x55\x04\x03'
_UTC_TIME, _TIME, _VERSION = 0x17, 0x18, 0xA0
_DATE = patterns.compile(r'\d{10,14}Z', patterns.A)


def describe(der):
    """(issuer, last day as YYYY-MM-DD). The issuer is its organisation, else its common name, at
    most 60 characters of printable ASCII. Either is empty if it cannot be read."""
    try:
        fields = _parts(_parts(_parts(der)[0][1])[0][1])
        if fields[0][0] == _VERSION:
            fields = fields[1:]
        return _issuer(fields[2][1]), _day(*_parts(fields[3][1])[1])
    except (IndexError, ValueError):
        return '', ''


def _parts(data):
    """(tag, content) of what stands in there side by side."""
    found, at = [], 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            if not 0 < count <= 4:
                raise ValueError('no length')
            size = int.from_bytes(data[at:at + count], 'big')
            at += count
        if size > len(data) - at:
            raise ValueError('cut off')
        found.append((tag, data[at:at + size]))
        at += size
    return found


def _issuer(name):
    named = {}
    for _, group in _parts(name):
        for _, pair in _parts(group):
            (_, kind), (_, value) = _parts(pair)[:2]
            named.setdefault(bytes(kind), value)
    raw = named.get(_ORGANISATION) or named.get(_COMMON_NAME) or b''
    text = raw.decode('utf-8', 'replace')[:60]
    return ''.join(c if ' ' <= c <= '~' else '?' for c in text).strip()


def _day(tag, raw):
    text = raw.decode('ascii')
    if not _DATE.fullmatch(text):
        raise ValueError('no date')
    if tag == _UTC_TIME:
        text = ('19' if text >= '50' else '20') + text
    elif tag != _TIME:
        raise ValueError('no date')
    return '%s-%s-%s' % (text[:4], text[4:6], text[6:8])
