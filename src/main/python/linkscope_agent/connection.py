"""From a name to a connected socket: the phases dns, connect and tls."""
import errno

from . import tls
from . import sockets as socket
from .attempt import Failed

# These say that the name has no address (of that family); all others that nobody could tell.
_NO_NAME = {socket.EAI_NONAME, getattr(socket, 'EAI_NODATA', socket.EAI_NONAME),
            getattr(socket, 'EAI_ADDRFAMILY', socket.EAI_NONAME)}
_UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN,
                errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM}


def open_url(attempt, url, verify):
    """A new connection to the first address that takes it, secured if the address says so."""
    return secure(attempt, _connect(attempt, _resolve(attempt, url)), url, verify)


def secure(attempt, sock, url, verify):
    """The socket itself, or with TLS around it if the address says so."""
    if url.scheme != 'https':
        return sock
    attempt.enter('tls')
    try:
        return tls.wrap(attempt, sock, url.host, verify)
    except OSError as e:
        sock.close()
        raise Failed(trouble(e)) from None


def trouble(error):
    """Class of an error of a socket."""
    if isinstance(error, (socket.timeout, TimeoutError)):
        return 'timeout'
    if isinstance(error, ConnectionRefusedError):
        return 'refused'
    if isinstance(error, (ConnectionResetError, BrokenPipeError, ConnectionAbortedError)):
        return 'reset'
    if error.errno in _UNREACHABLE:
        return 'unreachable'
    return 'broken'


def addresses(host, port, kind, family=0):
    """What the system's resolver says; raises Failed if that is no address."""
    try:
        # As bytes: text would be encoded by idna, which loads large tables.
        return socket.getaddrinfo(host.encode(), port, family, kind)
    except socket.gaierror as e:
        raise Failed('nxdomain' if e.errno in _NO_NAME else 'dns_failed') from None
    except (OSError, UnicodeError):
        raise Failed('dns_failed') from None


def _resolve(attempt, url):
    attempt.enter('dns')
    return addresses(url.host, url.port, socket.SOCK_STREAM)


def _connect(attempt, found):
    attempt.enter('connect')
    failure = Failed('unreachable')
    for i, (family, kind, protocol, _, address) in enumerate(found):
        attempt.details['address'] = address[0]
        attempt.details['family'] = '6' if family == socket.AF_INET6 else '4'
        sock = None
        try:
            sock = socket.socket(family, kind, protocol)
            sock.settimeout(attempt.left(len(found) - i))
            sock.connect(address)
            return sock
        except OSError as e:
            if sock is not None:
                sock.close()
            failure = Failed(trouble(e))
    raise failure
