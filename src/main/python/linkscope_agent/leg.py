"""One way to the server: a part of an attempt that goes beside others, with its own time."""

from . import clock, connection, reply, threads, traffic
from . import sockets as socket
from .attempt import Failed, Skipped

GRACE = 0.1  # seconds
_TCP_MAXSEG = 2  # tcp(7)


class Leg:
    """Like an attempt for those who connect and ask; keeps what came of it.

    `verdict` is ok, the class of a failure at `phase`, or that of a Skipped.
    """

    def __init__(self, name, seconds, found=None):
        self.name = name
        self.found = found  # what getaddrinfo said
        self.phase = 'connect'
        self.details = {}
        self.verdict = 'timeout'
        self.skipped = self.mistake = None
        self.millis = 0
        self.certificate = b''
        self.reply = None
        self.sent = self.answered = None  # Unix time around the reply
        self._begun = clock.awake()
        self.until = self._begun + seconds

    def enter(self, phase, timed=None):
        self.phase = phase
        if phase == 'request':
            self.sent, self.answered = self.sent or clock.pair()[1], clock.pair()[1]

    def left(self, share=1):
        left = self.until - clock.awake()
        if left <= 0:
            raise Failed('timeout')
        return left / share

    def go(self, work):
        """Does the work and keeps its end."""
        try:
            work(self)
            self.verdict = 'ok'
        except Failed as e:
            self.verdict, self.phase = e.error_class, e.phase or self.phase
        except Skipped as e:
            self.verdict, self.skipped = e.error_class, e
        except Exception as e:  # for the attempt to tell
            self.mistake = e
        self.millis = self.spent()

    def spent(self):
        """Milliseconds since it began."""
        return round((clock.awake() - self._begun) * 1000)

    def text(self):
        """Such as `4 192.0.2.1 ok 23` or `6 2001:db8::1 connect unreachable 3`."""
        phase = [] if self.verdict == 'ok' else [self.phase]
        words = [self.name] + phase + [self.verdict, str(self.millis)]
        return ' '.join(word for word in words if word)


def side_by_side(legs):
    """Runs (leg, work) pairs at the same time, each for its own time. The system's resolver may
    hold one for longer, which is then left to itself."""
    running = [threads.Thread(leg.go, work) for leg, work in legs]
    for thread, (leg, _) in zip(running, legs):
        thread.wait_until(leg.until + GRACE)
        leg.millis = leg.millis or leg.spent()
        if leg.mistake is not None:
            raise leg.mistake


def to_address(found, address, verify=True, segment=0, then=None):
    """Work for a leg: connects to one address of getaddrinfo, secures, and goes on with
    `then(leg, sock)`. `segment`: most bytes of a TCP segment in either direction, 0 for the usual.
    """
    def work(leg):
        leg.enter('connect')
        family, kind, protocol, _, there = found
        sock = None
        try:
            sock = socket.socket(family, kind, protocol)
            if segment:
                sock.setsockopt(socket.IPPROTO_TCP, _TCP_MAXSEG, segment)
            sock.settimeout(leg.left())
            sock.connect(there)
        except OSError as e:
            if sock is not None:
                sock.close()
            raise Failed(connection.trouble(e)) from None
        sock = connection.secure(leg, sock, address, verify)
        try:
            if address.scheme == 'https':
                leg.certificate = sock.getpeercert(True) or b''
            if then:
                then(leg, sock)
        finally:
            traffic.close(sock)
    return work


def asking(address, judge):
    """What `then` may be: one GET whose reply is judged."""
    def then(leg, sock):
        leg.reply = reply.get(leg, sock, address)
        judge(address, leg.reply)
    return then
