"""The agent outlives its channels: found again, shared, taken over, replaced, and gone at the end."""
import os
import signal

import subprocess
import sys
import threading
import time
import unittest

import support
from support import AgentProcess, ask


def setUpModule():
    global faults
    faults = support.FaultServer()


def tearDownModule():
    faults.close()


def server(cadence=0.2, **more):
    return ask('server.http', url=faults.url('http'), cadence=cadence, **more)


def entries(frames):
    return [frame['q'] for frame in frames if frame['t'] in ('o', 'fact')]


class DetachedTest(unittest.TestCase):
    def setUp(self):
        self.name = support.own_name()

    def launch(self, **more):
        process = AgentProcess(self.name, **more)
        self.addCleanup(process.close)
        return process

    def take(self, process, count):
        """That many entries."""
        taken = []
        while len(taken) < count:
            frame = process.next()
            if frame['t'] in ('o', 'fact'):
                taken.append(frame)
        return taken

    def test_goes_on_without_a_channel_and_loses_nothing(self):
        first = self.launch()
        hello = first.next()
        first.subscribe(probes=[server()])
        run = first.next('subscribed')['run']
        taken = self.take(first, 12)
        first.process.kill()
        time.sleep(1.5)
        second = self.launch()
        self.assertEqual(hello['process'], second.next()['process'])
        second.subscribe(probes=[server()], known={'run': run, 'seq': taken[-1]['q']})
        again = second.next('subscribed')
        self.assertEqual(run, again['run'])
        self.assertGreater(again['next'], taken[-1]['q'] + 5)
        taken += self.take(second, 15)
        self.assertEqual(list(range(1, len(taken) + 1)), entries(taken))
        slots = [frame['n'] for frame in taken if frame['t'] == 'o']
        self.assertEqual(list(range(len(slots))), slots)

    def test_a_channel_whose_input_ends_leaves_the_agent_alone(self):
        process = self.launch()
        process.subscribe(lease=3, probes=[server()])
        process.next('o')
        process.process.stdin.close()
        self.assertEqual(0, process.exit(3))
        self.assertEqual(1, len(process.agents()))
        support.eventually(lambda: not process.agents(), 8)

    def test_a_channel_that_takes_no_more_starts_no_further_agent(self):
        process = self.launch()
        process.subscribe(probes=[server()])
        process.process.stdout.readline()
        process.process.stdout.close()
        process.exit(12)
        self.assertEqual(1, len(process.agents()))

    def test_of_twenty_launchers_one_becomes_the_parent(self):
        launched = []
        threads = [threading.Thread(target=lambda: launched.append(self.launch()))
                   for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        hellos = [process.next() for process in launched]
        self.assertEqual(20, len(hellos))
        self.assertEqual(1, len({hello['process'] for hello in hellos}))
        self.assertEqual(1, len(launched[0].agents()))

    def test_two_clients_with_their_own_cadences(self):
        slow, quick = self.launch(), self.launch()
        slow.subscribe('slow', probes=[server(0.6)])
        quick.subscribe('quick', probes=[server(0.2)])
        for process, cadence in ((slow, 0.6), (quick, 0.2)):
            starts = [process.next('o')['s'] for _ in range(5)]
            for before, after in zip(starts, starts[1:]):
                self.assertAlmostEqual(cadence, after - before, delta=0.1)

    def test_equal_probes_cost_the_server_once(self):
        before = len(faults.seen('server'))
        one, other = self.launch(), self.launch()
        one.subscribe('one', probes=[server()])
        self.take(one, 10)
        other.subscribe('other', probes=[server()])
        first = other.next('subscribed')['probes'][0]['first']
        outcomes = [other.next('o') for _ in range(10)]
        self.assertEqual(list(range(10)), [outcome['n'] for outcome in outcomes])
        self.assertAlmostEqual(first, outcomes[0]['s'], delta=0.1)
        last = [one.next('o') for _ in range(10)][-1]
        self.assertLessEqual(len(faults.seen('server')) - before, last['n'] + 20)

    def test_one_client_leaves_the_other_alone(self):
        window, other = self.launch(), self.launch()
        window.subscribe('window', probes=[server()])
        other.subscribe('diagnose', probes=[server(slots=3)])
        self.assertEqual('finished', other.until('bye')[-1]['reason'])
        self.assertEqual(0, other.exit(3))
        self.take(window, 15)
        window.say(t='stop')
        self.assertEqual('stopped', window.until('bye')[-1]['reason'])
        support.eventually(lambda: not window.agents(), 3)

    def test_a_second_channel_takes_the_subscription_over(self):
        first, second = self.launch(), self.launch()
        first.subscribe(probes=[server()])
        self.take(first, 9)
        second.subscribe(probes=[server()])
        self.assertEqual('taken_over', first.until('bye')[-1]['reason'])
        self.assertEqual(1, self.take(second, 12)[0]['q'])

    def test_other_probes_are_another_run(self):
        first = self.launch()
        first.subscribe(probes=[server()])
        run = first.next('subscribed')['run']
        self.take(first, 9)
        second = self.launch()
        second.subscribe(probes=[server(0.4)], known={'run': run, 'seq': 5})
        self.assertNotEqual(run, second.next('subscribed')['run'])
        self.assertEqual(1, self.take(second, 1)[0]['q'])

    def test_what_finished_alone_waits_for_its_client(self):
        first = self.launch()
        first.subscribe(probes=[server(slots=6)])
        run = first.next('subscribed')['run']
        first.process.kill()
        time.sleep(2.5)
        second = self.launch()
        second.subscribe(probes=[server(slots=6)], known={'run': run, 'seq': 0})
        frames = second.until('bye')
        self.assertEqual(6, sum(frame['t'] == 'o' for frame in frames))
        self.assertEqual('finished', frames[-1]['reason'])

    def test_killed_it_is_another_run(self):
        first = self.launch()
        first.subscribe(probes=[server()])
        run = first.next('subscribed')['run']
        os.kill(first.agents()[0], signal.SIGKILL)
        self.assertEqual(0, first.exit(3))
        second = self.launch()
        second.subscribe(probes=[server()], known={'run': run, 'seq': 3})
        self.assertNotEqual(run, second.next('subscribed')['run'])

    def test_an_older_agent_makes_room(self):
        newer = support.program().replace("VERSION = '0.1.0'", "VERSION = '0.1.1'")
        self.assertNotEqual(newer, support.program())
        old = self.launch()
        old.subscribe(probes=[server()])
        old.next('o')
        new = self.launch(source=newer)
        self.assertEqual('0.1.1', new.next()['agent'])
        self.assertEqual('replaced', old.until('bye')[-1]['reason'])
        self.assertEqual(1, len(new.agents()))
        # And the older program finds the newer one in its turn, and lets it be.
        again = self.launch()
        self.assertEqual('0.1.1', again.next()['agent'])

    def test_a_newer_protocol_is_told(self):
        newer = support.program().replace('PROTOCOL = 1', 'PROTOCOL = 2')
        self.launch(source=newer).next()
        again = self.launch()
        self.assertEqual(2, again.next()['protocol'])
        self.assertEqual(1, len(again.agents()))

    def test_the_process_can_be_found_and_says_nothing(self):
        process = self.launch()
        process.subscribe(probes=[ask('server.http', url=faults.url('http') + '?canary')])
        process.next('subscribed')
        agent, = process.agents()
        with open('/proc/%d/cmdline' % agent) as arguments:
            line = arguments.read()
        self.assertIn('linkscope_agent', line)
        self.assertNotIn('canary', line)
        self.assertEqual(min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10),
                         os.getpriority(os.PRIO_PROCESS, agent))
        numbers = '/proc/%d/fd' % agent

        def files():
            """What it keeps open; a file that it just reads is gone at the next look."""
            found = []
            for number in os.listdir(numbers):
                try:
                    found.append(os.readlink(os.path.join(numbers, number)))
                except OSError:
                    pass
            return [path for path in found if path.startswith('/')
                    and not path.startswith(('/dev/', '/proc/'))]
        support.eventually(lambda: not files())

    def test_a_name_that_a_stranger_holds(self):
        if os.getuid() != 0:
            self.skipTest('only root can be two users')
        squatter = subprocess.Popen(
            [sys.executable, '-c', 'import os,socket,sys;os.setuid(65534);'
             's=socket.socket(socket.AF_UNIX);s.bind("\\0linkscope_agent-0%s");s.listen(9);'
             'print(flush=True);sys.stdin.read()' % self.name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(squatter.wait)
        self.addCleanup(squatter.stdout.close)
        self.addCleanup(squatter.stdin.close)
        squatter.stdout.readline()
        process = self.launch()
        process.next()
        process.subscribe(probes=[server()])
        self.take(process, 9)

    def test_another_user_cannot_attach(self):
        if os.getuid() != 0:
            self.skipTest('only root can be two users')
        self.launch().next()
        stranger = (
            'import os,socket;os.setuid(65534);s=socket.socket(socket.AF_UNIX);s.settimeout(5);'
            's.connect("\\0linkscope_agent-0%s");print(s.recv(100))' % self.name)
        seen = subprocess.check_output([sys.executable, '-c', stranger])
        self.assertEqual(b"b''\n", seen)


class FollowingTest(unittest.TestCase):
    def test_a_probe_that_waits_for_another_to_fail(self):
        process = AgentProcess()
        self.addCleanup(process.close)
        self.addCleanup(faults.set, server='ok')
        process.subscribe(probes=[
            server(0.2), ask('gateway', cadence=0.2, every=0, on='server'),
            ask('webcam.snapshot', url=faults.url('camera'), cadence=0.2, every=5)])
        seen = [process.next('o') for _ in range(14)]
        self.assertNotIn('gateway', [o['i'] for o in seen])
        self.assertEqual({0}, {o['n'] % 5 for o in seen if o['i'] == 'webcam'})
        faults.set(server='404')
        seen = [process.next('o') for _ in range(20)]
        self.assertEqual(1, [o['i'] for o in seen].count('gateway'))


if __name__ == '__main__':
    unittest.main()
