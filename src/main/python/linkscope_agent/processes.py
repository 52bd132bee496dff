"""Processes of OctoPrint, and of Obico for Klipper, found by their command lines."""
import os

from . import clock, files, threads

OCTOPRINT, KLIPPER = 'octoprint', 'moonraker-obico'
_SCRIPTS = {'octoprint': OCTOPRINT, 'moonraker-obico': KLIPPER}
_MODULES = {'octoprint': OCTOPRINT, 'moonraker_obico': KLIPPER}
_AGAIN = 60  # seconds until /proc is searched for new processes
_WHOLE = 10  # searches until also those are looked at again that had been something else


class Process:
    """One process. `root` is where its own file system begins, or '' if it is ours or closed."""

    def __init__(self, folder, kind, arguments, start):
        self.folder = folder
        self.kind = kind
        self.pid = int(folder.rpartition('/')[2])
        self.arguments = arguments
        self.start = start
        self.uid = os.stat(folder).st_uid
        inside = folder + '/root'
        self.root = inside if os.path.isdir(inside) and not _same(inside, '/') else ''
        self.container = bool(self.root) or _in_container(folder)

    def alive(self):
        return _start(self.folder) == self.start

    def age(self):
        """Seconds since it started; 0 if nobody knows."""
        if self.start is None:
            return 0.0
        return max(0.0, clock.boot() - int(self.start) / os.sysconf('SC_CLK_TCK'))

    def option(self, *names):
        """Value of an option of its command line; None without."""
        for i, word in enumerate(self.arguments):
            name, _, value = word.partition('=')
            if name in names:
                return value or (self.arguments[i + 1] if i + 1 < len(self.arguments) else None)
        return None

    def environment(self):
        """Home and proxies of its environment; None if it is closed to us."""
        try:
            pairs = os.fsdecode(files.raw(self.folder + '/environ')).split('\0')
        except OSError:
            return None
        found = dict(pair.partition('=')[::2] for pair in pairs)
        return {name: value for name, value in found.items()
                if name == 'HOME' or name.lower().endswith('_proxy')}

    def home(self):
        """Home folder of its user, in its own file system; None if nobody knows."""
        environment = self.environment() or {}
        if environment.get('HOME'):
            return environment['HOME']
        import pwd
        try:
            return pwd.getpwuid(self.uid).pw_dir
        except KeyError:
            return None


class Finder:
    """Remembers what it found; searching all of /proc is dear."""

    def __init__(self, proc='/proc'):
        self._proc = proc
        self._lock = threads.Lock()
        self._found = []
        self._others = set()
        self._searches = 0
        self._due = None

    def processes(self, kind):
        """Living processes of a kind, by their number."""
        with self._lock:
            living = [process for process in self._found if process.alive()]
            now = clock.awake()
            if len(living) < len(self._found):
                self._others.clear()
                self._due = None
            if self._due is None or now >= self._due:
                self._due = now + _AGAIN
                living = self._search({str(process.pid): process for process in living})
            self._found = living
        return [process for process in living if process.kind == kind]

    def _search(self, living):
        names = set(filter(str.isdigit, files.names(self._proc)))
        self._searches += 1
        if self._searches % _WHOLE == 0:
            self._others.clear()
        self._others &= names
        found = list(living.values())
        for name in names - self._others - set(living):
            process = self._look('%s/%s' % (self._proc, name))
            if process is None:
                self._others.add(name)
            else:
                found.append(process)
        return sorted(found, key=lambda process: process.pid)

    @staticmethod
    def _look(folder):
        try:
            arguments = os.fsdecode(files.raw(folder + '/cmdline', 4096)).split('\0')
            kind = kind_of(arguments)
            return kind and Process(folder, kind, arguments, _start(folder))
        except OSError:  # it has ended
            return None


def kind_of(arguments):
    """OCTOPRINT: `octoprint serve`, `python .../bin/octoprint`, `python -m octoprint`; KLIPPER:
    `python -m moonraker_obico.app`; None: anything else, an editor that only names them too."""
    program = arguments[0].rpartition('/')[2]
    if program in _SCRIPTS:
        return _SCRIPTS[program]
    if not program.startswith(('python', 'pypy')):
        return None
    for i, word in enumerate(arguments[1:6], 1):
        if word == '-m':
            return _MODULES.get((arguments[i + 1:i + 2] or [''])[0].partition('.')[0])
        if not word.startswith('-'):
            return _SCRIPTS.get(word.rpartition('/')[2])
    return None


def _start(folder):
    """When it started, in ticks: tells a process from a later one of the same number (proc(5))."""
    try:
        return files.text(folder + '/stat', 4096).rpartition(')')[2].split()[19]
    except (OSError, IndexError):
        return None


def _in_container(folder):
    try:
        groups = files.text(folder + '/cgroup', 8192)
    except OSError:
        return False
    return any(word in groups for word in ('docker', 'containerd', 'libpod', 'lxc', 'kubepods'))


def _same(one, other):
    try:
        return os.path.samefile(one, other)
    except OSError:
        return True


finder = Finder()
