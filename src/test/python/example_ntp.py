"""Probe ntp, the worked example of the developer guide: does a time server answer (RFC 5905)?"""
from linkscope_agent import endpoint
from linkscope_agent import sockets as socket
from linkscope_agent.attempt import Failed

REQUEST = b'\x23' + bytes(47)  # version 4, mode 3: a client asks (section 7.3)


class Ntp:
    """One question by UDP; anything that is no server's answer is not taken for one."""

    first_phase = 'connect'

    def __init__(self, spec, tell_fact):
        self._name = spec.name
        self._tell_fact = tell_fact

    def run(self, attempt):
        address = endpoint.parse(self._name, 123)
        attempt.enter('connect')
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.settimeout(attempt.left())
            try:
                sock.connect(address)
                attempt.enter('request')
                sock.send(REQUEST)
                answer = sock.recv(256)
            except socket.timeout:  # no TimeoutError before Python 3.10
                raise Failed('timeout') from None
            except OSError:
                raise Failed('unreachable') from None
        if len(answer) < 48 or answer[0] & 7 != 4:  # mode 4: a server answers
            raise Failed('garbage')
        attempt.details['stratum'] = str(answer[1])
