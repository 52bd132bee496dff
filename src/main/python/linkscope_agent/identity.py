"""Who this agent is, and what it costs."""
import os
import time

from . import PROTOCOL, VERSION, clock, facts, traffic

PROCESS = os.urandom(6).hex()
_PSS_EVERY = 60  # seconds; the kernel walks all pages for it

_pss = [-1, 0]


def hello(detached, capabilities):
    """The first frame of a channel."""
    return {'t': 'hello', 'protocol': PROTOCOL, 'agent': VERSION, 'process': PROCESS,
            'detached': detached, 'boot': _line('/proc/sys/kernel/random/boot_id'),
            'machine': _machine(), 'clock': clock.pair(), 'python': facts.version(),
            'capabilities': capabilities}


def heartbeat(last):
    """A sign of life with this process's own cost."""
    times = os.times()
    cpu = time.process_time() + times.children_user + times.children_system
    sent, received = traffic.totals()
    return {'t': 'hb', 'last': last, 'clock': clock.pair(), 'cpu': int(cpu * 1000),
            'rss': _resident_kib(), 'pss': _proportional_kib(), 'tx': sent, 'rx': received}


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
    machine = _line('/etc/machine-id')
    if not machine:
        return ''
    import hashlib
    return hashlib.sha256(b'linkscope ' + machine.encode()).hexdigest()[:16]


def _line(path):
    try:
        with open(path) as source:
            return source.readline().strip()
    except OSError:
        return ''


def _resident_kib():
    try:
        return int(_line('/proc/self/statm').split()[1]) * os.sysconf('SC_PAGE_SIZE') // 1024
    except (IndexError, ValueError):
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _proportional_kib():
    if clock.awake() >= _pss[1]:
        _pss[:] = -1, clock.awake() + _PSS_EVERY
        try:
            with open('/proc/self/smaps_rollup') as rollup:
                for line in rollup:
                    if line.startswith('Pss:'):
                        _pss[0] = int(line.split()[1])
        except (OSError, ValueError):
            pass
    return _pss[0]
