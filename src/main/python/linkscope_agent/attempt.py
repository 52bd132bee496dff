"""One attempt: its phases and times, and its one outcome."""

from . import clock, threads

TIMED = ('dns', 'connect', 'tls', 'request', 'body')
_PLACE = {phase: i for i, phase in enumerate(TIMED)}


class Failed(Exception):
    """The attempt failed: a class, and the phase if it is not the one under way."""

    def __init__(self, error_class, phase=None):
        super().__init__(error_class)
        self.error_class = error_class
        self.phase = phase


class Skipped(Exception):
    """The attempt measured nothing: a class, and for how many seconds to back off."""

    def __init__(self, error_class, back_off=0):
        super().__init__(error_class)
        self.error_class = error_class
        self.back_off = back_off


class Attempt:
    """Ends once, whoever comes first: the probe, or the timer at the deadline."""

    def __init__(self, slot, deadline, first_phase, on_end):
        self.slot = slot
        self.phase = first_phase
        self.details = {}
        self.alarm = None
        self._on_end = on_end
        self._start = clock.boot()
        self._since = self._begun = clock.awake()
        self._asleep = self._start - self._begun
        self._until = self._begun + deadline
        self._timing = None
        self._micros = [-1] * len(TIMED)
        self._lock = threads.Lock()
        self._ended = False

    def enter(self, phase, timed=None):
        """Goes on to a phase; its time counts for `timed` where that differs."""
        self._count_time(clock.awake())
        self.phase = phase
        self._timing = _PLACE.get(timed or phase)

    def left(self, share=1):
        """Seconds left, or a share of them; raises Failed when there are none."""
        left = self._until - clock.awake()
        if left <= 0:
            raise Failed('timeout')
        return left / share

    def ok(self):
        self._end('ok', None, None)

    def failed(self, error_class, phase=None):
        """Ends as failed, unless the computer slept meanwhile: then nothing was measured."""
        if clock.asleep() - self._asleep > 0.5:
            self._end('skipped', None, 'suspended')
        else:
            self._end('failed', phase or self.phase, error_class)

    def skipped(self, error_class):
        self._end('skipped', None, error_class)

    def _count_time(self, now):
        if self._timing is not None:
            spent = int((now - self._since) * 1e6)
            self._micros[self._timing] = max(0, self._micros[self._timing]) + spent
        self._since = now

    def _end(self, result, phase, error_class):
        with self._lock:
            if self._ended:
                return
            self._ended = True
            now = clock.awake()
            self._count_time(now)
            outcome = {
                't': 'o', 'n': self.slot, 's': round(self._start, 3),
                'e': round(clock.boot(), 3), 'r': result,
                'us': self._micros + [int((now - self._begun) * 1e6)],
            }
            if phase is not None:
                outcome['ph'] = phase
            if error_class is not None:
                outcome['c'] = error_class
            if self.details:
                outcome['d'] = dict(self.details)
        self._on_end(self, outcome)
