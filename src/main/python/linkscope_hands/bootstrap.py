# The first lines of the program that is sent. The sender puts one line before them: MODULES, a dict
# from module name to source.
import sys
from importlib.machinery import ModuleSpec


class Memory:
    """Imports the modules of these packages from their sources in memory."""

    def __init__(self, modules):
        self.modules = modules

    def find_spec(self, name, path=None, target=None):
        if name not in self.modules:
            return None
        return ModuleSpec(name, self, origin='memory', is_package='.' not in name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        name = module.__name__
        exec(compile(self.modules[name], '<' + name + '>', 'exec'), module.__dict__)


sys.meta_path.insert(0, Memory(MODULES))  # noqa: F821 - the line before this file
from linkscope_hands import main  # noqa: E402

main.run(MODULES['linkscope_hands.writer'])  # noqa: F821
