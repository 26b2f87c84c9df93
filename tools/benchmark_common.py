# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs that run benchmarks share: quiet processors, and the page that figures are written into."""
import contextlib
import os
import pathlib
import platform
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "build/release/tests/benchmarks"
PAGE = ROOT / "docs/performance.md"


def keep_to(processors):
    """For preexec_fn: which processors a program may run on; None: any."""
    return (lambda: os.sched_setaffinity(0, processors)) if processors else None


def processors():
    """Those of the server and those of the pingers. Left to the system, it is a matter of luck whether the two share
    one, and that shows in the round trip more than anything that a pinger does."""
    all_of_them = sorted(os.sched_getaffinity(0))
    if len(all_of_them) < 2:
        return None, None
    return {all_of_them[0]}, set(all_of_them[1:])


@contextlib.contextmanager
def awake():
    """Keeps every processor from halting, with a program that runs only when nobody else wants to. In a virtual machine
    it takes up to milliseconds of system time to leave a halt, and at ten pings a second that would be all one sees."""
    def idle_on(number):
        os.sched_setaffinity(0, {number})
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))

    spinners = [subprocess.Popen([sys.executable, "-c", "while True: pass"], preexec_fn=lambda n=number: idle_on(n))
                for number in os.sched_getaffinity(0)]
    try:
        yield
    finally:
        for spinner in spinners:
            spinner.kill()
            spinner.wait()


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def machine(load_before):
    return (f"Measured on {time.strftime('%Y-%m-%d')}: {processor()}, {os.cpu_count()} processors, Linux "
            f"{platform.release()}; load average {load_before:.1f} before and {os.getloadavg()[0]:.1f} after.")


def write_section(name, text):
    """Replaces the section of this name in docs/performance.md; it is appended when there is none."""
    begin, end = f"<!-- {name}: written by tools/benchmark -->", f"<!-- {name}: end -->"
    page = PAGE.read_text(encoding="utf-8")
    if begin not in page:
        page += f"\n{begin}\n{end}\n"
    head, rest = page.split(begin, 1)
    tail = rest.split(end, 1)[1]
    PAGE.write_text(f"{head}{begin}\n{text}\n{end}{tail}", encoding="utf-8")
