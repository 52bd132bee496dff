"""A request that is no GET of a page, and the head of its reply."""
from . import reply
from .attempt import Failed
from .connection import trouble


class InPhase:
    """An attempt whose request and reply belong to one phase, timed as `timed` if that is given."""

    def __init__(self, attempt, phase, timed=None):
        self.details = {}
        self.left = attempt.left
        self._attempt = attempt
        self._phase = phase
        self._timed = timed

    def enter(self, phase, timed=None):
        self._attempt.enter(self._phase, timed=self._timed or timed or phase)


def ask(attempt, sock, lines):
    """Sends these lines of a request and reads the head of the final reply."""
    attempt.enter('request')
    lines = lines + ['User-Agent: ' + reply.USER_AGENT, '', '']
    try:
        sock.settimeout(attempt.left())
        sock.sendall('\r\n'.join(lines).encode('ascii'))
    except OSError as e:
        raise Failed(trouble(e)) from None
    answer = reply.Reply(attempt, sock)
    while answer.status // 100 == 1 and answer.status != 101:
        attempt.left()
        answer = reply.Reply(attempt, sock, answer.rest)
    return answer
