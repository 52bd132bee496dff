"""Where the plugin's connection leads: the server's addresses, or those of a proxy."""

from . import clock, proxies, tcp_table, threads
from . import sockets as socket

FRESH, KEPT = 300, 86400  # seconds until a name is asked for again, and an address is forgotten
_AGAIN = 60  # seconds between two questions while the plugin holds an address we do not know
_MOST = 64


class Peers:
    """Addresses of one name and port, as the kernel prints them: of now and of the last day."""

    def __init__(self, host, port, resolve=socket.getaddrinfo):
        self.port = port
        self._host = host
        self._resolve = resolve
        self._printed = {}
        self._due = None
        self._asking = None

    def printed(self, patience=0):
        """Waits so many seconds for an answer at most; empty if the name was never resolved."""
        now = clock.awake()
        if self._asking is not None or self._due is None or now >= self._due:
            self._ask(patience)
            if self._asking is None:
                self._due = now + (FRESH if self._printed else 0)
        for printed, at in list(self._printed.items()):
            if now - at > KEPT:
                del self._printed[printed]
        return set(self._printed)

    def ask_again(self):
        """The name is asked for soon."""
        self._due = min(self._due or 0, clock.awake() + _AGAIN)

    def _ask(self, patience):
        # The system's resolver has no bound of its own: it gets a thread, and one at a time.
        if self._asking is None:
            self._asking = threads.Thread(self._learn)
        self._asking.wait_until(clock.awake() + patience)
        if not self._asking.is_alive():
            self._asking = None

    def _learn(self):
        try:
            found = self._resolve(self._host.encode(), self.port, 0, socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        now = clock.awake()
        for entry in found[:_MOST]:
            for printed in tcp_table.printed(entry[4][0]):
                self._printed[printed] = now


def proxy(environment, address):
    """(host, port) of the proxy that the plugin's clients take for that address; None without."""
    found = proxies.choose(environment, address)
    return (found.host, found.port) if found and found.host else None
