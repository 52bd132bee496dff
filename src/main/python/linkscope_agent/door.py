"""The way in for clients of this user."""
import os
import struct

from . import sockets as socket

NUMBER = 3  # of the listening socket in the agent


def own_peer(sock):
    """Whether the other end belongs to this user."""
    size = struct.calcsize('3i')
    _, user, _ = struct.unpack('3i', sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return user == os.getuid()


class Door:
    """The listening socket: lets clients in until it is closed."""

    def __init__(self, sock):
        self._sock = sock

    def open(self, agent):
        """Lets clients in; returns when closed."""
        while True:
            try:
                client, _ = self._sock.accept()
            except OSError:
                return
            if not own_peer(client) or not _attach(agent, client):
                client.close()

    def close(self):
        """Gives the name back. Only a shutdown wakes a thread that waits for a client."""
        try:
            self._sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._sock.close()


def _attach(agent, client):
    def cut():
        try:
            client.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
    return agent.attach(client.fileno(), client.fileno(), cut)
