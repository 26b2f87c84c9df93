# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what it costs to look at a large history (20 peers, 30 days, one ping a second: 52 million pings) in the chart
of the real window under a virtual display, and writes the table into docs/performance.md. The file is the one of
tools/benchmark history: made on the first run and kept in build/."""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys

from benchmark_common import ROOT, awake, machine, write_section
from benchmark_window import BINARIES, environment, start_time

FRAME = 16  # ms
WAYS = ("drag", "zoom", "live")


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark chart", description=__doc__)
    parser.add_argument("--peers", type=int, default=20, metavar="N", help="in the file (20)")
    parser.add_argument("--days", type=int, default=30, metavar="N", help="in the file (30)")
    parser.add_argument("--steps", type=int, default=120, metavar="N", help="of dragging and of zooming, in each view (120)")
    parser.add_argument("--starts", type=int, default=10, metavar="N", help="starts of the program with each file (10)")
    parser.add_argument("--no-page", action="store_true", help="print the table, leave docs/performance.md as it is")
    return parser.parse_args()


def measure(options, file):
    folder = ROOT / "build/benchmark-chart"
    shutil.rmtree(folder, ignore_errors=True)  # the window would begin with the view that the last run ended with
    folder.mkdir()
    run = subprocess.run([str(BINARIES / "bench_chart"), "--file", str(file), "--peers", str(options.peers),
                          "--days", str(options.days), "--steps", str(options.steps)],
                         stdout=subprocess.PIPE, text=True, env=environment(folder), check=False, timeout=3600)
    if run.returncode != 0 or not run.stdout.strip():
        sys.exit("tools/benchmark: bench_chart failed")
    print(run.stdout.strip(), flush=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def starts(options, file):
    """Medians of the first painted window, without a history and with the large one."""
    copy = ROOT / "build/benchmark-chart-start.sqlite"  # the program thins what is too old
    if not copy.exists():
        shutil.copyfile(file, copy)
    times = {None: [], copy: []}
    for number in range(options.starts + 1):
        for history, measured in times.items():
            time_ = start_time("bench_start", None, "--filled", history=history)
            if number > 0:  # the first one reads the files from the disk
                measured.append(time_)
    return statistics.median(times[None]), statistics.median(times[copy])


def aim(name, measured, reached):
    return f"| {name} | {measured} | {'reached' if reached else 'missed'} |"


def table(said, empty, full):
    frames = [view[way] for view in said for way in WAYS if way in view]
    worst = max(each["p95_ms"] for each in frames)
    lines = [
        "| aim | measured | |",
        "|---|---|---|",
        aim(f"frames while panning and zooming: p95 under {FRAME} ms, in each view", f"at most {worst:.1f} ms",
            worst < FRAME),
        aim("first window on the full file: under 50 ms more than on none", f"{full - empty:+.0f} ms", full - empty < 50),
        "",
        "| view | coarse picture of all peers | fine one | moved by | frames | median | p95 | longest |",
        "|---|---:|---:|---|---:|---:|---:|---:|",
    ]
    for view in said:
        for way in WAYS:
            if way not in view:
                continue
            when = [f'{view[key]:.0f} ms' if key in view else "" for key in ("coarse_ms", "fine_ms")]
            each = view[way]
            lines.append(f'| {view["view"]} | {when[0]} | {when[1]} | {way} | {each["frames"]} | {each["median_ms"]:.1f} ms '
                         f'| {each["p95_ms"]:.1f} ms | {each["max_ms"]:.1f} ms |')
    return lines


def main():
    options = arguments()
    file = ROOT / f"build/history-{options.peers}-peers-{options.days}-days.sqlite"
    load_before = os.getloadavg()[0]
    with awake():
        said = measure(options, file)
    empty, full = starts(options, file)
    text = "\n".join([
        f"{machine(load_before)} {options.peers} peers, all of them in the chart, one ping a second each for {options.days} "
        "days. Window of 1440 × 900 under Xvfb, painted without a graphics card. A frame is all that the GUI thread does "
        f"between two steps, which come each {FRAME} ms: handling the event, taking what was read, making the series, "
        "painting. Nothing is read on it.",
        "",
        *table(said, empty, full),
    ])
    if options.no_page:
        print(text)
    else:
        write_section("chart", text)


if __name__ == "__main__":
    main()
