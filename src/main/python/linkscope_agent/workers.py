"""Threads that are made on demand and used again."""
import threading

IDLE = 4


class Workers:
    """Runs each piece of work at once, on an idle thread or a new one. Its owner bounds the work."""

    def __init__(self):
        self._lock = threading.Lock()
        self._idle = []

    def run(self, work):
        """Starts the work and returns."""
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        if worker is None:
            worker = _Worker(self)
            worker.work = work
            threading.Thread(target=worker.loop, daemon=True).start()
        else:
            worker.work = work
            worker.bell.release()  # it was given back once, so it is rung once

    def rest(self, worker):
        """Takes a worker back; false if there are idle ones enough."""
        with self._lock:
            if len(self._idle) >= IDLE:
                return False
            self._idle.append(worker)
            return True


class _Worker:
    def __init__(self, pool):
        self._pool = pool
        self.bell = threading.Lock()  # a semaphore is a lock behind much python
        self.bell.acquire()
        self.work = None

    def loop(self):
        while True:
            work, self.work = self.work, None
            work()
            del work
            if not self._pool.rest(self):
                return
            self.bell.acquire()
