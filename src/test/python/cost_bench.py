"""Measures what a probe of the agent costs, beside others that make the same one.

    python3 cost_bench.py [--rounds 3] [--seconds 4] [--day 90] [--only agent] [--json]

Prints tables; with --json, lines {"title","columns"} and {"row"}, for AgentBench.
"""
import argparse
import json
import statistics
import sys

import cost_world

RATES = (None, 20, 1)  # probes a second; None is one after the other, without a pause
SELDOM = 5  # seconds in place of 300


def contenders(world, only):
    """Those that are installed; notes say which are not."""
    import cost_contenders as all_of_them
    found = []
    versions, notes = cost_world.pythons()
    world.notes += notes
    for version, python in versions:
        found.append(all_of_them.Agent(world, version, python))
    for kind in (all_of_them.Exporter, all_of_them.Curl):
        if only and only not in kind.name:
            continue
        if kind.missing():
            world.notes.append(kind.name.partition(',')[0] + ' is not installed')
        else:
            found.append(kind(world))
    return found


def spread(values):
    return '%.2f - %.2f - %.2f' % (min(values), statistics.median(values), max(values))


def mebi(kibi):
    return '' if kibi is None else '%.1f' % (kibi / 1024)


def probes(world, options, emit):
    found = contenders(world, options.only)
    for one in found:
        one.idle(options.seconds)
    all_in = {(one, rate): [] for one in found for rate in RATES}
    for _ in range(options.rounds):
        for rate in RATES:
            for one in found:
                seconds = options.seconds * (2 if rate == 1 else 1)
                spent, n = one.run(rate, seconds)
                least = 0.7 * rate * seconds if rate else 10
                assert n >= least, '%s: %d probes' % (one.name, n)
                idle = one.idle_cpu * seconds if rate else 0
                all_in[one, rate].append((spent * 1000 / n, (spent - idle) * 1000 / n))
    emit({'title': 'CPU of an HTTPS probe, ms: least - median - most of %d rounds in turn'
                   % options.rounds,
          'columns': ['contender', 'probes a second', 'all in', 'without idling',
                      'Pss, MiB', 'private, MiB', 'Rss, MiB']})
    for rate in RATES:
        for one in found:
            figures = all_in[one, rate]
            emit({'row': [one.name, rate or 'no pause', spread([a for a, _ in figures]),
                          spread([b for _, b in figures]), mebi(one.memory['pss']),
                          mebi(one.memory['own']), mebi(one.memory['rss'])]})
    for one in found:
        if hasattr(one, 'close'):
            one.close()


def day(world, options, emit):
    """What is made every 300 s is measured apart, at a cadence of SELDOM, and added."""
    import cost_contenders as all_of_them
    import cost_printer
    emit({'title': 'A day of the usual probes and facts, from %d s' % options.day,
          'columns': ['agent', 'CPU s a day', 'of it every 300 s', 'wanted', 'relay, s a day',
                      'outcomes', 'Pss, MiB', 'private, MiB', 'Rss, MiB']})
    printer = cost_printer.Printer(world)
    try:
        for version, python in cost_world.pythons()[0]:
            agent = all_of_them.Agent(world, version, python)
            often, relay, verdicts, memory = agent.day(printer.often(), options.day)
            idle = agent.idle(options.day / 4) * 86400
            seldom, _, further, _ = agent.day(printer.seldom(SELDOM), options.day / 4)
            added = max(0.0, seldom - idle) * SELDOM / 300
            emit({'row': [agent.name, '%.1f' % (often + added), '%.1f' % added, '80',
                          '%.1f' % relay, ', '.join(
                              '%d %s' % (n, what)
                              for what, n in sorted(dict(verdicts, **further).items())),
                          mebi(memory['pss']), mebi(memory['own']), mebi(memory['rss'])]})
    finally:
        printer.close()


def show(frame):
    """A line for people."""
    if 'title' in frame:
        print('\n%s\n%s' % (frame['title'], ' | '.join(frame['columns'])))
    else:
        print(' | '.join(map(str, frame['row'])))
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--seconds', type=float, default=4)
    parser.add_argument('--day', type=float, default=90)
    parser.add_argument('--only', default='')
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    cost_world.isolate()
    emit = (lambda frame: print(json.dumps(frame), flush=True)) if options.json else show
    world = cost_world.World()
    try:
        if options.rounds:
            probes(world, options, emit)
        if options.day and world.isolated:
            day(world, options, emit)
        elif options.day:
            world.notes.append('no day without a router of its own')
        if world.notes:
            emit({'title': 'What could not be as wanted', 'columns': ['note']})
        for note in world.notes:
            emit({'row': [note]})
    finally:
        world.close()


if __name__ == '__main__':
    main()
