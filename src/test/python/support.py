"""What the tests share: the fault server, one probe at a time, and the agent as a process."""
import json
import os
import queue
import subprocess
import sys
import threading
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, '..', '..', 'main', 'python')
sys.path.insert(0, SOURCES)
PACKAGE = os.path.join(SOURCES, 'linkscope_agent')
CA = os.path.join(HERE, 'certs', 'ca.pem')
os.environ['REQUESTS_CA_BUNDLE'] = CA
for name in [name for name in os.environ if name.lower().endswith('_proxy')]:
    del os.environ[name]  # of whoever runs the tests

from linkscope_agent import proxies, request  # noqa: E402
from linkscope_agent.crew import Crew  # noqa: E402
from linkscope_agent.prober import Prober  # noqa: E402

PATIENCE = 15
octoprints_variables = proxies._octoprint
proxies._octoprint = lambda: None  # whatever else runs on the computer of the tests


class Lines:
    """Lines of a process, read on a thread so that waiting for one is bounded."""

    def __init__(self, stream):
        self._queue = queue.Queue()
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream):
        try:
            for line in stream:
                self._queue.put(line)
        except ValueError:
            pass  # closed meanwhile
        self._queue.put(None)

    def next(self, patience=PATIENCE):
        """The next line; None at the end."""
        return self._queue.get(timeout=patience)


class FaultServer:
    """The fault server as a process."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, 'faultserver.py')], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self._lines = Lines(self._process.stdout)
        self.ports = json.loads(self._lines.next())
        self.requests = []

    def set(self, **command):
        """Sets a mode and waits until it is in force."""
        self._process.stdin.write(json.dumps(command).encode() + b'\n')
        self._process.stdin.flush()
        while True:
            frame = json.loads(self._lines.next())
            if frame['t'] == 'mode':
                return
            self.requests.append(frame)

    def seen(self, part):
        """Requests of a part until now."""
        self.set(**{part: 'ok'})
        return [frame for frame in self.requests if frame['part'] == part]

    def url(self, port, path='/api/v1/octo/printer/', host='127.0.0.1'):
        scheme = 'https' if 'https' in port else 'http'
        return '%s://%s:%d%s' % (scheme, host, self.ports[port], path)

    def close(self):
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._process.stdout.close()


def spec(probe, **more):
    frame = dict({'target': probe, 'probe': probe, 'cadence': 1, 'deadline': 2, 'slots': 1,
                  'name': 'printer.test', 'url': ''}, **more)
    return request.ProbeSpec(frame)


class Bench:
    """Runs probes with the agent's own threads, and collects outcomes and facts."""

    def __init__(self):
        self._crew = Crew()
        self._crew.start()
        self.facts = []

    def prober(self, asked, probe, outcomes):
        done = threading.Event()
        prober = Prober(asked, probe, self._crew, done.set)
        prober.join(_Listener(asked, outcomes))
        return prober, done

    def run(self, asked, probe=None):
        """All outcomes of a finite probe."""
        outcomes = []
        probe = probe or self.make(asked)
        prober, done = self.prober(asked, probe, outcomes)
        prober.start()
        assert done.wait(PATIENCE)
        return outcomes

    def make(self, asked):
        return request.PROBES[asked.probe](asked, lambda *fact: self.facts.append(fact))


class _Listener:
    def __init__(self, asked, outcomes):
        self._asked = asked
        self._outcomes = outcomes

    def heard(self, outcome):
        self._outcomes.append(dict(outcome, i=self._asked.target, p=self._asked.probe))


def verdict(outcome):
    """Result, phase and class of an outcome in one text."""
    return ' '.join([outcome['r']] + [outcome[key] for key in ('ph', 'c') if key in outcome])


BOOT = ("import sys,zlib;print(*sys.argv[1:],flush=True);i=sys.stdin.buffer;"
        "exec(zlib.decompress(i.read(int(next(l for l in i if l.strip())))))")


def program():
    """The whole agent as one program, put together as the Java side does."""
    modules = {}
    for name in sorted(os.listdir(PACKAGE)):
        if name.endswith('.py') and name != 'bootstrap.py':
            module = 'linkscope_agent' + ('' if name == '__init__.py' else '.' + name[:-3])
            with open(os.path.join(PACKAGE, name)) as source:
                modules[module] = source.read()
    with open(os.path.join(PACKAGE, 'bootstrap.py')) as source:
        return 'MODULES = %s\n%s' % (json.dumps(modules), source.read())


def own_name():
    """A name of an agent that nobody else uses, for LINKSCOPE_AGENT."""
    return '-test-' + os.urandom(6).hex()


class AgentProcess:
    """A launcher as a channel starts it, from memory, on pipes, with an agent apart from others."""

    def __init__(self, name=None, source=None, user=None):
        self.name = name or own_name()
        self.process = subprocess.Popen(
            [sys.executable, '-I', '-S', '-c', BOOT, 'linkscope_agent', 'READY', '1'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=dict(os.environ, LINKSCOPE_AGENT=self.name),
            preexec_fn=None if user is None else lambda: os.setuid(user))
        assert self.process.stdout.readline() == b'linkscope_agent READY 1\n'
        packed = zlib.compress((source or program()).encode())
        self.write(b'%d\n' % len(packed) + packed)
        self._lines = None

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def say(self, **command):
        self.write(json.dumps(command).encode() + b'\n')

    def subscribe(self, name='s1', lease=30, probes=(), known=None):
        self.say(t='subscribe', id=name, instance='test', lease=lease, probes=list(probes),
                 **{'from': known})

    def agents(self):
        """Ids of the detached agents of this name."""
        found = []
        for number in filter(str.isdigit, os.listdir('/proc')):
            try:
                with open('/proc/%s/comm' % number) as comm:
                    with open('/proc/%s/environ' % number) as environ:
                        if comm.read() == 'linkscope_agent\n' and self.name in environ.read():
                            found.append(int(number))
            except OSError:
                pass
        return found

    def next(self, kind=None):
        """The next frame, or the next of a kind; None at the end."""
        if self._lines is None:
            self._lines = Lines(self.process.stdout)
        while True:
            line = self._lines.next()
            if line is None:
                return None
            frame = json.loads(line)
            if kind is None or frame['t'] == kind:
                return frame

    def until(self, kind):
        """All frames up to the first of a kind."""
        frames = []
        while True:
            frame = self.next()
            assert frame is not None, frames
            frames.append(frame)
            if frame['t'] == kind:
                return frames

    def exit(self, patience=PATIENCE):
        """Its exit code."""
        return self.process.wait(patience)

    def close(self):
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                pass
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for agent in self.agents():
            os.kill(agent, 9)


def ask(probe, **more):
    """A probe as a member of a subscription."""
    return dict({'target': probe.split('.')[0], 'probe': probe, 'cadence': 1, 'deadline': 2,
                 'slots': 0}, **more)


def eventually(condition, patience=PATIENCE):
    """Waits for a condition that no event announces."""
    until = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < until, 'did not come true in time'
        time.sleep(0.02)
