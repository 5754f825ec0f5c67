"""Runs a command and prints its wall seconds, processor seconds, peak MiB and exit status.

    python3 measure.py STDOUT COMMAND...

A process of its own: a child's peak begins with what its parent held when it was made, and this one holds nothing.
"""
import os
import subprocess
import sys
import time

start = time.monotonic()
with open(sys.argv[1], "wb") as out:
    process = subprocess.Popen(sys.argv[2:], stdout=out)
    _, status, usage = os.wait4(process.pid, 0)
wall = time.monotonic() - start
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), file=sys.stdout)
