"""Who this agent is, and what it costs."""
import os
import sys
import time

from . import PROTOCOL, VERSION, basic, clock, files, traffic

PROCESS = os.urandom(6).hex()
_MEMORY_EVERY = 60  # seconds; the kernel walks all pages for it

_resident = _proportional = -1
_memory_until = 0.0


def hello(detached, capabilities):
    """The first frame of a channel."""
    return {'t': 'hello', 'protocol': PROTOCOL, 'agent': VERSION, 'process': PROCESS,
            'detached': detached, 'boot': files.line('/proc/sys/kernel/random/boot_id') or '',
            'machine': _machine(), 'clock': clock.pair(), 'python': python(),
            'capabilities': capabilities}


def python():
    """Version of this python."""
    return '.'.join(map(str, sys.version_info[:3]))


def heartbeat(last):
    """A sign of life with this process's own cost."""
    times = os.times()
    cpu = time.process_time() + times.children_user + times.children_system
    resident, proportional = _memory()
    sent, received = traffic.totals()
    return {'t': 'hb', 'last': last, 'clock': clock.pair(), 'cpu': int(cpu * 1000),
            'rss': resident, 'pss': proportional, 'tx': sent, 'rx': received}


def name_process():
    """What ps shows; fifteen letters are all there is room for."""
    try:
        with open('/proc/self/comm', 'w') as name:
            name.write('linkscope_agent')
    except OSError:
        pass


def be_modest():
    """Gives way to everything else on this computer, as far as that is allowed."""
    try:
        os.nice(10)
    except OSError:
        pass
    try:
        with open('/proc/self/oom_score_adj', 'w') as score:
            score.write('500')
    except OSError:
        pass


def _machine():
    """Tells two computers apart without telling their machine id (machine-id(5) asks for a hash)."""
    machine = files.line('/etc/machine-id')
    if not machine:
        return ''
    return basic.sha256(b'linkscope ' + machine.encode())[:16]


def _memory():
    """(resident, proportional) kibibytes, -1 where that is not told; read seldom."""
    global _resident, _proportional, _memory_until
    if clock.awake() >= _memory_until:
        _memory_until = clock.awake() + _MEMORY_EVERY
        try:
            table = files.text('/proc/self/smaps_rollup', 4096).split()
            _resident = int(table[table.index('Rss:') + 1])
            _proportional = int(table[table.index('Pss:') + 1])
        except (OSError, ValueError):
            _resident, _proportional = _resident_kib(), -1
    return _resident, _proportional


def _resident_kib():
    try:
        return int(files.text('/proc/self/statm').split()[1]) * os.sysconf('SC_PAGE_SIZE') // 1024
    except (OSError, IndexError, ValueError):
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
