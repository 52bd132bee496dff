"""Keeps the facts up to date: reads their sources at intervals and tells what has changed."""
from . import clock, threads
from .fact import known as known_fact
from .prober import chance

LONGEST_SPREAD = 60  # seconds
AGAIN = 1  # second until a thread is asked for again if there was none
EARLY = 1  # seconds; whoever calls `look` again and again does so at about these intervals


class FactWatch:
    """Holds the latest reading of every fact. `tell_all(frame)` goes to all subscriptions.
    `settle` is called after the first reading."""

    def __init__(self, crew, tell_all, settle=lambda: None):
        self._crew = crew
        self._tell_all = tell_all
        self._lock = threads.Lock()
        self._latest = {}
        self._settle = settle
        self._entry = None  # of the first reading
        self._first = 0
        self._begun = False
        self._sources = []

    def begin(self, subscription):
        """A new subscription gets all that is known."""
        with self._lock:
            known = [dict(fact) for fact in self._latest.values()]
        for fact in known:
            subscription.add(fact)

    def start(self, spread):
        """Begins to read within so many seconds at random, if it does not begin sooner: that is
        dear, and many agents may have come at once."""
        first = clock.boot() + chance() * min(spread, LONGEST_SPREAD)
        with self._lock:
            if self._entry is not None:
                if first >= self._first:
                    return
                self._crew.cancel(self._entry)
            self._first = first
            self._entry = self._crew.at(first, self._begin)

    def look(self):
        """Reads what is due. One that hangs holds up nothing but this look."""
        if self._sources and self._crew.cover():
            self._read()

    def _begin(self):
        """The first reading; what it needs is loaded by then at the earliest."""
        if not self._crew.cover():
            self._crew.at(clock.boot() + AGAIN, self._begin)
            return
        with self._lock:
            begun, self._begun = self._begun, True
        if begun:
            return
        from . import facts
        self._sources = [[read, seconds, 0] for read, seconds in facts.SOURCES]
        self._read()
        self._settle()

    def _read(self):
        for source in self._sources:
            now = clock.boot()
            if now >= source[2]:
                source[2] = now + source[1] - EARLY
                self._take(source[0]())

    def tell(self, key, value):
        """A fact that a probe came upon."""
        self._take([known_fact(key, value)])

    def _take(self, found):
        if not found:
            return
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
    return before is None or any(before.get(part) != now.get(part)
                                 for part in ('st', 'v', 'u', 'why'))
