"""DNS messages (RFC 1035 section 4), as much as a probe needs."""
import struct

from . import sockets as socket

A, AAAA = 1, 28
_RCODES = {0: 'ok', 2: 'servfail', 3: 'nxdomain', 5: 'refused'}


def query(number, name, kind):
    """A recursive query. Raises ValueError for a name that is none."""
    labels = [label.encode('ascii') for label in name.rstrip('.').split('.')]
    if not all(0 < len(label) < 64 for label in labels):
        raise ValueError('not a name')
    question = b''.join(bytes([len(label)]) + label for label in labels) + b'\0'
    return (struct.pack('>6H', number, 0x0100, 1, 0, 0, 0) + question
            + struct.pack('>2H', kind, 1))


def answers(message, asked):
    """Whether a message answers this query: same number, a reply, the same question."""
    return (len(message) >= len(asked) and message[:2] == asked[:2] and message[2] & 0x80
            and message[12:len(asked)].lower() == asked[12:].lower())


def result(message, asked):
    """(class, addresses) of a reply; class ok, truncated, nxdomain, servfail, refused or garbage."""
    flags, _, count = struct.unpack('>3H', message[2:8])
    if flags & 0x0200:
        return 'truncated', []
    kind = _RCODES.get(flags & 15, 'servfail')
    try:
        return kind, _addresses(message, len(asked), count)
    except (IndexError, struct.error, ValueError, OSError):  # an address of a wrong length too
        return 'garbage', []


def _addresses(message, at, count):
    found = []
    for _ in range(count):
        while message[at]:
            if message[at] & 0xC0:
                at += 1
                break
            at += 1 + message[at]
        at += 1
        kind, _, _, size = struct.unpack('>HHIH', message[at:at + 10])
        at += 10
        data = message[at:at + size]
        if kind == A:
            found.append(socket.inet_ntoa(data))
        elif kind == AAAA:
            found.append(socket.inet_ntop(socket.AF_INET6, data))
        at += size
    return found
