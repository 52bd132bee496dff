"""What every action is made of."""
import json

from . import steps
from .refused import Refused

MOST_UNDO = 1 << 18  # characters


class Look:
    """What an action would do."""

    def __init__(self, commands=(), changes=(), undo=None, obstacles=(), said=()):
        self.commands = list(commands)
        self.changes = list(changes)
        self.undo = undo
        self.obstacles = list(obstacles)
        self.said = list(said)


class Action:
    """One thing to do. Its obstacles are those of the engine's port, by their names."""

    ARGS = ()

    def __init__(self, system, args):
        if sorted(args) != sorted(self.ARGS):
            raise Refused('bad_request', 'arguments')
        self.system = system
        self.args = args

    def look(self):
        """What it would do; changes nothing."""
        raise NotImplementedError

    def do(self, shown, caller):
        """Does what was shown and returns what it has to tell."""
        raise NotImplementedError

    def undo(self, undo, caller):
        """Restores what was there. What leaves nothing has nothing to undo."""
        raise Refused('bad_request', 'nothing to undo')

    def standing(self, undo):
        """What of it is in place."""
        return 'CANNOT_BE_TOLD'

    def rights_missing(self):
        """(obstacles, sentences) of the rights that are missing."""
        rights = self.system.rights
        missing = rights.missing()
        if missing is None:
            return [], []
        doubts = [said('rights.doubtful')] if missing == 'WANTS_PASSWORD' and rights.doubtful() else []
        return [missing], doubts

    def must_be_shown(self, shown):
        """Raises Refused if it would run anything else by now."""
        commands = self.look().commands
        if not commands or commands != shown.get('commands'):
            raise Refused('changed_meanwhile', 'what would be run')


class Stepwise(Action):
    """An action that is a row of steps, which are undone in the opposite order."""

    def where(self):
        """What the choice of the steps hangs on; they are only made where it is still the same."""
        raise NotImplementedError

    def step(self, kept):
        """A step from what was kept of it; None if it is none of this action's."""
        raise NotImplementedError

    def settle(self, step):
        """After a step was brought about, in either direction."""

    def keep(self, row):
        """The undo of a row of steps."""
        return json.dumps({'v': 1, 'where': self.where(), 'steps': [step.kept() for step in row]},
                          sort_keys=True)

    def do(self, shown, caller):
        row = self._row(shown.get('undo'), self.where())
        steps.unchanged(row)
        self.system.rights.check()
        self._make(row, True, caller)
        return self.done(row)

    def done(self, row):
        """What there is to tell afterwards."""
        return []

    def undo(self, undo, caller):
        row = [step for step in self._row(undo) if step.before != step.after]
        steps.unchanged(row)
        if all(step.now() == step.before and not step.left_behind() for step in row):
            return
        self.system.rights.check()
        self._make(row[::-1], False, caller)

    def standing(self, undo):
        return steps.standing(self._row(undo))

    def _make(self, row, forward, caller):
        for step in row:
            caller.must_wait()
            step.put(self.system.rights, step.after if forward else step.before)
            self.settle(step)

    def _row(self, undo, where=None):
        try:
            kept = json.loads(undo) if isinstance(undo, str) and len(undo) < MOST_UNDO else None
            if kept['v'] != 1:
                raise ValueError(kept['v'])
            if where is not None and kept['where'] != where:
                raise Refused('changed_meanwhile', 'what would be run')
            row = [self.step(one) for one in kept['steps']]
        except (TypeError, KeyError, ValueError, AttributeError):
            raise Refused('bad_request', 'undo') from None
        if not row or None in row:
            raise Refused('bad_request', 'undo')
        return row


def said(key, *args):
    """A sentence: a key below fix.hands in the bundle, and its arguments."""
    return {'key': key, 'args': list(args)}
