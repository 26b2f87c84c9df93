# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the two clients and python-websockets' under one load and writes their table into docs/performance.md."""
import argparse
import os
import statistics

from benchmark_common import awake, machine, write_section
from benchmark_engine import BLOCKING, QT, PYTHON, run_round


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark clients", description=__doc__)
    parser.add_argument("--connections", type=int, default=1000, metavar="N", help="held by each client (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each runs (3)")
    parser.add_argument("--seconds", type=float, default=20, help="measured in each run (20)")
    parser.add_argument("--interval", type=float, default=10, help="between two pings of a connection (10)")
    parser.add_argument("--no-page", action="store_true", help="print JSON lines only, leave docs/performance.md as it is")
    options = parser.parse_args()
    options.only = [QT, BLOCKING, PYTHON]
    options.qt_limit = 0
    return options


def table(rounds):
    lines = ["| client | threads | memory a connection | CPU a ping | RTT median | RTT p99 |", "|---|---:|---:|---:|---:|---:|"]
    for name in rounds[0]:
        def of(key, n=name):
            return statistics.median(r[n][key] for r in rounds)
        lines.append(f'| {name} | {of("threads"):.0f} | {of("bytes_per_connection") / 1024:.1f} KiB '
                     f'| {of("cpu_us_per_ping"):.1f} µs | {of("rtt_median_us"):.0f} µs | {of("rtt_p99_us"):.0f} µs |')
    return lines


def main():
    options = arguments()
    load_before = os.getloadavg()[0]
    with awake():
        rounds = [run_round(options, options.connections) for _ in range(options.rounds)]
    how = "one round" if options.rounds == 1 else f"medians of {options.rounds} rounds"
    text = "\n".join([
        f"{machine(load_before)} {options.connections:,} connections, one ping each {options.interval:g} s, "
        f"{options.seconds:g} s measured a run, {how}.",
        "",
        *table(rounds),
    ])
    if options.no_page:
        print(text)
    else:
        write_section("clients", text)


if __name__ == "__main__":
    main()
