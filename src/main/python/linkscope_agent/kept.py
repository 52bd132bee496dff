"""What is left of entries that had to go, by the hour: the outcomes of the two panes in short, for a
week, and how many the others were."""
from _collections import deque  # collections would make classes first

from .frames import encode
from .shortened import Short, unpacked

PANES = ('server.http', 'webcam.snapshot')
HOUR = 3600
MOST_HOURS = 170
MOST_BYTES = 2 << 20  # a week of two probes every 10 s takes 1.3 MB
MOST_AT_ONCE = 256
_COUNTED = ('ok', 'failed', 'skipped')


class Kept:
    """Not thread-safe: the owner holds a lock."""

    def __init__(self, most_bytes=MOST_BYTES):
        self._most_bytes = most_bytes
        self._bytes = 0
        self._hours = deque()

    def first(self):
        """Sequence of the first entry of which anything is left; None for none."""
        return self._hours[0].begin if self._hours else None

    def add(self, begin, entries):
        """Entries that have to go, the first of which has that number."""
        # They count for the hour in which they begin.
        at = int(entries[0].get('s', entries[0].get('at', 0)) // HOUR)
        if not self._hours or self._hours[-1].at != at:
            if self._hours:
                self._bytes += self._hours[-1].close()
            self._hours.append(_Hour(begin, at))
            if len(self._hours) > MOST_HOURS:
                self._bytes -= self._hours.popleft().size
            for hour in self._hours:
                if self._bytes <= self._most_bytes:
                    break
                self._bytes -= hour.forget()
        self._hours[-1].add(begin + len(entries) - 1, entries)

    def read(self, cursor, since):
        """What follows from a number on: (frame about what is lost or None, lines of outcomes, next
        number). What is lost of an hour is told behind the outcomes among it. `since`: from there
        on nothing was read before it had to go."""
        first, sums, following = None, [], cursor
        for hour in self._hours:
            if hour.end < cursor:
                continue
            if following < hour.begin:  # what was before is no longer counted either
                first, following = following, hour.begin
            outcomes = [one for one in hour.outcomes() if one['q'] >= cursor]
            if outcomes and first is not None:
                break
            if outcomes:
                return hour.piece(outcomes, max(cursor, hour.begin), since)
            first = max(hour.begin, since) if first is None else first
            sums += hour.sums(since)
            following = hour.end + 1
        return _lost(first, following - 1, sums), b'', following


class _Hour:
    """Entries from `begin` to `end`, of the hour `at` of the boot clock."""

    def __init__(self, begin, at):
        self.begin = begin
        self.end = begin - 1
        self.at = at
        self.size = 0  # bytes, once it is closed
        self._counts = {}
        self._short = Short()
        self._packed = b''

    def add(self, end, entries):
        self.end = end
        for entry in entries:
            if entry['t'] == 'o':
                if entry.get('p') in PANES:
                    self._short.add(entry)
                else:
                    self._count(entry)

    def close(self):
        """Nothing more is added; returns how many bytes it takes."""
        self._packed = self._short.packed()
        self._short = None
        self.size = len(self._packed)
        return self.size

    def forget(self):
        """Counts its outcomes too, which are lost from now on; returns how many bytes it gave."""
        if self._short is not None:
            return 0
        for outcome in self.outcomes():
            self._count(outcome)
        given, self.size, self._packed = self.size, 0, b''
        return given

    def outcomes(self):
        """Those that are kept, in their order."""
        packed = self._packed if self._short is None else self._short.packed()
        return unpacked(packed) if packed else []

    def sums(self, since):
        """[target, hour, ok, failed, skipped] of those that are not kept; none if some of the hour
        were read as they were."""
        if self.begin < since:
            return []
        return [[target, self.at] + counts for target, counts in self._counts.items()]

    def piece(self, outcomes, cursor, since):
        """As Kept.read(), of an hour with these outcomes from that number on."""
        there = {one['q'] for one in outcomes}
        gap = next((n for n in range(self.end, cursor - 1, -1) if n not in there), None)
        lost, following = None, self.end + 1
        if gap is not None and outcomes[0]['q'] < gap:
            outcomes, following = [one for one in outcomes if one['q'] < gap], gap
        elif gap is not None:
            nothing = [[outcomes[0]['i'], self.at, 0, 0, 0]] if self.begin >= since else []
            lost = _lost(max(self.begin, since), gap, self.sums(since) or nothing)
        if len(outcomes) > MOST_AT_ONCE:
            following = outcomes[MOST_AT_ONCE]['q']
        return lost, b''.join(map(encode, outcomes[:MOST_AT_ONCE])), following

    def _count(self, entry):
        counts = self._counts.setdefault(entry['i'], [0] * len(_COUNTED))
        counts[_COUNTED.index(entry['r'])] += 1


def _lost(first, last, sums):
    return {'t': 'lost', 'from': first, 'to': last, 'sums': sums}
