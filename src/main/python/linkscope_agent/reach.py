"""Probes turn and internet: can a TCP connection be made to that place? Nothing is sent."""
from . import endpoint, traffic, url
from .connection import open_url


class Reach:
    """A reference tells whether the network works where the server does not."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._name = spec.name

    def run(self, attempt):
        host, port = endpoint.parse(self._name)
        place = url.Url('http', host, port, '/', None)
        traffic.close(open_url(attempt, place, verify=False))
