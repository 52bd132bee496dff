"""What the probes send and receive, for everybody to see what measuring costs."""
import struct

from . import threads
from . import sockets as socket

# tcpi_bytes_received and tcpi_bytes_sent of struct tcp_info (linux/tcp.h), the latter since 4.19.
_RECEIVED, _SENT = 128, 200
_INFO_SIZE = _SENT + 8

_lock = threads.Lock()
_totals = [0, 0]


def count(sent, received):
    """Adds bytes of a datagram socket."""
    with _lock:
        _totals[0] += sent
        _totals[1] += received


def _count_stream(sock):
    """Adds all bytes of a TCP connection, TLS included, packet headers not."""
    try:
        info = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO_SIZE)
    except (OSError, AttributeError):
        return
    if len(info) == _INFO_SIZE:
        received, = struct.unpack_from('=Q', info, _RECEIVED)
        sent, = struct.unpack_from('=Q', info, _SENT)
        count(sent, received)


def close(sock):
    """Closes a TCP connection and adds what went over it."""
    _count_stream(sock)
    sock.close()


def totals():
    """(bytes sent, bytes received) since the start."""
    with _lock:
        return tuple(_totals)
