"""Probe plugin.link: does Obico's own connection to the server stand? Looks and touches nothing."""
import os
import time

from . import clock, processes, tcp_table, url
from .attempt import Failed, Skipped
from .plugin_held import Held
from .plugin_log import PluginLog
from .plugin_peers import Peers, proxy

# A request is over after so long, mostly; the plugin's connection is not.
LASTING = 3.0
_LOOKS = 2  # without a connection, before it is said to be missing


class PluginLink:
    """Of several OctoPrints on one computer all must be connected, or nothing can be told."""

    first_phase = 'upgrade'

    def __init__(self, spec, tell_fact, finder=processes.finder, peers=Peers):
        self._url = spec.url
        self._tell_fact = tell_fact
        self._printer = None
        self._finder = finder
        self._peers_of = peers
        self._turn = [True]  # one look at a time; its owner takes it out
        self._peers = {}
        self._watches = {}

    def run(self, attempt):
        attempt.enter('upgrade')
        address = url.parse(self._url)
        if not os.path.isdir('/proc/self/net'):
            raise Skipped('unsupported')
        try:
            self._turn.pop()
        except IndexError:
            raise Skipped('agent_busy') from None
        try:
            self._look(attempt, address)
        finally:
            self._turn.append(True)

    def _watch(self):
        """Those whose connection counts; forgets the ones that have ended."""
        found = (self._finder.processes(processes.OCTOPRINT)
                 or self._finder.processes(processes.KLIPPER))
        if not found:
            raise Skipped('no_octoprint')
        living = {(process.pid, process.start): process for process in found}
        self._watches = {key: self._watches.get(key) or _Watch(process)
                         for key, process in living.items()}

    def _look(self, attempt, address):
        self._watch()
        ends, parts = [], len(self._watches)
        for watch in self._watches.values():
            try:
                watch.look(attempt, self._peers_for(watch, address), parts)
                ends.append(None)
            except (Failed, Skipped) as e:
                ends.append(e)
        self._tell_printer()
        if len(ends) > 1:
            attempt.details['instances'] = str(len(ends))
            if len({e and e.error_class for e in ends}) > 1:
                raise Skipped('ambiguous')
        if ends[0] is not None:
            raise ends[0]

    def _tell_printer(self):
        """The printer's number at Obico, when the plugin has said it; of several, none."""
        printers = {watch.printer() for watch in self._watches.values()}
        told = printers.pop() if len(printers) == 1 else None
        if told and told != self._printer:
            self._printer = told
            self._tell_fact('obico.printer.id', told)

    def _peers_for(self, watch, address):
        via = proxy(watch.environment or {}, address)
        watch.via = 'proxy' if via else 'direct'
        host, port = via or (address.host, address.port)
        if (host, port) not in self._peers:
            self._peers[host, port] = self._peers_of(host, port)
        return self._peers[host, port]


class _Watch:
    """One process of OctoPrint, or of Obico for Klipper, and what was seen of it."""

    def __init__(self, process):
        self._process = process
        self.environment = process.environment()
        self.via = 'direct'
        logger = {'logger': ''} if process.kind == processes.KLIPPER else {}
        self._log = PluginLog(clock.awake() - process.age(), **logger)
        self._log_path = _log_path(process)
        self._since = {}
        self._own = {}
        self._held = None
        self._without = 0

    def printer(self):
        """The printer's number at Obico, as far as the log tells; None if it does not."""
        return self._log.printer

    def look(self, attempt, peers, parts):
        """Raises Failed or Skipped unless the connection stands. Takes one of so many parts of
        the time left."""
        log, details = self._log, attempt.details
        log.look(self._log_path)
        details['via'] = self.via
        if self._process.container:
            details['container'] = 'true'
        if not log.readable:
            details['log'] = 'not_readable'
        if log.last_close:
            details['last_close'] = log.last_close
        if log.handshake:
            details['handshake'] = log.handshake
        if log.kicked:
            raise Failed('kicked')
        if log.crashing():
            raise Failed('crashed')
        # That the process is the same was seen when it was found.
        if self._held is None or not self._held.stands():
            self._look_at_table(attempt, peers, parts)
        details['since_s'] = str(int(clock.boot() - self._held.since))

    def _look_at_table(self, attempt, peers, parts):
        if self._held is not None:
            self._held, self._own = None, {}  # descriptors may have moved
        ours, others = self._find(peers, attempt.left(4 * parts))
        if ours and not any(map(self._lasts, ours)):
            time.sleep(max(0.0, min(LASTING, attempt.left(1.5 * parts))))
            ours, others = self._find(peers)
        lasting = [row for row in ours if self._lasts(row)]
        if lasting:
            self._without = 0
            attempt.details['retrans'] = str(max(row.retransmits for row in lasting))
            oldest = min(lasting, key=lambda row: self._since[row.inode])
            self._held = Held(self._own.get(oldest.inode), oldest.inode,
                              self._since[oldest.inode])
        elif ours:
            raise Skipped('too_early')
        else:
            self._missing(peers, others)

    def _missing(self, peers, others):
        """There is no connection: why not, and whether that can be told at all."""
        if self._log.trouble():
            raise Failed(self._log.trouble())
        if self._log.not_connected():
            raise Failed('not_connected')
        if not peers.printed():
            raise Skipped('name_unknown')
        if self.environment is None:
            raise Skipped('not_readable')  # there may be a proxy
        if any(map(self._lasts, others)):
            peers.ask_again()
            raise Skipped('other_address')  # an address of the server that we never learned?
        self._without += 1
        if self._without < _LOOKS:
            raise Skipped('too_early')
        raise Failed('not_connected')

    def _lasts(self, row):
        return clock.boot() - self._since[row.inode] >= LASTING * 0.8

    def _find(self, peers, patience=0):
        """(connections to the server, connections elsewhere to the same port)"""
        wanted = peers.printed(patience)
        rows = self._connections(peers.port)
        now = clock.boot()
        self._since = {row.inode: self._since.get(row.inode, now) for row in rows}
        ours = [row for row in rows if row.remote.rpartition(':')[0] in wanted]
        return ours, [row for row in rows if row not in ours and not tcp_table.is_local(row)]

    def _connections(self, port):
        """The process's own, by the numbers of its sockets where they can be read, else by its
        user and without ours. The table is that of its network, which may be a container's."""
        process = self._process
        before = set(tcp_table.sockets_of('/proc/self') or ())
        try:
            rows = tcp_table.rows(process.folder + '/net', tcp_table.ESTABLISHED, port)
        except OSError:
            raise Skipped('other_vantage') from None
        if any(row.inode not in self._own for row in rows):
            held = tcp_table.sockets_of(process.folder)
            if held is None:
                ours = before.union(tcp_table.sockets_of('/proc/self') or ())
                return [row for row in rows
                        if row.uid == process.uid and row.inode not in ours]
            self._own = held
        return [row for row in rows if row.inode in self._own]


def _log_path(process):
    """Path of the log, seen from here; None if nobody knows."""
    if process.kind == processes.KLIPPER:
        path = process.option('-l', '--log-file')
        tail = '/printer_data/logs/moonraker-obico.log'
    else:
        base = process.option('--basedir', '-b')
        path = base and base + '/logs/octoprint.log'
        tail = '/.octoprint/logs/octoprint.log'
    if path is None:
        home = process.home()
        path = home and home + tail
    if path is None:
        return None
    if not path.startswith('/'):
        path = os.path.join(process.folder, 'cwd', path)
        return path
    return process.root + path
