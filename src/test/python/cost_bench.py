"""Measures what a probe of the agent costs, beside others that make the same one.

    python3 cost_bench.py [--rounds 3] [--seconds 4] [--day 90] [--parts 12]
                          [--no-memory] [--only agent] [--json]

Prints tables, and who costs how much beside whom; with --json, lines {"title","columns"} and
{"row"}, and {"compared","unit","ours","peer","theirs"}, for AgentBench.
"""
import argparse
import json
import statistics
import sys

import cost_world

RATES = (None, 20, 1)  # probes a second; None is one after the other, without a pause
SELDOM = 5  # seconds in place of 300
FASTER = 10  # times, where a probe is measured by itself
SETTLE = 12  # seconds until memory is looked at


def contenders(world, only):
    """Those that are installed; notes say which are not."""
    import cost_contenders
    import cost_others
    found = []
    versions, notes = cost_world.pythons()
    world.notes += notes
    for version, python in versions:
        found.append(cost_contenders.Agent(world, version, python))
    for kind in (cost_others.Exporter, cost_others.Curl):
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


def probes(world, options, emit, figures):
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
            rounds = all_in[one, rate]
            emit({'row': [one.name, rate or 'no pause', spread([a for a, _ in rounds]),
                          spread([b for _, b in rounds]), mebi(one.memory['pss']),
                          mebi(one.memory['own']), mebi(one.memory['rss'])]})
    exporter = [one for one in found if one.name == 'blackbox exporter']
    for one in found:
        if one.name.startswith('agent'):
            for rate in RATES:
                each = statistics.median(a for a, _ in all_in[one, rate])
                what = 'CPU ms a probe, %s, %s' % (one.name, '%d a second' % rate if rate
                                                   else 'no pause')
                figures.append((what, 1.0, each))
                for other in exporter:
                    figures.append((what + ', against the exporter', statistics.median(
                        a for a, _ in all_in[other, rate]), each))
                for other in found:
                    if not other.name.startswith('agent'):
                        emit({'compared': what, 'unit': 'ms', 'ours': each, 'peer': other.name,
                              'theirs': statistics.median(a for a, _ in all_in[other, rate])})
            for other in exporter:
                emit({'compared': 'private memory, %s' % one.name, 'unit': 'MiB',
                      'ours': one.memory['own'] / 1024, 'peer': other.name,
                      'theirs': other.memory['own'] / 1024})
    for one in found:
        if hasattr(one, 'close'):
            one.close()


def day(world, options, emit, figures):
    """What is made every 300 s is measured apart, at a cadence of SELDOM, and added."""
    import cost_contenders
    import cost_printer
    emit({'title': 'A day of the usual probes and facts, from %d s' % options.day,
          'columns': ['agent', 'CPU s a day', 'of it every 300 s', 'of it facts and heartbeats',
                      'relay, s a day', 'outcomes']})
    printer = cost_printer.Printer(world)
    rows = []
    try:
        for version, python in cost_world.pythons()[0]:
            agent = cost_contenders.Agent(world, version, python)
            often, relay, verdicts, _ = agent.day(printer.often(), options.day)
            idle = agent.idle(options.day / 2) * 86400
            seldom, _, further, _ = agent.day(printer.seldom(SELDOM), options.day / 4)
            added = max(0.0, seldom - idle) * SELDOM / 300
            figures.append(('CPU s a day, %s' % agent.name, 80, often + added))
            emit({'row': [agent.name, '%.1f' % (often + added), '%.1f' % added, '%.1f' % idle,
                          '%.1f' % relay, ', '.join(
                              '%d %s' % (n, what)
                              for what, n in sorted(dict(verdicts, **further).items()))]})
            if options.parts and not rows:  # of the oldest python alone
                rows += [[agent.name] + row for row in _parts(agent, printer, options.parts, idle)]
        if rows:
            emit({'title': 'The same by parts, each beside the facts alone and 10 times as '
                           'often, from %d s' % options.parts,
                  'columns': ['agent', 'probe', 'CPU s a day']})
        for row in rows:
            emit({'row': row})
    finally:
        printer.close()


def _parts(agent, printer, seconds, idle):
    for asked in printer.often():
        if asked.get('every') != 0:
            faster = dict(asked, cadence=asked['cadence'] / FASTER)
            spent = agent.day([faster], seconds)[0]
            yield [asked['target'], '%.1f' % (max(0.0, spent - idle) / FASTER)]


def memory(world, emit, figures):
    """A run of its own for each: who else maps a library shares its pages. These come last, as
    the pythons are of their own copies from then on."""
    import cost_contenders
    import cost_printer
    emit({'title': 'Pss of the agent with all probes, after %d s' % SETTLE,
          'columns': ['agent', 'alone, MiB', 'beside another python, MiB', 'private, MiB']})
    printer = cost_printer.Printer(world)
    try:
        for version, python in cost_world.pythons()[0]:
            world.own_copy(python)
            agent = cost_contenders.Agent(world, version, python)
            asked = printer.often() + printer.seldom(SELDOM)
            alone = agent.day(asked, SETTLE)[3]
            with cost_printer.other_python(world, python):
                beside = agent.day(asked, SETTLE)[3]
            figures.append(('Pss alone, MiB, %s' % agent.name, 10, alone['pss'] / 1024))
            figures.append(('Pss beside another, MiB, %s' % agent.name, 10, beside['pss'] / 1024))
            emit({'row': [agent.name, mebi(alone['pss']), mebi(beside['pss']),
                          mebi(alone['own'])]})
    finally:
        printer.close()


def summary(figures, emit):
    emit({'title': 'Wanted and measured',
          'columns': ['figure', 'wanted, at most', 'measured', 'met']})
    for what, wanted, measured in figures:
        emit({'row': [what, '%g' % wanted, '%.2f' % measured,
                      'yes' if measured <= wanted else 'no']})


def show(frame):
    """A line for people."""
    if 'compared' in frame:
        print('%(compared)s: %(ours).2f %(unit)s, %(peer)s %(theirs).2f' % frame)
    elif 'title' in frame:
        print('\n%s\n%s' % (frame['title'], ' | '.join(frame['columns'])))
    else:
        print(' | '.join(map(str, frame['row'])))
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--seconds', type=float, default=4)
    parser.add_argument('--day', type=float, default=90)
    parser.add_argument('--parts', type=float, default=12, help='seconds for each probe')
    parser.add_argument('--no-memory', dest='memory', action='store_false')
    parser.add_argument('--only', default='')
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    cost_world.isolate()
    emit = (lambda frame: print(json.dumps(frame), flush=True)) if options.json else show
    world = cost_world.World()
    try:
        figures = []
        if options.rounds:
            probes(world, options, emit, figures)
        if options.day and world.isolated:
            day(world, options, emit, figures)
        elif options.day:
            world.notes.append('no day without a router of its own')
        if options.memory and world.isolated:
            memory(world, emit, figures)
        summary(figures, emit)
        if world.notes:
            emit({'title': 'What could not be as wanted', 'columns': ['note']})
        for note in world.notes:
            emit({'row': [note]})
    finally:
        world.close()


if __name__ == '__main__':
    main()
