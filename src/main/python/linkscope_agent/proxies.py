"""The proxy for an address, as the plugin's clients take it from OctoPrint's environment."""
import os
import struct

from . import clock, patterns, processes, threads, url
from . import sockets as socket
from .attempt import Failed

FRESH = 60.0  # seconds that an environment once read is used
_SOCKS = 1080  # usual port (RFC 1928)
_NAMES = patterns.compile('[a-z0-9]+_proxy', patterns.I)  # nothing else of an environment is kept
_lock = threads.Lock()
_kept = None  # (when, environment, source)


class Proxy:
    """Where it is, and the bytes user:password or None. `trouble`: why we cannot use it, or None."""

    def __init__(self, value):
        self.host, self.port, self.login = '', 0, None
        if '://' not in value:
            value = 'http://' + value
        scheme, _, place = value.partition('://')
        scheme = scheme.lower()
        self.trouble = None if scheme == 'http' else 'unsupported'
        try:
            there = url.parse('http://' + place)
        except Failed:
            self.trouble = self.trouble or 'proxy_bad_url'
            return
        usual = _SOCKS if scheme.startswith('socks') else url.PORTS.get(scheme, there.port)
        self.host, self.login = there.host, there.login
        self.port = usual if there.port == url.PORTS['http'] else there.port


def find(address, websocket=False):
    """The proxy for an address; None for none, as nearly everywhere."""
    environment = current()[0]
    if not environment:
        return None
    return choose(environment, address, websocket)


def current():
    """(variables about proxies, `octoprint` or `agent`: whose they are)."""
    global _kept
    kept = _kept
    if kept is None or clock.awake() - kept[0] > FRESH:
        with _lock:
            kept = _kept = (clock.awake(),) + _read()
    return kept[1:]


def choose(environment, address, websocket=False):
    """The plugin's HTTP client also knows `all_proxy`; its WebSocket client does not, and takes a
    domain in `no_proxy` for its subdomains only where that begins with a dot."""
    value = _value(environment, address.scheme + '_proxy')
    if value is None and not websocket:
        value = _value(environment, 'all_proxy')
    value = (value or '').strip()
    exempt = environment.get('no_proxy') or environment.get('NO_PROXY') or ''
    exempt = [entry.lower() for entry in exempt.replace(' ', '').split(',') if entry]
    if not value or _bypassed(exempt, address, websocket):
        return None
    return Proxy(value)


def _value(environment, name):
    """Lower case wins, and switches off where it is empty."""
    if name in environment:
        return environment[name]
    return next((value for key, value in environment.items() if key.lower() == name), None)


def _bypassed(exempt, address, websocket):
    host = address.host
    if '*' in exempt or host in exempt:
        return True
    number = _number(host)
    if number is not None:
        return any(_within(number, entry) for entry in exempt)
    if websocket:
        return any(host.endswith(entry) for entry in exempt if entry.startswith('.'))
    with_port = '%s:%d' % (host, address.port)
    names = [entry.lstrip('.') for entry in exempt]
    return any(whole == name or whole.endswith('.' + name)
               for name in names for whole in (host, with_port))


def _number(text):
    try:
        return struct.unpack('>L', socket.inet_aton(text))[0]
    except (OSError, UnicodeError):
        return None


def _within(number, entry):
    network, slash, bits = entry.partition('/')
    base = _number(network)
    if base is None or not slash or not bits.isdecimal() or not 0 < int(bits[:3]) <= 32:
        return False
    shift = 32 - int(bits[:3])
    return number >> shift == base >> shift


def _read():
    found = _octoprint()
    if found is not None:
        return found, 'octoprint'
    return {key: value for key, value in os.environ.items() if _NAMES.fullmatch(key)}, 'agent'


def _octoprint():
    """The variables of OctoPrint's process; None if there is none, or we may not read it."""
    serving = (process for process in processes.finder.processes(processes.OCTOPRINT)
               if not {'serve', 'daemon'}.isdisjoint(process.arguments))
    process = next(serving, None)
    environment = process and process.environment()
    if environment is None:
        return None
    return {key: value for key, value in environment.items() if _NAMES.fullmatch(key)}
