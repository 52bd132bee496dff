"""Keeps the facts up to date: reads their sources at intervals and tells what has changed."""
import threading

from . import clock, facts

STEP = 0.05  # a number that moves by less is told as the same
REFRESH = 300  # seconds after which a number is told anyway


class FactWatch:
    """Holds the latest reading of every fact. `tell_all(frame)` goes to all subscriptions."""

    def __init__(self, timer, workers, tell_all):
        self._timer = timer
        self._workers = workers
        self._tell_all = tell_all
        self._lock = threading.Lock()
        self._latest = {}
        self._running = False

    def begin(self, subscription):
        """A new subscription gets all that is known; the first one starts the reading."""
        with self._lock:
            known = [dict(fact) for fact in self._latest.values()]
            first, self._running = not self._running, True
        for fact in known:
            subscription.add(fact)
        if first:
            for read, seconds in facts.SOURCES:
                self._read_soon(read, seconds)

    def tell(self, key, value):
        """A fact that a probe came upon."""
        self._take([facts.known(key, value)])

    def _read_soon(self, read, seconds):
        def again():
            self._timer.at(clock.boot() + seconds, again)
            self._workers.run(lambda: self._take(read()))
        again()

    def _take(self, found):
        now = round(clock.boot(), 3)
        for fact in found:
            fact['at'] = now
            with self._lock:
                changed = _changed(self._latest.get(fact['k']), fact)
                if changed:
                    self._latest[fact['k']] = fact
            if changed:
                self._tell_all(fact)


def _changed(before, now):
    if before is None or before['st'] != now['st'] or before.get('why') != now.get('why'):
        return True
    old, new = before.get('v'), now.get('v')
    if old == new:
        return False
    try:
        small = abs(float(new) - float(old)) < STEP * abs(float(old))
    except ValueError:
        return True
    return not small or now['at'] - before['at'] >= REFRESH
