"""Probe server.paths: every way to the server, and who stands on it."""
from . import certificate, dates, families, leg, proxies, suspicion, through, traffic, url
from .attempt import Failed
from .server_http import ServerHttp

PAGE = '/api/v1/octo/printer/'
HEALTH = '/hc/'  # servers of one's own say `Okay` there
# Shares of the time left: for names, for all ways side by side, for each second look.
NAMES, WAYS, LOOK = 0.4, 0.6, 0.6
MOST_ROUND_TRIP = 2.0  # seconds; beyond it the server's clock is not known well enough
# One of these on any way is told, whatever the other ways do.
_SUSPICIOUS = ('captive_portal', 'wrong_server', 'mtu_black_hole', 'cert_untrusted')


class ServerPaths:
    """One GET by each address of each family and one by the proxy, side by side."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._text = spec.url
        self._tell_fact = tell_fact
        self._server = ServerHttp(spec, tell_fact)

    def run(self, attempt):
        address = url.below(self._text, PAGE)
        if address.host != suspicion.CLOUD:
            # A page that costs a server of one's own nothing, and stands in nobody's statistics.
            address = url.below(self._text, HEALTH)
        proxy = proxies.find(address)
        self._tell_proxy(proxy)
        survey = _Survey(attempt, address, self._judge)
        survey.resolve(needed=proxy is None)
        survey.go(proxy)
        survey.look_again()
        survey.tell(self._tell_fact)
        survey.end()

    def _judge(self, address, answer):
        if address.host == suspicion.CLOUD:
            self._server.judge(address, answer)
        elif answer.status == 200:
            # The page calls itself HTML, so only its content tells it from a sign-in page.
            begin = answer.body(64).lstrip()[:4]
            if begin != b'Okay' and begin[:1] not in (b'{', b'['):
                html = begin[:1] == b'<' or 'html' in answer.media_type()
                raise Failed('captive_portal' if html else 'wrong_content', 'response')
        else:
            self._judge_refusal(address, answer)

    def _judge_refusal(self, address, answer):
        try:
            self._server.judge(address, answer)
        except Failed as e:
            # An older server has no health page, and says so itself: the way is there.
            if e.error_class not in ('not_found', 'http_4xx'):
                raise

    def _tell_proxy(self, proxy):
        place = 'none'
        if proxy is not None:
            place = proxy.trouble or '%s:%d' % (proxy.host[:60], proxy.port)
        self._tell_fact('proxy.configured', place)
        self._tell_fact('proxy.source', proxies.current()[1])


class _Survey:
    """The ways of one attempt."""

    def __init__(self, attempt, address, judge):
        self._attempt = attempt
        self._address = address
        self._judge = judge
        self._families = []
        self._direct = []
        self._proxied = None
        self._look = None  # without verification, where that failed

    def resolve(self, needed):
        """Behind a proxy it is normal that names cannot be resolved here."""
        try:
            self._families = families.resolve(self._attempt, self._address.host,
                                              self._address.port, NAMES)
        except Failed:
            if needed:
                raise

    def go(self, proxy):
        attempt, address = self._attempt, self._address
        attempt.enter('connect', timed='paths')
        seconds = attempt.left() * WAYS
        ask = leg.asking(address, self._judge)
        pairs = []
        for family in self._families:
            for found in family.found:
                one = leg.Leg('%s %s' % (family.number, found[4][0]), seconds, found)
                pairs.append((one, leg.to_address(found, address, then=ask)))
        self._direct = [one for one, _ in pairs]
        if proxy is not None:
            self._proxied = leg.Leg('', seconds)
            pairs.append((self._proxied, self._through(proxy)))
        leg.side_by_side(pairs)

    def look_again(self):
        """At the first way of each kind that failed in TLS: more would only repeat it."""
        hung = next((one for one in self._direct
                     if (one.phase, one.verdict) == ('tls', 'timeout')), None)
        if hung and suspicion.black_hole(hung.found, self._address, self._attempt.left() * LOOK):
            hung.verdict = 'mtu_black_hole'
        bad = next((one for one in self._direct if one.verdict.startswith('cert_')), None)
        if bad:
            self._look = suspicion.unverified(bad.found, self._address,
                                              self._attempt.left() * LOOK)
        self._intercepted(bad)
        if self._direct and not self._good():
            first = self._first()
            if suspicion.portal(first.found, self._address, self._judge,
                                self._attempt.left() * LOOK):
                first.verdict, first.phase = 'captive_portal', 'response'

    def tell(self, tell_fact):
        details = self._attempt.details
        for i, one in enumerate(self._direct):
            details['p%d' % i] = one.text()
        for family in self._families:
            details['ipv' + family.number] = self._state(family)
        if self._proxied is not None:
            details['proxy'] = self._proxied.text()
        good = self._good()
        if good is not None and self._address.host != suspicion.CLOUD:
            status = good.reply.status
            details['hc'] = 'ok' if status == 200 else str(status)
        source = self._look or self._good()
        if source is not None:
            issuer, last_day = certificate.describe(source.certificate)
            if issuer:
                tell_fact('server.certificate.issuer', issuer)
            if last_day:
                tell_fact('server.certificate.expires', last_day)
            skew = _skew(source)
            if skew is not None:
                tell_fact('server.clock_skew', str(skew))

    def end(self):
        """Returns if a way works and nothing is suspicious; raises what is told of it otherwise."""
        ways = ([self._proxied] if self._proxied else []) + self._direct
        for one in ways:
            if one.skipped is not None and one.skipped.back_off:
                raise one.skipped
        for one in ways:
            if one.verdict in _SUSPICIOUS:
                raise Failed(one.verdict, one.phase)
        if any(one.verdict == 'ok' for one in ways):
            return
        first = self._proxied or self._first()
        raise Failed(first.verdict, first.phase)

    def _through(self, proxy):
        def work(one):
            sock = through.connect(one, proxy, self._address, verify=True)
            try:
                self._judge(self._address, through.get(one, sock, proxy, self._address))
            finally:
                traffic.close(sock)
        return work

    def _first(self):
        """The first way, if there is one for which there is a route."""
        routed = [one for family in self._families if family.has_route()
                  for one in self._ways_of(family)]
        return (routed or self._direct)[0]

    def _good(self):
        return next((one for one in self._direct if one.verdict == 'ok'), None)

    def _intercepted(self, bad):
        one = bad or self._good()
        if one is not None and self._address.scheme == 'https':
            der = (self._look if bad else one).certificate
            why = suspicion.stranger(self._address, one, der, self._attempt.left() * LOOK)
            if why:
                self._attempt.details['intercepted'] = why

    def _ways_of(self, family):
        return [one for one in self._direct if one.name.startswith(family.number + ' ')]

    def _state(self, family):
        """ok, or why this family is of no use here; `broken` is the one that costs time."""
        ways = self._ways_of(family)
        if not ways:
            return {'nxdomain': 'no_address'}.get(family.trouble, family.trouble)
        if any(one.verdict == 'ok' for one in ways):
            return 'ok'
        return 'broken' if family.has_route() else 'no_route'


def _skew(one):
    """Our clock minus the server's in seconds, right to 1.5 s; None if that is not known."""
    if one.reply is None or one.reply.headers.get('age', '0') != '0':
        return None
    theirs = dates.http(one.reply.headers.get('date', ''))
    if theirs is None or one.answered - one.sent > MOST_ROUND_TRIP:
        return None
    # The date is cut to whole seconds.
    return round((one.sent + one.answered) / 2 - (theirs + 0.5))
