"""A process of another program whose output is read. `subprocess` would take 2 MB for it."""
import _signal
import os

MISSING = 127  # status of a program that there is not, where nothing else tells (python 3.7)
_USUAL = (_signal.SIGPIPE, _signal.SIGXFSZ)  # python ignores them, programs expect them


class Child:
    """Runs from its making on, without input. A name without a folder is looked for in the usual
    ones. Raises OSError if it cannot be started."""

    def __init__(self, program, arguments, environment):
        self.output, theirs = os.pipe()
        self.status = None  # of its exit; below zero for the signal that ended it
        try:
            self._number = _start(program, [program] + list(arguments), environment, theirs)
        except BaseException:
            os.close(self.output)
            raise
        finally:
            os.close(theirs)

    def ended(self):
        """Whether it has ended."""
        if self.status is None:
            number, status = os.waitpid(self._number, os.WNOHANG)
            if number:
                self.status = (-os.WTERMSIG(status) if os.WIFSIGNALED(status)
                               else os.WEXITSTATUS(status))
        return self.status is not None

    def kill(self):
        """Ends it, if it has not ended."""
        if not self.ended():
            os.kill(self._number, _signal.SIGKILL)

    def close(self):
        """Its output is read no more."""
        os.close(self.output)


def _start(program, arguments, environment, output):
    if hasattr(os, 'posix_spawn'):
        nothing = os.devnull, os.O_RDWR, 0
        return os.posix_spawnp(
            program, arguments, environment, setsigdef=_USUAL,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0) + nothing, (os.POSIX_SPAWN_DUP2, output, 1),
                          (os.POSIX_SPAWN_OPEN, 2) + nothing])
    number = os.fork()  # python 3.7
    if number == 0:
        try:
            null = os.open(os.devnull, os.O_RDWR)
            for there, mine in enumerate((null, output, null)):
                os.dup2(mine, there)
            for usual in _USUAL:
                _signal.signal(usual, _signal.SIG_DFL)
            os.execvpe(program, arguments, environment)
        finally:
            os._exit(MISSING)
    return number
