"""What a client may ask for; everything else is refused."""


def _probe(module, name):
    """Makes probes; what nobody asks for is not loaded."""
    def make(spec, tell_fact):
        return getattr(__import__(module, globals(), None, (name,), 1), name)(spec, tell_fact)
    return make


PROBES = {'server.http': _probe('server_http', 'ServerHttp'),
          'server.paths': _probe('server_paths', 'ServerPaths'),
          'server.ws': _probe('server_ws', 'ServerWs'),
          'plugin.link': _probe('plugin_link', 'PluginLink'),
          'webcam.snapshot': _probe('webcam_snapshot', 'WebcamSnapshot'),
          'webcam.stream': _probe('webcam_stream', 'WebcamStream'),
          'dns': _probe('dns', 'Dns'), 'gateway': _probe('gateway', 'Gateway'),
          'internet': _probe('reach', 'Reach'), 'turn': _probe('reach', 'Reach'),
          'stun': _probe('stun', 'Stun'), 'trace': _probe('trace', 'Trace')}
# Probes that are given a name, HOST or HOST:PORT, in place of a web address.
NAMED = {'dns', 'stun', 'turn', 'internet', 'trace'}
# What the plugin uses, where a client names none.
USUAL = {'stun': 'stun.l.google.com:19302', 'turn': 'turn.obico.io:80'}
LOGINS = ('', 'basic', 'digest', 'bearer')
MOST_PROBES = 32
MOST_RESOLVERS = 3


class Refused(Exception):
    """A request that cannot be served: a stable code and a text without the request's values."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class ProbeSpec:
    """One probe asked for: cadence and deadline in seconds, slots 0 for no end."""

    def __init__(self, frame):
        self.target = _text(frame, 'target', 64)
        self.probe = _text(frame, 'probe', 64)
        if self.probe not in PROBES:
            raise Refused('unknown_probe', 'This agent does not know that probe.')
        self.cadence = _number(frame, 'cadence', 0.1, 86400)
        self.deadline = _number(frame, 'deadline', 0.05, 120)
        self.slots = int(_number(frame, 'slots', 0, 10 ** 7, 0))
        # A blank address is a setting like any other: its attempts fail.
        self.url = _text(frame, 'url', 4096, least=0) if '.' in self.probe else ''
        self.name = ''
        if self.probe in NAMED:
            self.name = _text(frame, 'name', 260, default=USUAL.get(self.probe))
        # How the login in the address is presented, where it is not as the plugin would.
        self.auth = _text(frame, 'auth', 8, least=0, default='')
        if self.auth not in LOGINS:
            raise Refused('bad_request', 'That way to log in is not known.')
        self.every = int(_number(frame, 'every', 0, 10 ** 6, 1))
        self.on = _text(frame, 'on', 64, least=0, default='')
        self.spread = _number(frame, 'spread', 0, 86400, 0)
        self.resolvers = _resolvers(frame)

    def sameness(self):
        """Equal for probes that do the same at the same cadence, however long."""
        return (self.probe, self.url, self.name, self.auth, self.cadence, self.deadline,
                self.every, self.on, self.resolvers)


class Subscribe:
    """A subscription asked for: its id, its lease in seconds, where to go on, and its probes."""

    def __init__(self, frame):
        self.id = _text(frame, 'id', 128)
        self.key = (_text(frame, 'instance', 128), self.id)
        self.lease = _number(frame, 'lease', 1, 7 * 86400)
        probes = frame.get('probes')
        if not isinstance(probes, list) or len(probes) > MOST_PROBES:
            raise Refused('bad_request', 'The list of probes is missing or too long.')
        if not all(isinstance(probe, dict) for probe in probes):
            raise Refused('bad_request', 'A probe is not an object.')
        self.probes = [ProbeSpec(probe) for probe in probes]
        if len({probe.target for probe in self.probes}) < len(self.probes):
            raise Refused('bad_request', 'Two probes have the same target.')
        known = frame.get('from')
        self.known_run, self.known = None, 0
        if isinstance(known, dict):
            self.known_run = _text(known, 'run', 64)
            self.known = int(_number(known, 'seq', 0, 2 ** 53))

    def spread(self):
        """Seconds within which its first slots lie: 0 for somebody who waits for them."""
        return max((probe.spread for probe in self.probes if not probe.slots), default=0)

    def sameness(self):
        """Equal for subscriptions that measure the same under the same names."""
        return [(probe.target,) + probe.sameness() for probe in self.probes]


def _resolvers(frame):
    """Addresses of name servers that are asked beside those of this computer."""
    found = frame.get('resolvers', [])
    if not isinstance(found, list) or len(found) > MOST_RESOLVERS or not all(
            isinstance(one, str) and 0 < len(one) <= 45 for one in found):
        raise Refused('bad_request', 'The list of resolvers is wrong or too long.')
    return tuple(found)


def _text(frame, key, most, least=1, default=None):
    value = frame.get(key, default)
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise Refused('bad_request', 'Text "%s" is missing, too short or too long.' % key)
    return value


def _number(frame, key, least, most, default=None):
    value = frame.get(key, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise Refused('bad_request', 'Number "%s" is missing or out of range.' % key)
    return value
