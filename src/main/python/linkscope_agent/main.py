"""Starts as launcher, or where that is not possible as the agent itself on standard input and output."""
import os

from . import launcher, threads

STACK = 512 * 1024


def run(modules):
    """Serves the client at standard input until it leaves; never returns. `modules`: the sources
    of this program by name, for the agent that is started where there is none."""
    descriptor = os.dup(1)
    os.dup2(2, 1)  # nothing else may write between the frames
    if launcher.possible():
        launcher.run(descriptor, modules)
        os._exit(0)
    threads.stack_size(STACK)
    from . import identity
    from .agent import Agent
    identity.be_modest()
    agent = Agent(detached=False)
    agent.start()
    agent.attach(0, descriptor, lambda: None)
    threads.forever()
