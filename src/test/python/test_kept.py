"""What is kept of the panes for a week when the ring is full, and how the rest is told as lost."""
import json
import random
import unittest

import support  # noqa: F401 - finds the agent
from linkscope_agent.kept import MOST_BYTES
from linkscope_agent.ring import CHUNK, Ring
from linkscope_agent.shortened import UNIT

DICE = random.Random(7)
FAILURES = (('connect', 'refused', None), ('tls', 'cert_expired', {'verify_code': '10'}),
            ('response', 'http_5xx', {'status': '502', 'address': '192.0.2.1'}))


def times(phases):
    """Microseconds as a real connection has them: none is like another."""
    spent = [round(DICE.lognormvariate(9.5, 0.6)) if one < phases else -1 for one in range(5)]
    return spent + [sum(one for one in spent if one > 0) + DICE.randrange(300)]


def outcome(target, probe, slot, cadence=10, first=1234.567, result=None):
    start = first + slot * cadence + DICE.randrange(4) / 1000
    result = result or DICE.choices(('ok', 'failed', 'skipped'), (95, 4, 1))[0]
    made = {'t': 'o', 'n': slot, 's': round(start, 3), 'r': result,
            'us': times(5 if result == 'ok' else 2), 'i': target, 'p': probe}
    made['e'] = round(made['s'] + made['us'][5] / 1e6, 3)
    if result == 'ok':
        made['d'] = {'address': '192.0.2.1', 'status': '401', 'family': '4'}
    elif result == 'skipped':
        made['c'] = 'rate_limited'
    else:
        made['ph'], made['c'], details = DICE.choice(FAILURES)
        if details:
            made['d'] = details
    return made


def a_day(seconds=86400, first=0):
    """All entries of a day at the default cadences, in their order."""
    for second in range(first, first + seconds, 5):
        slot = second // 10
        if second % 10 == 0:
            yield outcome('server', 'server.http', slot)
            yield outcome('webcam', 'webcam.snapshot', slot, first=1236.789)
            yield outcome('plugin', 'plugin.link', slot)
            yield outcome('dns', 'dns', slot)
        yield outcome('gateway', 'gateway', second // 5, 5)
        if second % 30 == 0:
            yield {'t': 'fact', 'at': 1234.0 + second, 'k': 'wifi.signal', 'st': 'known',
                   'v': str(-second % 89), 'u': 'dBm'}


def drained(ring, cursor, since=None):
    """(outcomes and facts, frames about what is lost), as a client gets them that begins there."""
    since = cursor if since is None else since
    entries, lost = [], []
    while cursor < ring.next:
        whole = cursor >= ring.base
        told, lines, following = ring.read(cursor, since)
        assert following > cursor, (cursor, following)
        if told:
            lost.append(told)
            entries.append(told)
        entries += map(json.loads, lines.splitlines())
        cursor, since = following, following if whole else since
    return entries, lost


def in_short(made):
    """What is expected of an outcome that is kept."""
    made = dict(made)
    if made['r'] != 'failed':
        made.pop('d', None)
    return made


class KeptTest(unittest.TestCase):
    def same(self, made, told):
        self.assertEqual({key: value for key, value in in_short(made).items()
                          if key not in ('us', 'e')},
                         {key: value for key, value in told.items() if key not in ('us', 'e')})
        self.assertAlmostEqual(made['e'], told['e'], delta=0.0015)
        for one, other in zip(made['us'], told['us']):
            self.assertTrue(one == other == -1 or 0 <= one - other < UNIT, (one, other))

    def fill(self, ring, entries):
        made = []
        for entry in entries:
            ring.add(entry)
            made.append(entry)
        return made

    def check(self, made, ring, known):
        """What a client gets that has read until then: all outcomes of the panes, and each other
        entry either itself or among what is lost."""
        entries, lost = drained(ring, known + 1)
        panes = [one for one in made[known:] if one.get('p') in ('server.http', 'webcam.snapshot')]
        told = [one for one in entries if one.get('p') in ('server.http', 'webcam.snapshot')]
        self.assertEqual([one['q'] for one in panes], [one['q'] for one in told])
        for one, other in zip(panes, told):
            if other['q'] < ring.base:
                self.same(one, other)
            else:
                self.assertEqual(one, other)
        # As the client reads: it goes on from the newest it has, and passes over what is older.
        last = known
        for one in entries:
            number = one['to'] if one['t'] == 'lost' else one['q']
            self.assertGreater(number, last)
            last = number
        self.assertEqual(ring.next - 1, last)
        there = {one['q'] for one in entries if 'q' in one}
        missing = set(range(known + 1, ring.next)) - there
        self.assertEqual(missing, missing & {
            number for one in lost for number in range(one['from'], one['to'] + 1)})
        return entries, lost, missing

    def test_a_day_of_the_panes_takes_a_seventh_of_the_room(self):
        ring = Ring(most=20 * CHUNK)
        made = self.fill(ring, (one for second in range(0, 86400, 10) for one in (
            outcome('server', 'server.http', second // 10),
            outcome('webcam', 'webcam.snapshot', second // 10, first=1236.789))))
        self.assertGreater(ring.base, 16000 - 20 * CHUNK)
        self.assertLess(ring.kept._bytes, MOST_BYTES * 0.8 / 7)
        told, lost = drained(ring, 1)
        self.assertEqual([], lost)
        self.assertEqual(len(made), len(told))
        for one, other in zip(made[:ring.base - 1:97], told[::97]):
            self.same(one, other)

    def test_what_is_lost_beside_them_is_counted_hour_by_hour(self):
        ring = Ring(most=10 * CHUNK)
        made = self.fill(ring, a_day(6 * 3600))
        _, lost, missing = self.check(made, ring, 0)
        self.assertLess(len(lost), 9)
        counted = sum(sum(row[2:]) for one in lost for row in one['sums'])
        self.assertEqual(sum(1 for one in made if one['q'] in missing and one['t'] == 'o'), counted)
        self.assertNotIn('server', {row[0] for one in lost for row in one['sums']})

    def test_goes_on_anywhere(self):
        ring = Ring(most=10 * CHUNK)
        made = self.fill(ring, a_day(2 * 3600 + 900))
        for known in list(range(1, 9)) + list(range(9, ring.next - 1, 671)) + [ring.base - 1]:
            self.check(made, ring, known)

    def test_a_link_that_is_cut_while_it_is_told_loses_nothing(self):
        ring = Ring(most=3 * CHUNK)
        made = self.fill(ring, a_day(1500))
        last, panes = 0, []
        for _ in range(10000):
            if last + 1 >= ring.next:
                break
            told, lines, _ = ring.read(last + 1, last + 1)
            entries = [json.loads(line) for line in lines.splitlines()]
            entries = entries[:7]  # the link is cut
            last = max([told['to'] if told else 0] + [one['q'] for one in entries])
            panes += [one['q'] for one in entries if one.get('i') in ('server', 'webcam')]
        self.assertEqual(
            [one['q'] for one in made if one.get('i') in ('server', 'webcam')], panes)

    def test_more_than_fits_is_counted_too(self):
        ring = Ring(most=10 * CHUNK)
        ring.kept._most_bytes = 10000
        made = self.fill(ring, a_day(6 * 3600))
        self.assertLessEqual(ring.kept._bytes, 10000)
        entries, lost = drained(ring, 1)
        told = sum(1 for one in entries if one['t'] == 'o')
        counted = sum(sum(row[2:]) for one in lost for row in one['sums'])
        self.assertEqual(sum(1 for one in made if one['t'] == 'o'), told + counted)
        self.assertIn('server', {row[0] for one in lost for row in one['sums']})

    def test_nothing_is_told_twice_to_a_slow_client(self):
        ring = Ring(most=10 * CHUNK)
        self.fill(ring, a_day(1800))
        read, _ = drained(ring, ring.base)
        known = read[-1]['q']
        self.fill(ring, a_day(3 * 3600, 1800))
        _, lost = drained(ring, known + 1)
        self.assertEqual(known + 1, lost[0]['from'])
        self.assertEqual([], lost[0]['sums'])  # of an hour of which something was read


if __name__ == '__main__':
    unittest.main()
