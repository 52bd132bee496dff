"""The default route, from the kernel's own tables."""
import os
import struct

from . import files
from . import sockets as socket

_UP, _GATEWAY = 1, 2


def available():
    """Whether this system has such tables."""
    return os.path.exists('/proc/net/route')


def gateway():
    """(address, interface) of the default router, IPv4 before IPv6; None without one."""
    return _ipv4(_lines('/proc/net/route')) or _ipv6(_lines('/proc/net/ipv6_route'))


def _lines(path):
    try:
        return files.text(path).splitlines()
    except OSError:
        return []


def _ipv4(lines):
    best = None
    for words in map(str.split, lines[1:]):
        if len(words) < 8 or words[1] != '00000000' or words[7] != '00000000':
            continue
        flags, metric = int(words[3], 16), int(words[6])
        if flags & _UP and flags & _GATEWAY and (best is None or metric < best[0]):
            best = metric, socket.inet_ntoa(struct.pack('=L', int(words[2], 16))), words[0]
    return best and best[1:]


def _ipv6(lines):
    best = None
    for words in map(str.split, lines):
        if len(words) < 10 or words[0] != '0' * 32 or words[1] != '00':
            continue
        flags, metric = int(words[8], 16), int(words[5], 16)
        if flags & _UP and flags & _GATEWAY and (best is None or metric < best[0]):
            address = socket.inet_ntop(socket.AF_INET6, bytes.fromhex(words[4]))
            best = metric, address, words[9]
    return best and best[1:]
