# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the history file, written and read, and writes the table into docs/performance.md. The file that is read
(20 peers, 30 days, one ping a second: 52 million pings) is made on the first run and kept in build/."""
import argparse
import json
import os
import subprocess

from benchmark_common import BENCHMARKS, ROOT, awake, machine, write_section


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark history", description=__doc__)
    parser.add_argument("--peers", type=int, default=20, metavar="N", help="in the file that is read (20)")
    parser.add_argument("--days", type=int, default=30, metavar="N", help="in the file that is read (30)")
    parser.add_argument("--samples", type=int, default=4_000_000, metavar="N", help="that are written (4000000)")
    parser.add_argument("--no-page", action="store_true", help="print the table, leave docs/performance.md as it is")
    return parser.parse_args()


def run(*arguments_of_it):
    """What the benchmark says, one object a measurement."""
    answer = subprocess.run([BENCHMARKS / "history/bench_history", *map(str, arguments_of_it)], check=True,
                            stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def one(said, benchmark, **wanted):
    return next(each for each in said
                if each["benchmark"] == benchmark and all(each.get(key) == value for key, value in wanted.items()))


def aim(name, measured, reached):
    return f"| {name} | {measured} | {'reached' if reached else 'missed'} |"


def table(options, said):
    write = one(said, "history-write")
    whole = one(said, "history-range", range_hours=24.0 * options.days, detail="fine")
    opening = (one(said, "history-open-to-write", **{"with": "the full file"})["p50_ms"]
               - one(said, "history-open-to-write", **{"with": "an empty file"})["p50_ms"])
    lines = [
        "| aim | measured | |",
        "|---|---|---|",
        aim("written, sustained: 200,000 samples a second", f'{write["samples_per_s"]:,.0f} a second',
            write["samples_per_s"] >= 200_000),
        aim("in the file: at most 12 bytes a sample", f'{write["bytes_per_sample"]:.1f} bytes',
            write["bytes_per_sample"] <= 12),
        aim(f"{options.days} days of a peer as 1,000 buckets: within 20 ms (median)", f'{whole["p50_ms"]:.1f} ms',
            whole["p50_ms"] <= 20),
        aim("opening the full file: at most 50 ms more than an empty one", f"{opening:+.1f} ms", opening < 50),
        "",
        "| range | detail | median | p95 | longest |",
        "|---:|---|---:|---:|---:|",
    ]
    for each in said:
        if each["benchmark"] == "history-range":
            lines.append(f'| {each["range_hours"]:g} h | {each["detail"]} | {each["p50_ms"]:.1f} ms '
                         f'| {each["p95_ms"]:.1f} ms | {each["max_ms"]:.1f} ms |')
    lines += ["", f'The figures of {options.days} days of one peer, from all their pings: '
                  f'{one(said, "history-summary")["ms"]:.0f} ms, on the reader\'s thread.']
    return lines


def main():
    options = arguments()
    file = ROOT / f"build/history-{options.peers}-peers-{options.days}-days.sqlite"
    load_before = os.getloadavg()[0]
    with awake():
        said = run("write", "--samples", options.samples)
        said += run("read", "--peers", options.peers, "--days", options.days, "--file", file)
    text = "\n".join([
        f"{machine(load_before)} {options.peers} peers, one ping a second each for {options.days} days in the file that is "
        "read; 1,000 peers in the file that is written.",
        "",
        *table(options, said),
    ])
    if options.no_page:
        print(text)
    else:
        write_section("history", text)


if __name__ == "__main__":
    main()
