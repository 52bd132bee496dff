"""What a channel starts: finds the agent of this user, or becomes its parent, and passes bytes on.

Binding an abstract unix socket (unix(7)) is the lock: no file, and of any number of launchers one
succeeds. The agent is an interpreter of its own that is given its program compiled, as it needs it.
"""
import fcntl
import os
import sys
import time

from . import PROTOCOL, VERSION, compiled, compiler, door, frames, threads
from . import sockets as socket

NAMES = 4  # names to try when other users hold the first ones
BACKLOG = 64
ATTEMPTS = 40
PAUSE = 0.05
PATIENCE = 5.0  # seconds for an agent to greet, or to make room


def possible():
    """Whether this system has abstract sockets and says who is at the other end."""
    return sys.platform.startswith('linux') and hasattr(socket, 'SO_PEERCRED')


def run(output, modules):
    """Serves the client at standard input and that output with the agent of this user, which is
    made of those sources if there is none."""
    for name in _names():
        for _ in range(ATTEMPTS):
            sock = _connect(name)
            if sock is None:
                _become_parent(name, modules)
            elif not door.own_peer(sock):
                sock.close()
                break
            elif _serve(sock, output):
                return
            time.sleep(PAUSE)
    sys.stderr.write('No agent could be reached or started.\n')
    os._exit(4)


def _names():
    """In the order to try; the environment can ask for an agent apart from the usual one."""
    base = '\0linkscope_agent-%d%s' % (os.getuid(), os.environ.get('LINKSCOPE_AGENT', '')[:40])
    return [base] + ['%s.%d' % (base, i) for i in range(1, NAMES)]


def _connect(name):
    """A connection to whoever holds the name; None if nobody does."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.connect(name)
        return sock
    except OSError:
        sock.close()
        return None


def _become_parent(name, modules):
    """Starts an agent that holds the name, unless somebody was quicker."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.bind(name)
    except OSError:
        listening.close()
        return
    listening.listen(BACKLOG)
    child = os.fork()
    if child == 0:
        _start_agent(listening, modules)
    os.waitpid(child, 0)
    listening.close()


def _start_agent(listening, modules):
    """Starts the agent, which has neither terminal nor parent, and compiles for it; never returns.
    No thread exists yet."""
    try:
        os.setsid()
        # No child of the launcher's, which may be ended together with all below it.
        if os.fork() > 0:
            os._exit(0)
        ours, theirs = socket.socketpair()
        if os.fork() == 0:
            _become_agent(listening, theirs)
        null = os.open(os.devnull, os.O_RDWR)
        _keep((null, null, null, ours.fileno()))  # neither the channel nor the name
        compiler.serve(door.NUMBER, modules)
    finally:
        os._exit(1)


def _keep(descriptors):
    """These become the first ones, whatever their numbers are now; all others are closed."""
    taken = [fcntl.fcntl(number, fcntl.F_DUPFD, len(descriptors)) for number in descriptors]
    for number, there in enumerate(taken):
        os.dup2(there, number)
    for number in map(int, os.listdir('/proc/self/fd')):
        if number >= len(descriptors):
            try:
                os.close(number)
            except OSError:  # that of the listing
                pass


def _become_agent(listening, link):
    """The interpreter anew: its input is the compiler, door.NUMBER the listening socket."""
    try:
        os.chdir('/')
        null = os.open(os.devnull, os.O_RDWR)
        program = sys.executable or '/proc/self/exe'
        _keep((link.fileno(), null, null, listening.fileno()))
        os.execve(program, [program, '-I', '-S', '-B', '-c', compiled.STUB,
                                   'linkscope_agent'],
                  dict(os.environ, MALLOC_ARENA_MAX='1'))
    finally:
        os._exit(1)


def _serve(sock, output):
    """Greets and passes bytes on; false if the agent leaves, or has to make room for this one."""
    sock.settimeout(PATIENCE)
    try:
        greeting = _greeting(sock)
        if not greeting:
            return False
        hello = frames.decode(greeting.split(b'\n', 1)[0])
        if _older(hello):
            sock.sendall(b'{"t":"replace"}\n')
            while sock.recv(65536):
                pass
            return False
        sock.settimeout(None)
        _relay(sock, output, greeting)
        return True
    except (OSError, ValueError):
        return False
    finally:
        sock.close()


def _greeting(sock):
    data = b''
    while b'\n' not in data and len(data) < 65536:
        more = sock.recv(65536)
        if not more:
            return b''
        data += more
    return data


def _older(hello):
    def version(text):
        return [int(part) if part.isdigit() else 0 for part in str(text).split('.')]
    there = hello.get('protocol', 0), version(hello.get('agent', ''))
    return there < (PROTOCOL, version(VERSION))


def _relay(sock, output, data):
    """Until either side is gone, which is no reason to look for another agent."""
    threads.Thread(_pass_input, sock)
    try:
        while data:
            while data:
                data = data[os.write(output, data):]
            data = sock.recv(65536)
    except OSError:
        pass


def _pass_input(sock):
    """What the client says; its end is the end of the channel, not of the agent."""
    source = sys.stdin.buffer
    try:
        data = source.read1(65536)
        while data:
            sock.sendall(data)
            data = source.read1(65536)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
