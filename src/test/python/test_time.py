"""Clocks that jump, computers that sleep, and threads that are not to be had."""
import os
import re
import time
import unittest
from unittest import mock

import support
from linkscope_agent import clock
from linkscope_agent.attempt import Failed


class Probe:
    first_phase = 'dns'

    def __init__(self, run):
        self.run = run


def fail(attempt):
    attempt.enter('connect')
    raise Failed('refused')


class TimeTest(unittest.TestCase):
    def setUp(self):
        self.bench = support.Bench()

    def test_the_wall_clock_is_read_in_one_place_and_waited_for_nowhere(self):
        # Python before 3.11 times locks by the wall clock; poll() and sockets are safe.
        wall = re.compile(r'time\.time\(|\.wait\([^)]|acquire\([^)]|timeout=|datetime')
        found = []
        for name in sorted(os.listdir(support.PACKAGE)):
            if name.endswith('.py'):
                with open(os.path.join(support.PACKAGE, name)) as source:
                    found += [name + ': ' + line.strip() for line in source if wall.search(line)]
        self.assertEqual(['clock.py: return [round(boot(), 3), round(time.time(), 3)]'], found)

    def test_a_wall_clock_that_jumps_by_a_year_changes_nothing(self):
        jumps = iter(range(-10 ** 9, 10 ** 9, 31557600))
        now = time.time()
        with mock.patch.object(time, 'time', lambda: now + next(jumps)):
            outcomes = self.bench.run(support.spec('gateway', slots=5, cadence=0.1),
                                      Probe(lambda attempt: clock.pair()))
        self.assertEqual([0, 1, 2, 3, 4], [o['n'] for o in outcomes])
        self.assertEqual({'ok'}, {o['r'] for o in outcomes})

    def test_what_the_computer_slept_through_is_no_failure(self):
        asleep = [0]

        def boot():
            return time.monotonic() + asleep[0]

        def sleeps(attempt):
            asleep[0] = 3600
            fail(attempt)
        with mock.patch.object(clock, 'boot', boot):
            outcome, = self.bench.run(support.spec('gateway'), Probe(sleeps))
        self.assertEqual('skipped suspended', support.verdict(outcome))
        outcome, = self.bench.run(support.spec('gateway'), Probe(fail))
        self.assertEqual('failed connect refused', support.verdict(outcome))

    def test_no_thread_to_be_had(self):
        with mock.patch('linkscope_agent.threads.Thread', side_effect=RuntimeError):
            outcome, = self.bench.run(support.spec('gateway'), Probe(fail))
        self.assertEqual('skipped agent_busy', support.verdict(outcome))

    def test_stuck_threads_are_bounded(self):
        asked = support.spec('gateway', cadence=0.1, deadline=0.1, slots=60)
        with mock.patch('linkscope_agent.prober.MOST_THREADS', 5):
            outcomes = self.bench.run(asked, Probe(lambda attempt: time.sleep(2)))
        verdicts = [support.verdict(o) for o in outcomes]
        self.assertEqual(60, len({o['n'] for o in outcomes}))
        self.assertGreaterEqual(verdicts.count('failed dns timeout'), 10)
        self.assertGreater(verdicts.count('skipped agent_busy'), 20)

    def test_at_most_one_outcome_a_slot(self):
        # Probes that end just at their deadline.
        asked = support.spec('gateway', cadence=0.3, deadline=0.3, slots=15)
        outcomes = self.bench.run(asked, Probe(lambda attempt: time.sleep(0.3)))
        self.assertEqual(list(range(15)), sorted(o['n'] for o in outcomes))


if __name__ == '__main__':
    unittest.main()
