"""The clocks. Nothing but `pair` reads the wall clock, because it may jump by a year at any moment."""
import time

_BOOT = getattr(time, 'CLOCK_BOOTTIME', time.CLOCK_MONOTONIC)

# Runs while the computer is awake: for time-outs and leases.
awake = time.monotonic


def boot():
    """Seconds since the computer started, sleep included; never jumps."""
    return time.clock_gettime(_BOOT)


def asleep():
    """Seconds that the computer slept since it started, but for a constant."""
    return boot() - awake()


def pair():
    """Both clocks at one moment, in seconds: boot clock and Unix time."""
    return [round(boot(), 3), round(time.time(), 3)]
