"""One fact: known, known absent, or not checked and why. Groups of facts are read together."""


class Unknown:
    """In the place of a value: it was not checked, and why."""

    def __init__(self, why):
        self.why = why

    def __eq__(self, other):
        return isinstance(other, Unknown) and other.why == self.why

    __hash__ = None


def known(key, value, unit=None):
    return {'t': 'fact', 'k': key, 'st': 'known', 'v': value[:200], 'u': unit}


def absent(key):
    return {'t': 'fact', 'k': key, 'st': 'absent'}


def not_checked(key, why):
    return {'t': 'fact', 'k': key, 'st': 'not_checked', 'why': why}


class Group:
    """Facts of one subject. A mistake of ours makes them not checked and nothing else.

    UNITS has every key of the group. STEPS has the numbers that never rest: a new value is told
    only when it differs from the one told last by a step, or the memory of the agent would fill
    with noise.
    """

    UNITS = {}
    STEPS = {}

    def __init__(self):
        self._turn = [True]  # one reader at a time; it takes it out
        self._told = {}
        self._before = {}

    def values(self):
        """Values by key: text, number, truth or Unknown. What is missing or None is absent."""
        raise NotImplementedError

    def read(self):
        """A frame for each key. Never raises, and never waits for an earlier read that hangs."""
        return [self._frame(key, value) for key, value in self._found().items()]

    def news(self):
        """As `read`, but only of what is not as it was at the last time."""
        before, found = self._before, self._found()
        if found == before:
            return []
        self._before = found
        return [self._frame(key, value) for key, value in found.items()
                if key not in before or before[key] != value]

    def _found(self):
        try:
            self._turn.pop()
        except IndexError:
            return self._all('no answer yet')
        try:
            found = self.values()
            return {key: self._steady(key, found.get(key)) for key in self.UNITS}
        except Exception as e:
            return self._all(type(e).__name__)
        finally:
            self._turn.append(True)

    def _all(self, why):
        return dict.fromkeys(self.UNITS, Unknown(why))

    def _frame(self, key, value):
        if value is None:
            return absent(key)
        if isinstance(value, Unknown):
            return not_checked(key, value.why)
        return known(key, _text(value), self.UNITS[key])

    def _steady(self, key, value):
        if key not in self.STEPS or value is None or isinstance(value, Unknown):
            return value
        last = self._told.get(key)
        if last is None or abs(value - last) >= self.STEPS[key]:
            self._told[key] = last = value
        return last


def _text(value):
    if isinstance(value, bool):
        return 'true' if value else 'false'
    return '%.10g' % value if isinstance(value, float) else str(value)
