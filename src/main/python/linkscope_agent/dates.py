"""Dates as protocols write them, without the weight of a calendar module."""
from . import patterns

_MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
_HTTP = patterns.compile(
    r'[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT', patterns.A)


def http(text):
    """Unix time of an IMF-fixdate (RFC 9110 section 5.6.7); None if it is none."""
    match = _HTTP.fullmatch(text)
    if not match or _MONTHS.find(match.group(2)) % 3:
        return None
    day, _, year, hour, minute, second = match.groups()
    month = _MONTHS.find(match.group(2)) // 3 + 1
    days = _days(int(year), month, int(day))
    return ((days * 24 + int(hour)) * 60 + int(minute)) * 60 + int(second)


def _days(year, month, day):
    """Days since 1970-01-01 in the Gregorian calendar, counted from March."""
    if month < 3:
        year, month = year - 1, month + 12
    leap = year // 4 - year // 100 + year // 400
    return 365 * year + leap + (153 * (month - 3) + 2) // 5 + day - 1 - 719468
