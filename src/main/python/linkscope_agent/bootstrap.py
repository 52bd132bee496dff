# The first lines of the program that is sent. The sender puts one line before them: MODULES, a dict
# from module name to source. Written for any python 3, because the version is checked here.
import sys
from importlib.machinery import ModuleSpec


class Memory:
    """Imports the modules of this package from their sources in memory."""

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


if sys.version_info < (3, 7):
    print('linkscope_agent OLD_PYTHON ' + '.'.join(map(str, sys.version_info[:3])))
    sys.stdout.flush()
    sys.exit(3)

sys.meta_path.insert(0, Memory(MODULES))  # noqa: F821 - the line before this file
from linkscope_agent import main  # noqa: E402

main.run(MODULES)  # noqa: F821
