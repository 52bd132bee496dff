"""The slots of one probe: when they are due, what starts, and what came of each."""
import math
import os

from . import clock, threads
from .attempt import Attempt, Failed, Skipped

# How much longer than a deadline the system's resolver may hold a thread: three resolvers, two
# rounds of five seconds (resolv.conf(5)), and a search list. Its attempt is long recorded by then.
STUCK = 50
MOST_THREADS = 48


def chance():
    """A number from 0 to 1; the module random would cost a megabyte."""
    return int.from_bytes(os.urandom(2), 'big') / 65536


class Prober:
    """Slot n is due at first + n * cadence, whatever came of the ones before.

    Its outcomes go to every listener, `heard(outcome)`, from the slot on at which that one joined.
    """

    def __init__(self, spec, probe, crew, done):
        self.spec = spec
        self.first = clock.boot() + (0 if spec.slots else chance() * spec.spread)
        self._probe = probe
        self._crew = crew
        self._done = done
        self._next = 0
        self._lock = threads.Lock()
        self._open = 0
        self._busy = set()
        self._resume = 0
        self._stopped = False
        self._most = min(MOST_THREADS, math.ceil((spec.deadline + STUCK) / spec.cadence) + 2)
        self._entry = None
        self._listeners = {}
        self._followers = set()
        self._armed = False
        self._failing = False

    def join(self, listener):
        """Adds a listener; returns the boot time of its slot 0."""
        with self._lock:
            self._listeners[listener] = self._next
            return self.first + self._next * self.spec.cadence

    def leave(self, listener):
        """Takes a listener off; the last one stops the prober. Returns whether it was the last."""
        with self._lock:
            self._listeners.pop(listener, None)
            if self._listeners:
                return False
        self._stop()
        return True

    def follow(self, prober):
        """`prober` makes an attempt in its next slot whenever this one begins to fail."""
        self._followers.add(prober)

    def unfollow(self, prober):
        self._followers.discard(prober)

    def start(self):
        if self._entry is None:
            self._entry = self._crew.at(self.first, self._due)

    def finished(self):
        """Whether all slots of a finite probe are over."""
        return 0 < self.spec.slots <= self._next and self._open == 0

    def _stop(self):
        """Starts no more attempts and records none."""
        self._stopped = True
        if self._entry:
            self._crew.cancel(self._entry)

    def _due(self):
        if self._stopped:
            return
        # Slots that passed while the computer slept do not exist: no burst afterwards.
        late = clock.boot() - (self.first + self._next * self.spec.cadence)
        slot = self._next + max(0, int(late / self.spec.cadence))
        if self.spec.slots and slot >= self.spec.slots:
            self._next = slot
            self._done()
            return
        wanted = self._wanted(slot)
        with self._lock:
            self._next = slot + 1
            self._open += wanted
        if not self.spec.slots or self._next < self.spec.slots:
            self._entry = self._crew.at(self.first + self._next * self.spec.cadence, self._due)
        if wanted:
            self._begin(slot)
        elif self.finished():
            self._done()

    def _wanted(self, slot):
        if self._armed:
            self._armed = False
            return True
        return self.spec.every > 0 and slot % self.spec.every == 0

    def _begin(self, slot):
        attempt = Attempt(slot, self.spec.deadline, self._probe.first_phase, self._ended)
        if clock.boot() < self._resume:
            attempt.skipped('backing_off')
        elif len(self._busy) >= self._most or not self._crew.cover():
            attempt.skipped('agent_busy')
        else:
            self._busy.add(attempt)
            attempt.alarm = self._crew.at(clock.boot() + self.spec.deadline,
                                           lambda: attempt.failed('timeout'))
            self._work(attempt)

    def _work(self, attempt):
        try:
            self._probe.run(attempt)
            attempt.ok()
        except Failed as e:
            attempt.failed(e.error_class, e.phase)
        except Skipped as e:
            if e.back_off:
                slots = max(e.back_off, 5.5 * self.spec.cadence)
                self._resume = self.first + attempt.slot * self.spec.cadence + slots
            attempt.skipped(e.error_class)
        except Exception as e:  # a mistake of ours is never a failure of theirs
            attempt.details['type'] = type(e).__name__
            attempt.skipped('agent_error')
        finally:
            self._crew.cancel(attempt.alarm)
            self._busy.discard(attempt)

    def _ended(self, attempt, outcome):
        if self._stopped:
            return
        self._alarm_followers(outcome['r'])
        with self._lock:
            listeners = list(self._listeners.items())
        for listener, skip in listeners:
            if attempt.slot >= skip:
                listener.heard(dict(outcome, n=attempt.slot - skip))
        with self._lock:
            self._open -= 1
        if self.finished():
            self._done()

    def _alarm_followers(self, result):
        if result == 'failed' and not self._failing:
            for prober in list(self._followers):
                prober._armed = True
        if result != 'skipped':
            self._failing = result == 'failed'
