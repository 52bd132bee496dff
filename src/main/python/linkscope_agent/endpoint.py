"""HOST or HOST:PORT, as probes without a web address are given it."""
from .attempt import Failed


def parse(name, default_port=None):
    """(host, port); an IPv6 address with a port stands in brackets. Raises Failed `bad_name`."""
    host, port = name.strip(), ''
    if host.startswith('['):
        host, bracket, port = host[1:].partition(']')
        if not bracket or port[:1] not in ('', ':'):
            raise Failed('bad_name')
        port = port[1:]
    elif host.count(':') == 1:
        host, _, port = host.partition(':')
    number = int(port) if port.isdecimal() and len(port) < 6 else 0
    if port == '' and default_port:
        number = default_port
    if not host or not all('!' <= c <= '~' for c in host) or not 0 < number < 65536:
        raise Failed('bad_name')
    return host, number
