"""The agent gets its modules and regular expressions from a process beside it, which then ends."""
import marshal
import os
import re
import socket
import subprocess
import sys
import threading
import types
import unittest
from unittest import mock

import support
from support import AgentProcess, ask
from linkscope_agent import compiled, compiler, fact_watch, facts_kernel, patterns, url
from linkscope_agent.crew import Crew

MODULES = {'linkscope_agent': '"""doc"""\nVERSION = "9"\n',
           'linkscope_agent.compiled': 'FIRST = True\n',
           'linkscope_agent.one': '"""doc"""\nfrom . import other\nVALUE = other.VALUE + 1\n',
           'linkscope_agent.other': 'VALUE = 41\n', 'linkscope_agent.third': 'VALUE = 3\n'}


class SupplyTest(unittest.TestCase):
    def setUp(self):
        ours, theirs = socket.socketpair()
        self.thread = threading.Thread(target=lambda: (
            compiler.serve(ours.fileno(), dict(MODULES)), ours.close()))
        self.thread.start()
        self.theirs = theirs
        with theirs.makefile('rb', 0) as source:
            self.first = marshal.load(source)
        self.supply = compiled.Supply(theirs.detach())

    def tearDown(self):
        self.supply.settle()
        self.thread.join(support.PATIENCE)
        self.assertFalse(self.thread.is_alive())

    def run_module(self, name):
        module = types.ModuleType(name)
        module.__package__ = 'linkscope_agent'
        self.supply.exec_module(module)
        return module

    def test_the_first_module_comes_by_itself(self):
        space = {}
        exec(self.first, space)
        self.assertTrue(space['FIRST'])

    def test_modules_are_compiled_when_they_are_asked_for_and_later_too(self):
        self.assertEqual(41, self.run_module('linkscope_agent.other').VALUE)
        self.assertIsNone(self.run_module('linkscope_agent').__doc__)
        self.supply.settle()
        self.thread.join(support.PATIENCE)
        self.assertFalse(self.thread.is_alive())
        self.assertEqual(3, self.run_module('linkscope_agent.third').VALUE)

    def test_what_there_is_not(self):
        self.assertIsNone(self.supply.find_spec('socket'))
        for _ in range(2):
            with self.assertRaises(ImportError):
                self.run_module('linkscope_agent.nothing')
            self.supply.settle()

    def test_regular_expressions_are_those_of_re(self):
        for text, flags in ((r'a(?P<b>\d+)|[^c-e]{2,3}?$', 0), (r'(x)(y)?', re.I),
                            (rb'^n:\s*([0-9]+)\r?$', re.I | re.M), (r'\d\w', re.A), ('.', re.S)):
            ready, usual = self.supply.pattern(text, int(flags)), re.compile(text, flags)
            self.assertEqual((usual.pattern, usual.flags, usual.groups, dict(usual.groupindex)),
                             (ready.pattern, ready.flags, ready.groups, dict(ready.groupindex)))
            self.assertEqual(usual, ready)

    def test_the_flags_have_their_usual_values(self):
        self.assertEqual([int(one) for one in (re.I, re.M, re.S, re.A)],
                         [patterns.I, patterns.M, patterns.S, patterns.A])

    def test_and_without_the_other_process_by_re_itself(self):
        self.supply.settle()
        self.assertEqual('7', self.supply.pattern(r'(\d)', 0).search('x7').group(1))


class ProcessTest(unittest.TestCase):
    def test_the_compiling_process_ends_with_the_first_facts(self):
        process = AgentProcess()
        self.addCleanup(process.close)
        process.subscribe(probes=[ask('internet', name='127.0.0.1:1')])
        process.next('fact')

        def ours():
            found = 0
            for number in filter(str.isdigit, os.listdir('/proc')):
                try:
                    with open('/proc/%s/environ' % number) as environ:
                        found += process.name in environ.read()
                except OSError:
                    pass
            return found
        support.eventually(lambda: ours() == 2)  # the launcher and the agent

    def test_neither_re_nor_subprocess_is_loaded_by_what_the_agent_runs(self):
        """In an interpreter of its own, with all modules of the agent."""
        script = (
            'import re, sys; sys.path.insert(0, sys.argv[1])\n'
            'from linkscope_agent import patterns; patterns.prepared = re.compile\n'
            'del sys.modules["re"]; sys.modules["subprocess"] = None; sys.modules["re"] = None\n'
            'from linkscope_agent import agent, command, facts, gateway, request\n'
            'for module in "dns reach plugin_link server_http server_paths server_ws stun trace '
            'webcam_snapshot webcam_stream".split(): __import__("linkscope_agent." + module)\n'
            'assert [frame for read, _ in facts.SOURCES for frame in read()]\n'
            'print(command.Command("echo").run("hello"))\n')
        told = subprocess.check_output([sys.executable, '-I', '-S', '-c', script, support.SOURCES])
        self.assertEqual(b'hello\n\n', told)


class FirstFactsTest(unittest.TestCase):
    def setUp(self):
        self.crew = Crew()
        self.crew.start()
        self.told, self.settled = [], threading.Event()
        self.watch = fact_watch.FactWatch(self.crew, self.told.append, self.settled.set)

    def test_are_put_off_where_many_come_at_once_and_not_for_one_who_waits(self):
        with mock.patch.object(fact_watch, 'chance', return_value=1):
            self.watch.start(30)
            self.watch.look()
            self.assertFalse(self.settled.wait(0.3))
            self.assertEqual([], self.told)
            self.watch.start(0)
            self.assertTrue(self.settled.wait(support.PATIENCE))
        keys = [fact['k'] for fact in self.told]
        self.assertIn('os.name', keys)
        self.assertEqual(len(keys), len(set(keys)))

    def test_lie_within_a_minute_however_many_there_are(self):
        with mock.patch.object(fact_watch, 'chance', return_value=1):
            before = fact_watch.clock.boot()
            self.watch.start(86400)
        self.assertLess(self.watch._entry[0] - before, 61)


class UsersTest(unittest.TestCase):
    def test_patterns_of_modules_work(self):
        self.assertEqual(b'a b', url._unquote('a%20b:')[:3])
        self.assertTrue(facts_kernel._USUAL.search('x clm_blob y'))


if __name__ == '__main__':
    unittest.main()
