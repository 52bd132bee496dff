"""All probers of the agent; equal ones are shared, so that two clients cost the server no more."""

from . import threads
from .prober import Prober
from .request import PROBES


class Probers:
    """Makes probers, and remembers the endless ones by what they do."""

    def __init__(self, crew, tell_fact):
        self._crew = crew
        self._tell_fact = tell_fact
        self._lock = threads.Lock()
        self._shared = {}

    def get(self, spec, listener, done):
        """(prober, boot time of slot 0 for that listener); the prober may be running already."""
        with self._lock:
            prober = None if spec.slots else self._shared.get(spec.sameness())
            if prober is None:
                probe = PROBES[spec.probe](spec, self._tell_fact)
                prober = Prober(spec, probe, self._crew, done)
                if not spec.slots:
                    self._shared[spec.sameness()] = prober
            return prober, prober.join(listener)

    def release(self, prober, listener):
        """A listener goes; the last one ends the prober."""
        with self._lock:
            if prober.leave(listener) and self._shared.get(prober.spec.sameness()) is prober:
                del self._shared[prober.spec.sameness()]
