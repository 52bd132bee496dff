"""The process beside a new agent that compiles for it, until the agent has all it may need."""
import marshal
import os
import sys
import zlib

from . import compiled


def serve(link, modules):
    """Sends the first module, then whatever is asked for; returns when the other end is gone or
    has taken the rest. `modules`: sources by name."""
    left = dict(modules)
    first = marshal.dumps(_code(compiled.__name__, left.pop(compiled.__name__)))
    try:
        while first:
            first = first[os.write(link, first):]
        while True:
            asked = compiled.hear(link)
            if asked is None:
                return
            asked = marshal.loads(asked)
            compiled.tell(link, marshal.dumps(_answer(asked, left)))
            if asked is None:
                return
    except OSError:
        pass


def _answer(asked, left):
    """The code of a module by its name, None for what is none; what makes a regular expression of
    (text, flags); all that is left, compressed, for None."""
    if asked is None:
        return {name: zlib.compress(marshal.dumps(_code(name, source)))
                for name, source in left.items()}
    if isinstance(asked, tuple):
        return _pattern(*asked)
    source = left.pop(asked, None)
    return source and _code(asked, source)


def _code(name, source):
    """Without docstrings, which nobody asks for."""
    return _bare(compile(source, '<%s>' % name, 'exec', dont_inherit=True, optimize=2))


def _bare(code):
    """Without line numbers: nobody could read a traceback of the agent, and they take 0.1 MB."""
    constants = tuple(_bare(one) if isinstance(one, type(code)) else one for one in code.co_consts)
    if hasattr(code, 'replace'):
        table = 'co_linetable' if hasattr(code, 'co_linetable') else 'co_lnotab'
        return code.replace(co_consts=constants, **{table: b''})
    return type(code)(  # python 3.7
        code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_stacksize,
        code.co_flags, code.co_code, constants, code.co_names, code.co_varnames,
        code.co_filename, code.co_name, code.co_firstlineno, b'', code.co_freevars,
        code.co_cellvars)


class _Arguments:
    """In the place of `_sre` beneath `re`: what it would be called with."""

    def __init__(self, sre):
        self._sre = sre

    def __getattr__(self, name):
        return getattr(self._sre, name)

    @staticmethod
    def compile(text, flags, code, groups, names, indices):
        return text, int(flags), [int(one) for one in code], groups, dict(names), tuple(indices)


def _pattern(text, flags):
    """Arguments of _sre.compile() in this very version of python; None if `re` is not as it was in
    all versions until now, and the agent has to ask it itself."""
    import re
    beneath = sys.modules.get('re._compiler') or re.sre_compile
    try:
        usual, beneath._sre = beneath._sre, _Arguments(beneath._sre)
        try:
            return beneath.compile(text, flags)
        finally:
            beneath._sre = usual
    except (AttributeError, TypeError, ValueError):
        return None
