"""Whether a camera is stuck at one picture."""

from . import clock, threads

# A sensor's noise changes every picture, so two that are identical byte by byte are one and the
# same, sent twice. A slow camera does that; hardly any takes half a minute for the next, and three
# in a row are no chance meeting at a long cadence either.
PICTURES = 3
SECONDS = 30


class FrozenWatch:
    """Counts identical pictures in a row; tells true or false once known, and at each change."""

    def __init__(self, tell, now=clock.awake):
        self._tell = tell
        self._now = now
        self._lock = threads.Lock()
        self._last = None
        self._since = 0
        self._same = 0
        self._told = None

    def see(self, picture):
        """Takes what identifies a picture; returns how many in a row, this one included, it was."""
        with self._lock:
            now = self._now()
            changed = self._last is not None and picture != self._last
            if picture != self._last:
                self._last, self._since, self._same = picture, now, 0
            self._same += 1
            if changed:
                self._say(False)
            elif self._same >= PICTURES and now - self._since >= SECONDS:
                self._say(True)
            return self._same

    def _say(self, frozen):
        if frozen != self._told:
            self._told = frozen
            self._tell('true' if frozen else 'false')
