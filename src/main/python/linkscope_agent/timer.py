"""One thread that calls things when they are due on the boot clock."""
import heapq
import math
import os
import select
import sys
import threading

from . import clock


class Timer:
    """Waits in poll(), not on a lock: older pythons time locks by the wall clock, which may jump."""

    def __init__(self):
        self._lock = threading.Lock()
        self._heap = []
        self._count = 0
        self._thread = None
        self._sleeper, self._bell = os.pipe()

    def at(self, when, call):
        """Calls at that boot time, on the timer's thread; returns a handle for `cancel`."""
        with self._lock:
            self._count += 1
            entry = [when, self._count, call]
            heapq.heappush(self._heap, entry)
            first = self._heap[0] is entry
        if first and threading.get_ident() != self._thread:  # which looks before it sleeps
            os.write(self._bell, b'.')
        return entry

    @staticmethod
    def cancel(entry):
        """Forgets a call that is not due yet; harmless for others."""
        entry[2] = None

    def run(self):
        """Works for ever. Without it nothing goes on, so a mistake in a call ends the process."""
        self._thread = threading.get_ident()
        poll = select.poll()
        poll.register(self._sleeper, select.POLLIN)
        try:
            while True:
                wait = self._call_due()
                if poll.poll(wait):
                    os.read(self._sleeper, 4096)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(70)

    def _call_due(self):
        """Calls what is due; returns milliseconds until the next call, None if there is none."""
        while True:
            with self._lock:
                while self._heap and self._heap[0][2] is None:
                    heapq.heappop(self._heap)
                if not self._heap:
                    return None
                wait = self._heap[0][0] - clock.boot()
                if wait > 0:
                    return math.ceil(wait * 1000)
                call = heapq.heappop(self._heap)[2]
            if call is not None:
                call()
