"""TCP sockets of a state as the kernel tells them over netlink (sock_diag(7), linux/inet_diag.h).

The text in /proc/net/tcp makes it go through all of its tables, 7 ms with 262,144 buckets; asked in
this way for those that listen, a hundredth of that.
"""
import struct

from . import sockets as socket

_NETLINK, _INET_DIAG = 16, 4
_BY_FAMILY, _DUMP = 20, 0x301  # NLM_F_REQUEST | NLM_F_DUMP
_ERROR, _DONE = 2, 3
_TCP = 6
_MOST = 4 << 20  # bytes of an answer
_PATIENCE = 2.0
_HEADER = struct.Struct('=IHHII')
# family, state, timer, retransmits; both ports and addresses; interface, cookie; expires, both
# queues, user, inode
_SOCKET = struct.Struct('=BBBB2s2s16s16sIIIIIIII')


def sockets(state):
    """Fields of each socket: family, local and remote (port, address as bytes), unsent,
    retransmits, user and inode. Raises OSError where the kernel does not tell."""
    found = []
    with socket.socket(_NETLINK, socket.SOCK_RAW, _INET_DIAG) as sock:
        sock.settimeout(_PATIENCE)
        for family in (socket.AF_INET, socket.AF_INET6):
            sock.send(_HEADER.pack(_HEADER.size + 56, _BY_FAMILY, _DUMP, 1, 0)
                      + struct.pack('=BBBxI48x', family, _TCP, 0, 1 << state))
            _receive(sock, found)
    return found


def _receive(sock, found):
    size = 0
    while size < _MOST:
        data = sock.recv(65536)
        size += len(data)
        at = 0
        while at + _HEADER.size <= len(data):
            length, kind, _, _, _ = _HEADER.unpack_from(data, at)
            if kind == _DONE:
                return
            if kind == _ERROR or length < _HEADER.size + _SOCKET.size:
                raise OSError('sock_diag')
            found.append(_fields(data, at + _HEADER.size))
            at += length + 3 & ~3
    raise OSError('too many sockets')


def _fields(data, at):
    (family, _, _, retransmits, local_port, remote_port, local, remote, _, _, _, _, _, unsent,
     user, inode) = _SOCKET.unpack_from(data, at)
    size = 4 if family == socket.AF_INET else 16
    return (int.from_bytes(local_port, 'big'), local[:size],
            int.from_bytes(remote_port, 'big'), remote[:size], unsent, retransmits, user, inode)
