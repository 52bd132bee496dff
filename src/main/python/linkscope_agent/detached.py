"""The agent behind its listening socket."""
import _signal  # signal would make classes of its constants
import gc
import os

from . import clock, door, identity, threads
from . import sockets as socket
from .agent import Agent

STACK = 256 * 1024
SETTLED = 90  # seconds until every probe that is made each minute was made


def run(settle):
    """Is the agent until it has no subscription any more; never returns. The launcher has left it
    the listening socket, and at its input who compiles for it. `settle` ends that one."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.set_inheritable(door.NUMBER, False)
    _signal.signal(_signal.SIGHUP, _signal.SIG_IGN)
    threads.stack_size(STACK)
    identity.name_process()
    identity.be_modest()
    way_in = door.Door(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, door.NUMBER))
    agent = Agent(detached=True, settle=settle)
    agent.start(way_in)
    # What is there by then stays, and need not be looked through for garbage any more.
    agent.crew.at(clock.boot() + SETTLED, gc.freeze)
    way_in.open(agent)
    threads.forever()  # the farewell is said on other threads
