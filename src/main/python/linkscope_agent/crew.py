"""Threads that call things when they are due on the boot clock, and may take their time over it.

Each idle thread sleeps until an entry of its own: so one that is due is called on the thread that
wakes up for it. A timer that hands work on to others would wake two threads, whose caches are cold.
"""
import heapq
import math
import os
import select
import sys

from . import clock, threads

IDLE = 2  # threads that stay when there is nothing to do


class Crew:
    """While anybody sleeps, no entry that waits is earlier than those that are slept for."""

    def __init__(self):
        self._lock = threads.Lock()
        self._heap = []
        self._count = 0
        self._sleepers = []

    def start(self):
        threads.Thread(self._serve)

    def at(self, when, call):
        """Calls at that boot time; returns a handle for `cancel`. A call that may take longer than
        a moment has to ask for `cover` first."""
        with self._lock:
            self._count += 1
            entry = [when, self._count, call]
            sleeper = self._latest()
            if sleeper is None or not sleeper.would_rather(entry):
                heapq.heappush(self._heap, entry)
                return entry
            if sleeper.entry is not None:
                heapq.heappush(self._heap, sleeper.entry)
            sleeper.entry = entry
            sleeper.ring()
        return entry

    @staticmethod
    def cancel(entry):
        """Forgets a call that is not due yet; harmless for others."""
        entry[2] = None

    def cover(self):
        """Whether another thread waits for what is due while this one is busy; begins one."""
        with self._lock:
            if self._sleepers:
                return True
        try:
            threads.Thread(self._serve)
        except (RuntimeError, MemoryError):  # no room for another thread
            return False
        return True

    def _latest(self):
        latest = None
        for sleeper in self._sleepers:
            if sleeper.entry is None:
                return sleeper
            if latest is None or sleeper.entry > latest.entry:
                latest = sleeper
        return latest

    def _serve(self):
        """Without a thread here nothing goes on, so a mistake in a call ends the process."""
        sleeper = _Sleeper()
        try:
            while True:
                with self._lock:
                    entry = self._first()
                    if entry is None or entry[0] > clock.boot():
                        if len(self._sleepers) >= IDLE:
                            if entry is not None:
                                heapq.heappush(self._heap, entry)
                            break
                        sleeper.entry = entry
                        self._sleepers.append(sleeper)
                        entry = None
                if entry is None:
                    sleeper.sleep()
                    with self._lock:
                        self._sleepers.remove(sleeper)
                        entry = sleeper.entry
                        if entry is not None and entry[0] > clock.boot():
                            heapq.heappush(self._heap, entry)
                            entry = None
                if entry is not None and entry[2] is not None:
                    entry[2]()
                entry = None
            sleeper.close()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(70)

    def _first(self):
        while self._heap:
            entry = heapq.heappop(self._heap)
            if entry[2] is not None:
                return entry
        return None


class _Sleeper:
    """A thread's bed. It sleeps in poll(): older pythons time locks by the wall clock, which may
    jump."""

    def __init__(self):
        self.entry = None
        self._ear, self._bell = os.pipe()
        self._poll = select.poll()
        self._poll.register(self._ear, select.POLLIN)

    def would_rather(self, entry):
        return self.entry is None or entry < self.entry

    def ring(self):
        os.write(self._bell, b'.')

    def sleep(self):
        """Until its entry is due, or it is rung."""
        entry = self.entry
        wait = None if entry is None else max(0, math.ceil((entry[0] - clock.boot()) * 1000))
        if self._poll.poll(wait):
            os.read(self._ear, 4096)

    def close(self):
        os.close(self._ear)
        os.close(self._bell)
