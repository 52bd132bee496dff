"""Starts the agent on standard input and output."""
import os
import sys
import threading

from . import identity
from .agent import Agent

LINE_LIMIT = 65536
STACK = 512 * 1024


def run():
    """Serves the client at standard input until it leaves; never returns."""
    threading.stack_size(STACK)
    identity.be_modest()
    descriptor = os.dup(1)
    os.dup2(2, 1)  # nothing else may write between the frames
    agent = Agent()
    client = agent.attach(descriptor)
    agent.start()
    for line in _lines(sys.stdin.buffer):
        agent.command(client, line)
    os._exit(0)


def _lines(source):
    """Lines; one that is too long is passed over without being kept."""
    whole = True
    while True:
        line = source.readline(LINE_LIMIT)
        if not line:
            return
        ends = line.endswith(b'\n')
        if whole and ends and line.strip():
            yield line
        whole = ends
