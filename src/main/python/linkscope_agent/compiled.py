"""The first that runs in the agent's own interpreter: gets the other modules as they are imported.

Another process, `compiler`, makes their code: so no trace of compiling stays in the memory of the
agent, which lives for days, and nothing is compiled before it is needed.
"""
import marshal
import os
import sys
import zlib
from _frozen_importlib import ModuleSpec  # importlib.machinery would cost more than it is worth
from _thread import allocate_lock

_FIRST = __name__
_PACKAGE = _FIRST.partition('.')[0]
SIZE = 4  # bytes that tell how long a message is, the highest first
# The program comes by standard input, so that nothing of it stands in the arguments.
STUB = ('import marshal,sys;exec(marshal.load(sys.stdin.buffer),{"__name__":"%s","LINK":0})'
        % _FIRST)


def tell(link, data):
    """A message to the other process. Raises OSError."""
    data = len(data).to_bytes(SIZE, 'big') + data
    while data:
        data = data[os.write(link, data):]


def hear(link):
    """A message of the other process; None if it is gone. Raises OSError."""
    size = _exactly(link, SIZE)
    return size and _exactly(link, int.from_bytes(size, 'big'))


def _exactly(link, size):
    pieces = []
    while size > 0:
        piece = os.read(link, size)
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b''.join(pieces)


class Supply:
    """Imports the modules of this package, and makes regular expressions without `re`, which takes
    1.2 MB: both from what the other process says, until all that may be needed is here."""

    def __init__(self, link):
        self._link = link
        self._lock = allocate_lock()
        self._packed = {}

    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] != _PACKAGE:
            return None
        return ModuleSpec(name, self, origin='memory', is_package='.' not in name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        name = module.__name__
        with self._lock:
            if self._link is not None:
                code = self._ask(name)
            else:
                packed = self._packed.pop(name, None)
                code = packed and marshal.loads(zlib.decompress(packed))
        if code is None:
            raise ImportError(name)
        exec(code, module.__dict__)

    def pattern(self, text, flags):
        """As re.compile()."""
        with self._lock:
            prepared = self._link is not None and self._ask((text, flags))
        if not prepared:  # a module that hardly anybody asks for
            import re
            return re.compile(text, flags)
        import _sre
        return _sre.compile(*prepared)

    def settle(self):
        """Takes what was not asked for yet, compressed; the other process ends."""
        with self._lock:
            if self._link is not None:
                self._packed = self._ask(None)
                os.close(self._link)
                self._link = None

    def _ask(self, what):
        try:
            tell(self._link, marshal.dumps(what))
            answer = hear(self._link)
        except OSError:
            answer = None
        if answer is None:
            os._exit(70)  # half a program; the next launcher starts another one
        return marshal.loads(answer)


if 'LINK' in globals():
    supply = Supply(os.dup(LINK))  # noqa: F821 - given by STUB
    sys.meta_path.insert(0, supply)
    from linkscope_agent import patterns
    patterns.prepared = supply.pattern
    from linkscope_agent import detached
    detached.run(supply.settle)
