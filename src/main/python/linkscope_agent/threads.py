"""What is needed of `threading`: that module brings the formatting of mistakes with it, and so
Python's tokenizer, 0.5 MB."""
import _thread
import time
from _thread import RLock, stack_size  # noqa: F401 - in the place of threading

from . import clock

Lock = _thread.allocate_lock


class Thread:
    """Work that begins at once, on a thread of its own; the process does not wait for its end."""

    def __init__(self, work, *arguments):
        self._running = Lock()
        self._running.acquire()
        _thread.start_new_thread(self._run, (work, arguments))

    def is_alive(self):
        return self._running.locked()

    def wait_until(self, until):
        """For its end, or until that time of the awake clock. Not on a lock: older pythons time
        those by the wall clock, which may jump."""
        pause = 0.001
        while self.is_alive() and clock.awake() < until:
            time.sleep(max(0.0, min(pause, until - clock.awake())))
            pause = min(0.02, pause * 1.5)

    def _run(self, work, arguments):
        try:
            work(*arguments)
        finally:
            self._running.release()


def forever():
    """Never returns."""
    lock = Lock()
    lock.acquire()
    lock.acquire()
