"""Keeps the facts up to date: reads their sources at intervals and tells what has changed."""
from . import clock, facts, threads

EARLY = 1  # seconds; whoever calls `look` again and again does so at about these intervals


class FactWatch:
    """Holds the latest reading of every fact. `tell_all(frame)` goes to all subscriptions."""

    def __init__(self, crew, tell_all):
        self._crew = crew
        self._tell_all = tell_all
        self._lock = threads.Lock()
        self._latest = {}
        self._running = False
        self._sources = [[read, seconds, 0] for read, seconds in facts.SOURCES]

    def begin(self, subscription):
        """A new subscription gets all that is known."""
        with self._lock:
            known = [dict(fact) for fact in self._latest.values()]
        for fact in known:
            subscription.add(fact)

    def start(self):
        """Begins to read, if it has not begun."""
        with self._lock:
            first, self._running = not self._running, True
        if first:
            self._crew.at(clock.boot(), self.look)

    def look(self):
        """Reads what is due. One that hangs holds up nothing but this look."""
        if not self._running or not self._crew.cover():
            return
        for source in self._sources:
            now = clock.boot()
            if now >= source[2]:
                source[2] = now + source[1] - EARLY
                self._take(source[0]())

    def tell(self, key, value):
        """A fact that a probe came upon."""
        self._take([facts.known(key, value)])

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
