"""What is compared: here the agent, and what it is measured with.

Each contender makes the same probe: name lookup, TCP, TLS 1.3 with verification, GET, a JSON reply
of 1200 bytes, on a new connection, at the rate asked for.
"""
import json
import os
import subprocess
import threading
import time
import zlib

import support

WARM = 2.0  # seconds of probing before anything is measured

# The agent's own attempts, without its timer, threads, memory and writer.
LOOP = '''
import json, sys, time
sys.path.insert(0, sys.argv[1])
from linkscope_agent import request
from linkscope_agent.attempt import Attempt
spec = request.ProbeSpec(json.loads(sys.argv[2]))
probe = request.PROBES[spec.probe](spec, lambda *fact: None)
until, n = time.monotonic() + float(sys.argv[3]), -20
while time.monotonic() < until:
    if n == 0:
        begun = time.process_time()
    attempt = Attempt(n, spec.deadline, probe.first_phase, lambda *outcome: None)
    probe.run(attempt)
    attempt.ok()
    n += 1
print(time.process_time() - begun, n)
'''


def cpu(pid):
    """Seconds of processor time of a process, and of its children that have ended."""
    own = time.clock_gettime(~pid << 3 | 2)  # clock_getcpuclockid(3), in nanoseconds
    with open('/proc/%d/stat' % pid) as stat:
        children = stat.read().rpartition(')')[2].split()[13:15]
    return own + sum(map(int, children)) / os.sysconf('SC_CLK_TCK')


def memory(pid):
    """Kibibytes of a process by name: Rss, Pss, and what is its alone."""
    found = {}
    with open('/proc/%d/smaps_rollup' % pid) as rollup:
        for line in rollup:
            words = line.split()
            if words[-1] == 'kB':
                found[words[0].rstrip(':')] = int(words[1])
    return {'rss': found['Rss'], 'pss': found['Pss'],
            'own': found['Private_Clean'] + found['Private_Dirty']}


def paced(rate, seconds, probe):
    """Calls `probe` at a rate, None for no pause; how often."""
    begun, n = time.monotonic(), 0
    while n < rate * seconds if rate else time.monotonic() < begun + seconds:
        if rate:
            time.sleep(max(0, begun + n / rate - time.monotonic()))
        probe()
        n += 1
    return n


class Agent:
    """The agent as it is sent to a Pi: every process of it counts, whatever it detached from."""

    def __init__(self, world, version, python):
        self.name = 'agent, python ' + version
        self.idle_cpu = 0.0
        self.memory = {}
        self._world = world
        self._python = python

    def idle(self, seconds):
        """CPU seconds a second with a subscription that asks for next to nothing."""
        with _Running(self._world, self._python, [_ask(self._world, 0, 86400)]) as agent:
            time.sleep(WARM)
            self.idle_cpu = agent.measure(seconds)[0] / seconds
        return self.idle_cpu

    def run(self, rate, seconds):
        """(CPU seconds, probes that came out well). Without a pause it is the probe alone."""
        if rate is None:
            return self._loop(seconds)
        streams = max(1, rate // 10)  # a cadence is at least 0.1 s
        asked = [_ask(self._world, i, streams / rate) for i in range(streams)]
        with _Running(self._world, self._python, asked) as agent:
            time.sleep(WARM)
            measured = agent.measure(seconds)
            self.memory = agent.memory()
            return measured

    def _loop(self, seconds):
        asked = json.dumps(_ask(self._world, 0, 1))
        spent, n = subprocess.check_output(
            [self._python, '-I', '-S', '-B', '-c', LOOP, support.SOURCES, asked, str(seconds)],
            env=dict(self._world.environment(), MALLOC_ARENA_MAX='1')).split()
        return float(spent), int(n)

    def day(self, asked, seconds):
        """(CPU seconds of a day at this rate, those of the relay, outcomes by verdict, memory).

        The relay belongs to a client that is there, not to the agent."""
        with _Running(self._world, self._python, asked) as agent:
            time.sleep(WARM)
            before, began = agent.cpu(), time.monotonic()
            time.sleep(seconds)
            after, took = agent.cpu(), time.monotonic() - began
            spent = {pid: (after[pid] - before[pid]) / took * 86400
                     for pid in after if pid in before}
            relay = spent.pop(agent.relay, 0.0)
            return sum(spent.values()), relay, agent.verdicts(), agent.memory(relay=False)


def _ask(world, i, cadence):
    return {'target': 't%d' % i, 'probe': 'server.http', 'cadence': cadence, 'deadline': 5,
            'slots': 0, 'url': world.url('?%d' % i), 'spread': 0.1}


class _Running:
    """One run of the agent. Its processes are known by a mark in their environment."""

    def __init__(self, world, python, asked):
        self._mark = b'LINKSCOPE_COST=' + os.urandom(8).hex().encode()
        environment = world.environment()
        environment['LINKSCOPE_COST'] = self._mark.partition(b'=')[2].decode()
        environment['MALLOC_ARENA_MAX'] = '1'
        self._process = subprocess.Popen(
            [python, '-I', '-S', '-c', support.BOOT, 'linkscope_agent', 'READY', '1'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        assert self._process.stdout.readline() == b'linkscope_agent READY 1\n'
        packed = zlib.compress(support.program().encode())
        self._say(b'%d\n' % len(packed) + packed)
        frame = {'t': 'subscribe', 'id': 's', 'instance': 'cost', 'lease': 3600, 'from': None,
                 'probes': asked}
        self._say(json.dumps(frame).encode() + b'\n')
        self._ok = 0
        self._verdicts = {}
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._say(b'{"t":"stop","id":"s"}\n')
            self._process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._process.stdin.close()

    @property
    def relay(self):
        """Number of the process that passes bytes between the client and the agent."""
        return self._process.pid

    def measure(self, seconds):
        before, well = self.cpu(), self._ok
        time.sleep(seconds)
        after = self.cpu()
        spent = sum(after[pid] - before[pid] for pid in after if pid in before)
        return spent, self._ok - well

    def memory(self, relay=True):
        """Sums over its processes."""
        each = [memory(pid) for pid in self._pids() if relay or pid != self.relay]
        return {key: sum(one[key] for one in each) for key in each[0]}

    def verdicts(self):
        return dict(self._verdicts)

    def _say(self, data):
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def _read(self):
        for line in self._process.stdout:
            frame = json.loads(line)
            if frame['t'] == 'o':
                via = frame.get('d', {}).get('via')
                verdict = frame['p'] + ' ' + support.verdict(frame) + (' by ' + via if via else '')
                self._ok += frame['r'] == 'ok'
                self._verdicts[verdict] = self._verdicts.get(verdict, 0) + 1
        self._process.stdout.close()

    def _pids(self):
        found = []
        for entry in os.listdir('/proc'):
            if entry.isdigit():
                try:
                    with open('/proc/%s/environ' % entry, 'rb') as environ:
                        if self._mark in environ.read():
                            found.append(int(entry))
                except OSError:
                    pass
        return found

    def cpu(self):
        """Seconds of each process until now."""
        found = {}
        for pid in self._pids():
            try:
                found[pid] = cpu(pid)
            except OSError:  # a child that has just ended
                pass
        return found
