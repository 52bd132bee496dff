"""Outcomes in short: 11 bytes each where a line takes 200. Their times are rounded down to UNIT."""
import zlib

from .frames import decode, encode

WINDOW, WORKSPACE = 13, 6  # as the ring's
UNIT = 100  # microseconds


class Short:
    """Outcomes of an hour in short: of each probe the difference to what is to be expected after
    the one before. Without the details of those that did not fail."""

    def __init__(self):
        self._data = bytearray()
        self._names = []
        self._verdicts = []
        self._before = _Before()

    def add(self, entry):
        """Appends an outcome."""
        name = [entry['i'], entry['p']]
        failed = entry['r'] == 'failed'
        verdict = [entry['r'], entry.get('ph'), entry.get('c'), entry.get('d') if failed else None]
        start, end = round(entry['s'] * 1000), round(entry['e'] * 1000)
        times = [0 if one < 0 else one // UNIT + 1 for one in entry['us']]
        which = _place(self._names, name)
        values = [which, _place(self._verdicts, verdict)]
        values += map(_unsigned, self._before.differences(
            which, entry['q'], entry['n'], start, end - start))
        for value in values + times:
            while value > 127:
                self._data.append(value & 127 | 128)
                value >>= 7
            self._data.append(value)

    def packed(self):
        """All as bytes; none without any."""
        if not self._data:
            return b''
        packer = zlib.compressobj(9, zlib.DEFLATED, WINDOW, WORKSPACE)
        head = encode([self._names, self._verdicts])
        return packer.compress(head + self._data) + packer.flush()


class _Before:
    """What came before, to tell or to undo the difference."""

    def __init__(self):
        self._sequence = 0
        self._of = {}  # slot, start, from start to start, from start to end

    def differences(self, which, sequence, slot, start, span):
        before = self._of.get(which, (0, 0, 0, 0))
        step = start - before[1]
        told = (sequence - self._sequence, slot - before[0], step - before[2], span - before[3])
        self._sequence, self._of[which] = sequence, (slot, start, step, span)
        return told

    def sums(self, which, sequence, slot, step, span):
        before = self._of.get(which, (0, 0, 0, 0))
        step += before[2]
        found = slot + before[0], step + before[1], step, span + before[3]
        self._sequence, self._of[which] = self._sequence + sequence, found
        return self._sequence, found[0], found[1], found[3]


def unpacked(packed):
    """The outcomes, in their order."""
    head, _, data = zlib.decompress(packed).partition(b'\n')
    names, verdicts = decode(head)
    before, found, numbers = _Before(), [], _numbers(data)
    for which in numbers:
        result, phase, error_class, details = verdicts[next(numbers)]
        told = [_signed(next(numbers)) for _ in range(4)]
        sequence, slot, start, span = before.sums(which, *told)
        outcome = {'t': 'o', 'n': slot, 's': start / 1000, 'e': (start + span) / 1000, 'r': result,
                   'us': [(next(numbers) - 1) * UNIT for _ in range(6)]}
        outcome['us'] = [max(-1, one) for one in outcome['us']]
        for key, value in (('ph', phase), ('c', error_class), ('d', details)):
            if value is not None:
                outcome[key] = value
        outcome['i'], outcome['p'] = names[which]
        outcome['q'] = sequence
        found.append(outcome)
    return found


def _numbers(data):
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def _unsigned(value):
    return value * 2 if value >= 0 else -value * 2 - 1


def _signed(value):
    return -(value + 1) // 2 if value & 1 else value // 2


def _place(among, one):
    if one not in among:
        among.append(one)
    return among.index(one)
