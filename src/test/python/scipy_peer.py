"""What SciPy says to the same questions, and how long it takes, for PeerStatisticsBench.

Reads one JSON object: {name: [[argument, ...], ...]}. Prints one: {"version": ..., "numpy": ...,
"found": {name: {"values": [...], "each": seconds of one call, "together": seconds of one where all
are asked in one call, or null where SciPy has no such call}}}.
"""
import json
import sys
import time

import numpy
import scipy
from scipy import stats


def wilson(share, n):
    """binomtest takes whole counts alone; the score interval as SciPy computes it for them."""
    found = stats.binomtest(round(share * n), round(n)).proportion_ci(0.95, method='wilson')
    return [found.low, found.high]


def garwood(count):
    return [0.0 if count == 0 else stats.gamma.ppf(0.025, count), stats.gamma.ppf(0.975, count + 1)]


def garwoods(counts):
    low = stats.gamma.ppf(0.025, numpy.maximum(counts, 1e-9))
    return numpy.where(counts == 0, 0, low), stats.gamma.ppf(0.975, counts + 1)


def fisher(having, group, other_having, others):
    table = [[having, group - having], [other_having, others - other_having]]
    return stats.fisher_exact(table, alternative='greater')[1]


def fishers(having, group, other_having, others):
    return stats.hypergeom.sf(having - 1, group + others, having + other_having, group)


def poisson_rates(first, first_time, second, second_time):
    share = first_time / (first_time + second_time)
    more = stats.binom.sf(first - 1, first + second, share)
    fewer = stats.binom.sf(second - 1, first + second, 1 - share)
    return min(1.0, 2 * min(more, fewer))


def many_poisson_rates(first, first_time, second, second_time):
    share = first_time / (first_time + second_time)
    more = stats.binom.sf(first - 1, first + second, share)
    fewer = stats.binom.sf(second - 1, first + second, 1 - share)
    return numpy.minimum(1.0, 2 * numpy.minimum(more, fewer))


def kolmogorov(distance, n):
    """The limiting law, at the argument that Stephens (1970) corrects for few observations."""
    root = n ** 0.5
    return stats.kstwobign.sf((root + 0.12 + 0.11 / root) * distance)


def normal(z):
    return 2 * stats.norm.sf(abs(z))


QUESTIONS = {'wilson': (wilson, None), 'garwood': (garwood, garwoods), 'fisher': (fisher, fishers),
             'poisson rates': (poisson_rates, many_poisson_rates),
             'kolmogorov': (kolmogorov, kolmogorov), 'normal': (normal, normal)}


def seconds(work, least=0.3):
    """Of one round of it, the best of as many as fit in so many seconds, at least three."""
    best, until, rounds = float('inf'), time.perf_counter() + least, 0
    while rounds < 3 or time.perf_counter() < until:
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
        rounds += 1
    return best


def answer(name, asked):
    one, many = QUESTIONS[name]
    values = [one(*arguments) for arguments in asked]
    each = seconds(lambda: [one(*arguments) for arguments in asked]) / len(asked)
    together = None
    if many:
        columns = [numpy.array(column, dtype=float) for column in zip(*asked)]
        together = seconds(lambda: many(*columns)) / len(asked)
    return {'values': [[float(v) for v in numpy.atleast_1d(value)] for value in values],
            'each': each, 'together': together}


def main():
    asked = json.load(sys.stdin)
    print(json.dumps({'version': scipy.__version__, 'numpy': numpy.__version__,
                      'found': {name: answer(name, asked[name]) for name in asked}}))


if __name__ == '__main__':
    main()
