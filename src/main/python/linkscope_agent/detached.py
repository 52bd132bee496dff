"""The agent behind its listening socket."""
import os
import signal
import socket
import threading

from . import identity, launcher
from .agent import Agent

STACK = 256 * 1024


class Door:
    """The listening socket: lets in clients of this user, until it is closed."""

    def __init__(self, sock):
        self._sock = sock

    def open(self, agent):
        """Lets clients in; returns when closed."""
        while True:
            try:
                client, _ = self._sock.accept()
            except OSError:
                return
            if not launcher.own_peer(client) or not _attach(agent, client):
                client.close()

    def close(self):
        """Gives the name back. Only a shutdown wakes a thread that waits for a client."""
        try:
            self._sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._sock.close()


def run(sock):
    """Is the agent until it has no subscription any more; never returns."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    threading.stack_size(STACK)
    identity.name_process()
    identity.be_modest()
    door = Door(sock)
    agent = Agent(detached=True)
    agent.start(door)
    door.open(agent)
    threading.Event().wait()  # the farewell is said on other threads


def _attach(agent, client):
    def cut():
        try:
            client.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
    return agent.attach(client.fileno(), client.fileno(), cut)
