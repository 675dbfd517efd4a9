"""Runs a command and holds it to a peak of memory: memory.py MIB COMMAND [ARGUMENT ...]"""

import os
import sys


def main():
    limit, command = int(sys.argv[1]), sys.argv[2:]
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(pid, 0)
    peak = used.ru_maxrss / 1024
    print(f"{peak:.0f} MiB at most, {used.ru_utime + used.ru_stime:.1f} s of CPU")
    return 1 if os.waitstatus_to_exitcode(status) or peak > limit else 0


if __name__ == "__main__":
    sys.exit(main())
