"""The program for an interpreter of its own: compiled here, so that no trace of compiling stays in
the memory of the agent, which lives for days. Modules that nobody asks for stay packed there.

This module makes it, and is also the first that runs there, with PACKED: a dict from module name
to compressed code.
"""
import marshal
import sys
import zlib
from _frozen_importlib import ModuleSpec  # importlib.machinery would cost more than it is worth

_FIRST = __name__
# The program comes by standard input, so that nothing of it stands in the arguments.
STUB = ('import marshal,sys,zlib;p=marshal.load(sys.stdin.buffer);'
        'exec(marshal.loads(zlib.decompress(p["%s"])),{"__name__":"%s","PACKED":p})'
        % (_FIRST, _FIRST))


def pack(modules):
    """Sources by module name as what STUB reads. Without docstrings, which nobody asks for."""
    return marshal.dumps({
        name: zlib.compress(marshal.dumps(_bare(
            compile(source, '<%s>' % name, 'exec', dont_inherit=True, optimize=2))))
        for name, source in modules.items()})


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


class _Memory:
    """Imports the modules of this package; each is unpacked once."""

    def __init__(self, packed):
        self._packed = packed

    def find_spec(self, name, path=None, target=None):
        if name not in self._packed:
            return None
        return ModuleSpec(name, self, origin='memory', is_package='.' not in name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        packed = self._packed.pop(module.__name__)
        exec(marshal.loads(zlib.decompress(packed)), module.__dict__)


if 'PACKED' in globals():
    sys.meta_path.insert(0, _Memory(PACKED))  # noqa: F821 - given by STUB
    from linkscope_agent import detached
    detached.run()
