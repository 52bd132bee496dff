"""The steps of a change: each knows what was there, what is to be there, and what is there now."""
import base64
import json
import os
import shlex

from . import writer
from .refused import Refused

# What the python that runs as root is started with: it skips a password that nobody asked for,
# then runs what is announced by its length.
_BOOT = ('import sys;i=sys.stdin.buffer;'
         'exec(i.read(int(next(l for l in i if l[:10]==b"linkscope ")[10:])))')
_RUN = '''
import json
request = json.loads(sys.stdin.buffer.readline().decode())
try:
    print('done' if put(*request) else CHANGED)
except OSError as e:
    sys.exit('%s: %s' % (request[0], e.strerror))
'''


class Step:
    """One value at one place."""

    KIND = ''

    def __init__(self, before, after):
        self.before = before
        self.after = after

    def now(self):
        """The value that is there."""
        raise NotImplementedError

    def put(self, rights, value):
        """Brings the value about."""
        raise NotImplementedError

    def left_behind(self):
        """Whether an interrupted run left anything beside the value."""
        return False

    def place(self):
        """Where it is, for people."""
        raise NotImplementedError

    def shown(self, value):
        """A value, for people; None for nothing."""
        return value

    def kept(self):
        """What it takes to make this step again."""
        return {'kind': self.KIND, 'before': self.before, 'after': self.after}


class FileStep(Step):
    """A small text file of root's."""

    KIND = 'file'

    def __init__(self, path, before, after, folders, source):
        super().__init__(before, after)
        self.path = path
        self.folders = folders
        self._source = source

    @classmethod
    def to(cls, path, text, source):
        """The step from what is there now."""
        try:
            before = writer.state(path)
        except OSError as e:
            raise Refused('failed', '%s: %s' % (path, e.strerror)) from None
        after = {'content': base64.b64encode(text.encode('ascii')).decode(), 'mode': 0o644,
                 'uid': 0, 'gid': 0}
        return cls(path, before, after, writer.missing(path), source)

    @staticmethod
    def valid(value):
        """Whether this is the state of a file that could have been here."""
        if value is None:
            return True
        whole = [value[key] for key in ('mode', 'uid', 'gid')]
        return (all(isinstance(one, int) and 0 <= one < 1 << 32 for one in whole)
                and value['mode'] <= 0o777
                and len(base64.b64decode(value['content'], validate=True)) <= writer.MOST)

    def now(self):
        try:
            return writer.state(self.path)
        except OSError as e:
            raise Refused('failed', '%s: %s' % (self.path, e.strerror)) from None

    def put(self, rights, value):
        was = self.before if value == self.after else self.after
        program = (self._source + '\nimport sys' + _RUN).encode('ascii')
        request = json.dumps([self.path, was, value, self.folders]).encode('ascii')
        said = rights.run(
            [rights.python(), '-I', '-S', '-c', _BOOT],
            b'linkscope %d\n' % len(program) + program + request + b'\n')
        if said.strip() == writer.CHANGED:
            raise Refused('changed_meanwhile', self.path)

    def left_behind(self):
        return os.path.lexists(writer.beside(self.path)) or (
            self.before is None and any(os.path.isdir(folder) for folder in self.folders))

    def place(self):
        return self.path

    def shown(self, value):
        return None if value is None else _text(value).strip()

    def command(self, rights):
        """How a user would write it."""
        lines = ' '.join(shlex.quote(line) for line in _text(self.after).splitlines())
        return "printf '%%s\\n' %s | %s" % (lines, rights.shown('tee ' + shlex.quote(self.path)))

    def kept(self):
        return dict(super().kept(), path=self.path, folders=self.folders)


def standing(steps):
    """IN_PLACE, IN_PART or NOT_IN_PLACE, by the steps that change anything."""
    counted = [step for step in steps if step.before != step.after]
    values = [(step, step.now()) for step in counted]
    if all(value == step.after for step, value in values):
        return 'IN_PLACE'
    if all(value == step.before for step, value in values):
        return 'NOT_IN_PLACE'
    return 'IN_PART'


def unchanged(steps):
    """Raises Refused if anything is neither as it was nor as it is to be."""
    for step in steps:
        if step.now() not in (step.before, step.after):
            raise Refused('changed_meanwhile', step.place())


def changes(steps):
    """What will be another value afterwards, for people."""
    return [{'place': step.place(), 'before': step.shown(step.before),
             'after': step.shown(step.after)} for step in steps]


def _text(value):
    return base64.b64decode(value['content']).decode('utf-8', 'replace')
