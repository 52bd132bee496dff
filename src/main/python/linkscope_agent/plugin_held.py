"""The connection that was last seen to stand: looking at it again is cheap, where the kernel goes
through all of its table for every reading of it."""
from . import clock, files

TRUSTED = 60  # seconds; a connection that only the other side has closed shows in the table alone


class Held:
    """A socket, by its number and by the descriptor of the process that holds it; None where that
    is closed to us, and the table must be read every time."""

    def __init__(self, descriptor, number, since):
        self.since = since
        self._descriptor = descriptor
        self._number = number
        self._until = clock.boot() + TRUSTED

    def stands(self):
        """Whether that process holds it still, and the table was read not long ago."""
        return (self._descriptor is not None and clock.boot() < self._until
                and files.link(self._descriptor) == 'socket:[%s]' % self._number)
