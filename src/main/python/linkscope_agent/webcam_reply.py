"""A camera's reply, as the plugin gets it: over redirects, and after logging in."""

from . import patterns, reply, traffic, url, webcam_login
from .attempt import Failed
from .connection import open_url

MOST_REDIRECTS = 5
_MEDIA_TYPE = patterns.compile(r'[a-z]{1,20}/[a-z0-9.+-]{1,40}')  # an outcome repeats no other text


def fetch(attempt, address, auth, verify, use):
    """Asks until there is a reply that leads nowhere else, and hands it to `use`."""
    login, redirects, challenged = webcam_login.first(auth, address), 0, False
    while redirects <= MOST_REDIRECTS:
        sock = open_url(attempt, address, verify)
        try:
            answer = reply.get(attempt, sock, address, login)
            if answer.status == 401 and login == '' and not challenged:
                challenged = True
                login = webcam_login.digest(answer.headers.get('www-authenticate', ''), address)
                if login:
                    continue
            there = answer.headers.get('location')
            if answer.status not in (301, 302, 303, 307, 308) or not there:
                use(answer)
                return
            address = _follow(address, there)
            login, challenged = webcam_login.first(auth, address), False
            redirects += 1
        finally:
            traffic.close(sock)
    raise Failed('redirect', 'response')


def check_head(attempt, answer):
    """Raises Failed for a status that is no success, and for bodies in an encoding."""
    status, media = answer.status, answer.media_type()
    if _MEDIA_TYPE.fullmatch(media):
        attempt.details['type'] = media
    if status == 401:
        raise Failed('login_needed', 'response')
    if status == 404:
        raise Failed('not_found', 'response')
    if status // 100 == 5:
        raise Failed('http_5xx', 'response')
    if status // 100 == 4:
        raise Failed('http_4xx', 'response')
    if status // 100 != 2:
        raise Failed('redirect' if status // 100 == 3 else 'garbage', 'response')
    # We asked for none (RFC 9110, 12.5.3) and decode none: it could grow without end.
    if answer.headers.get('content-encoding', 'identity').strip().lower() not in ('', 'identity'):
        raise Failed('encoded', 'response')


def _follow(address, location):
    try:
        return url.join(address, location)
    except Failed:
        raise Failed('redirect', 'response') from None
