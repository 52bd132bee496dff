"""The worked example of the developer guide, run by the agent's own threads."""
import socket
import threading
import unittest
from unittest import mock

import support
from linkscope_agent import request
import example_ntp

BENCH = support.Bench()


class NtpTest(unittest.TestCase):
    def setUp(self):
        for patch in (mock.patch.dict(request.PROBES, {'ntp': example_ntp.Ntp}),
                      mock.patch.object(request, 'NAMED', request.NAMED | {'ntp'})):
            patch.start()
            self.addCleanup(patch.stop)

    def ask(self, answer):
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(server.close)
        server.bind(('127.0.0.1', 0))
        server.settimeout(support.PATIENCE)

        def serve():
            client = server.recvfrom(256)[1]
            if answer is not None:
                server.sendto(answer, client)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        name = '127.0.0.1:%d' % server.getsockname()[1]
        return BENCH.run(support.spec('ntp', name=name, deadline=0.5))[0]

    def test_a_time_server_answers(self):
        outcome = self.ask(b'\x24\x02' + bytes(46))
        self.assertEqual('ok', outcome['r'])
        self.assertEqual('2', outcome['d']['stratum'])

    def test_what_is_no_answer_fails(self):
        self.assertEqual('failed request garbage', support.verdict(self.ask(b'hello')))

    def test_silence_fails(self):
        self.assertEqual('failed request timeout', support.verdict(self.ask(None)))


if __name__ == '__main__':
    unittest.main()
