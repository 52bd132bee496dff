"""The kernel's table of TCP sockets, in the form in which it prints them (proc(5))."""
import os
import struct

from . import files, tcp_diag
from . import sockets as socket

ESTABLISHED, LISTEN = '01', '0A'
_MOST = 4 << 20
_told = True  # whether the kernel tells without printing


class Row:
    """One socket. Addresses are as the kernel prints them: HEX:PORT."""

    __slots__ = ('local', 'remote', 'unsent', 'retransmits', 'uid', 'inode')

    def __init__(self, *fields):
        (self.local, self.remote, self.unsent, self.retransmits, self.uid, self.inode) = fields


def rows(folder, state, port=None):
    """Sockets of a state, and with that port on the other side. Raises OSError without tables."""
    global _told
    if _told and _is_own(folder):
        try:
            return [Row('%s:%04X' % (_words(local), here), '%s:%04X' % (_words(remote), there),
                        unsent, retransmits, uid, str(inode))
                    for here, local, there, remote, unsent, retransmits, uid, inode
                    in tcp_diag.sockets(int(state, 16)) if port is None or there == port]
        except OSError:  # such as a kernel without that
            _told = False
    return _printed_rows(folder, state, port)


def _is_own(folder):
    """Whether the tables below that folder are those of our own network."""
    if folder == '/proc/net':
        return True
    own = files.link('/proc/self/ns/net')
    return own is not None and files.link(folder[:-len('net')] + 'ns/net') == own


def _printed_rows(folder, state, port):
    found = []
    mark = ' %s ' % state if port is None else ':%04X %s ' % (port, state)
    for name in ('tcp', 'tcp6'):
        try:
            table = files.text('%s/%s' % (folder, name), _MOST)
        except FileNotFoundError:
            if name == 'tcp':
                raise
            continue  # a kernel without IPv6
        for line in table.splitlines()[1:]:
            if mark in line:
                words = line.split()
                if len(words) >= 10 and words[3] == state:
                    found.append(Row(words[1], words[2], int(words[4].partition(':')[0], 16),
                                     int(words[6], 16), int(words[7]), words[9]))
    return found


def printed(address):
    """How the kernel prints an address; an IPv4 address also in its IPv6 form (RFC 4291)."""
    if ':' in address:
        return {_words(socket.inet_pton(socket.AF_INET6, address.partition('%')[0]))}
    plain = socket.inet_pton(socket.AF_INET, address)
    return {_words(plain), _words(b'\0' * 10 + b'\xff\xff' + plain)}


def listening(folder):
    """Ports on which somebody waits for connections. Raises OSError."""
    return {int(row.local.rpartition(':')[2], 16) for row in rows(folder, LISTEN)}


def is_local(row):
    """Whether the other side is this computer."""
    other = row.remote.rpartition(':')[0]
    word = other[24:] if len(other) == 32 and other.startswith(_MAPPED) else other
    if len(word) == 8:
        return struct.pack('=L', int(word, 16))[:1] == b'\x7f'
    return other == _words(socket.inet_pton(socket.AF_INET6, '::1'))


def sockets_of(folder):
    """Numbers of the sockets that a process holds, each with the path of its descriptor; None if
    that is closed to us."""
    try:
        names = os.listdir(folder + '/fd')
    except OSError:
        return None
    found = {}
    for name in names:
        path = folder + '/fd/' + name
        target = files.link(path)
        if target and target.startswith('socket:['):
            found[target[8:-1]] = path
    return found


def _words(address):
    return ''.join('%08X' % word for word in struct.unpack('=%dL' % (len(address) // 4), address))


_MAPPED = _words(b'\0' * 10 + b'\xff\xff' + b'\0' * 4)[:24]
