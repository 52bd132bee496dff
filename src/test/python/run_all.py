"""Runs every test module as a process of its own, some side by side, for most of their time is waiting.

Prints what failed, and at the end a line for each module with its seconds. Exit code 1 if any failed.
"""
import os
import queue
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
AT_ONCE = 4
PATIENCE = 280


def run(name):
    """(seconds, exit code, output) of one module."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, '-W', 'error::SyntaxWarning', '-m', 'unittest', '-v', name],
        cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    alarm = threading.Timer(PATIENCE, process.kill)
    alarm.start()
    output = process.communicate()[0].decode(errors='replace')
    alarm.cancel()
    return time.monotonic() - begun, process.returncode, output


def main():
    waiting = queue.Queue()
    # The one that takes longest first, so that it is not the last to end.
    for name in sorted(os.listdir(HERE), key=lambda name: name != 'test_detached.py'):
        if name.startswith('test_') and name.endswith('.py'):
            waiting.put(name[:-3])
    done = []

    def work():
        while True:
            try:
                name = waiting.get_nowait()
            except queue.Empty:
                return
            done.append((name,) + run(name))
    threads = [threading.Thread(target=work) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _, _, code, output in done:
        if code:
            print(output)
    for name, seconds, code, output in sorted(done, key=lambda one: -one[1]):
        skipped = [line for line in output.splitlines() if 'skipped' in line and '...' in line]
        print('%5.1f s %s %s' % (seconds, 'ok    ' if code == 0 else 'FAILED', name))
        for line in skipped:
            print('        ' + line)
    sys.exit(any(code for _, _, code, _ in done))


if __name__ == '__main__':
    main()
