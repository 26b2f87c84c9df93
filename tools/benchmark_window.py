# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the window's benchmarks under a virtual display and writes their table into docs/performance.md."""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmark_common import BENCHMARKS, awake, keep_to, machine, processors, write_section

BINARIES = BENCHMARKS / "window"
STATE, LAST = "state", "last RTT"  # what the list is sorted by; every sample may move a row of the second
SOME, NONE = 8, 0  # selected; with none, all peers are looked at together
# Peers, groups they are in, what they are sorted by, how many are selected.
WINDOWS = [(100, 0, STATE, SOME), (1000, 0, STATE, SOME), (1000, 0, STATE, NONE), (1000, 20, STATE, SOME),
           (10000, 0, STATE, SOME), (10000, 0, STATE, NONE), (10000, 200, STATE, SOME), (1000, 0, LAST, SOME),
           (10000, 0, LAST, SOME)]


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark window", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="measured in each run (20)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each pair that is compared (3)")
    parser.add_argument("--starts", type=int, default=10, help="starts of each program (10)")
    parser.add_argument("--no-page", action="store_true", help="print the table, leave docs/performance.md as it is")
    return parser.parse_args()


def environment(folder):
    """Folders of its own for each program: it neither finds nor leaves anything."""
    return dict(os.environ, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                XDG_STATE_HOME=f"{folder}/state",
                XDG_RUNTIME_DIR=folder, QT_QPA_PLATFORM="xcb")


def run_window(*options, on=None):
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([str(BINARIES / "bench_window"), *map(str, options)], stdout=subprocess.PIPE, text=True,
                             env=environment(folder), check=False, timeout=300, preexec_fn=keep_to(on))
    if run.returncode != 0 or not run.stdout.strip():
        sys.exit(f"tools/benchmark: bench_window {' '.join(map(str, options))} failed")
    print(run.stdout.strip(), flush=True)
    return json.loads(run.stdout)


def start_time(program, workspace, *options, history=None):
    """Milliseconds from just before the program was started to its first painted window."""
    with tempfile.TemporaryDirectory() as folder:
        if history:  # a link: it is the same file for each start
            os.makedirs(f"{folder}/data/pongwatch")
            os.symlink(history, f"{folder}/data/pongwatch/history.sqlite")
        if workspace:
            os.makedirs(f"{folder}/config/pongwatch")
            with open(f"{folder}/config/pongwatch/default.pongwatch", "w", encoding="utf-8") as file:
                json.dump(workspace, file)
        begun = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
        run = subprocess.run([str(BINARIES / program), *options], stdout=subprocess.PIPE, text=True, env=environment(folder),
                             check=False, timeout=60)
    if run.returncode != 0 or not run.stdout.strip():
        sys.exit(f"tools/benchmark: {program} failed")
    return (int(run.stdout.split()[-1]) - begun) / 1e6


def starts(options):
    kept = {"pongwatch": 1, "profiles": [
        {"name": f"peer {i}", "url": f"ws://127.0.0.1:9/{i}"} for i in range(1000)]}
    kinds = {"an empty Qt window": ("bench_empty_start", None), "Pongwatch, nothing kept": ("bench_start", None),
             "Pongwatch, 1,000 kept peers": ("bench_start", kept),
             "Pongwatch, nothing kept, everything in the window": ("bench_start", None, "--filled"),
             "Pongwatch, 1,000 kept peers, everything in the window": ("bench_start", kept, "--filled")}
    times = {kind: [] for kind in kinds}
    for number in range(options.starts + 1):
        for kind, how in kinds.items():
            measured = start_time(*how)
            if number > 0:  # the first one reads the files from the disk
                times[kind].append(measured)
    return {kind: statistics.median(values) for kind, values in times.items()}


def quiet():
    """What 10 peers at 20 s cost, in percent of a processor and wake-ups a second, shown and minimized."""
    run = subprocess.run([sys.executable, "tests/benchmarks/window/quiet_window.py", "build/release/app/pongwatch", "--json"],
                         stdout=subprocess.PIPE, text=True, check=True, timeout=600)
    return json.loads(run.stdout)


def round_trips(options):
    """Rounds of RTT medians against one server: an idle GUI thread, one that waits half the time, one that computes
    half the time, and an idle one beside another thread that computes half the time."""
    rounds = []
    of_server, of_window = processors()
    with subprocess.Popen([str(BENCHMARKS / "engine/bench_server")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True, preexec_fn=keep_to(of_server)) as server:
        port = server.stdout.readline().strip()
        for _ in range(options.rounds):
            rounds.append({how: run_window("--peers", 200, "--seconds", options.seconds, "--port", port,
                                           "--busy", 0.5 if how else 0, "--how", how or "wait", on=of_window)
                           for how in ("", "wait", "work")})
        server.stdin.close()
    return rounds


def change(rounds, one, other):
    return statistics.median(r[one]["rtt_median_us"] / r[other]["rtt_median_us"] - 1 for r in rounds)


def section(load_before, windows, rounds, times, rest):
    empty = times["an empty Qt window"]
    ratio = times["Pongwatch, nothing kept"] / empty
    blocked, computing = change(rounds, "wait", ""), change(rounds, "work", "")
    cpu = windows[1000, 0, STATE, SOME]["gui_cpu_percent"]
    frame = windows[1000, 0, STATE, SOME]["frame_p95_us"] / 1000
    scroll = windows[10000, 0, STATE, SOME]["scroll_p95_us"] / 1000
    point = max(windows[1000, 0, STATE, SOME][f"point_{where}_p95_us"] for where in ("chart", "list")) / 1000
    shown, minimized = rest["shown"], rest["minimized"]

    def aim(text, measured, reached):
        return f"| {text} | {measured} | {'reached' if reached else 'missed'} |"

    return "\n".join([
        f"{machine(load_before)} Window of 1440 × 900 under Xvfb, painted without a graphics card, list and chart "
        "visible; the processors are kept from halting, except for the starts.",
        "",
        "| aim | measured | |",
        "|---|---|---|",
        aim("GUI thread with 1,000 peers at one ping a second: at most 15 % of a processor", f"{cpu:.1f} %", cpu <= 15),
        aim("frames with 1,000 peers: p95 under 16 ms", f"{frame:.1f} ms", frame < 16),
        aim("RTT median with the GUI thread blocked half the time: within 5 % of that with an idle one",
            f"{100 * blocked:+.1f} %", abs(blocked) <= 0.05),
        aim("the same with the GUI thread computing half the time", f"{100 * computing:+.1f} %", abs(computing) <= 0.05),
        aim("a step of scrolling through 10,000 peers: p95 under 16 ms", f"{scroll:.1f} ms", scroll < 16),
        aim("a movement of the pointer over chart or list, 1,000 peers: p95 under 16 ms", f"{point:.1f} ms", point < 16),
        aim("a quiet window, 10 peers at 20 s: at most 0.3 % of a processor, and 5 wake-ups a second",
            f"{shown['percent']:.2f} %, {shown['wake_ups']:.1f}", shown["percent"] <= 0.3 and shown["wake_ups"] <= 5),
        aim("the same minimized: less", f"{minimized['percent']:.2f} %, {minimized['wake_ups']:.1f}",
            minimized["percent"] <= shown["percent"] and minimized["wake_ups"] <= shown["wake_ups"]),
        aim("first window: within 1.5 × an empty Qt window", f"{ratio:.2f} ×", ratio <= 1.5),
        "",
        "| peers | groups | sorted by | selected | CPU of the GUI thread | frames a second | frame median | frame p95 | longest frame "
        "| a step of scrolling, p95 | the pointer over the chart, p95 | over the list, p95 | to sort by the last RTT | to filter |",
        "|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(f"| {peers:,} | {groups or 'none'} | {by} | {selected or 'none'} | {w['gui_cpu_percent']:.1f} % | {w['frames'] / w['seconds']:.1f} "
          f"| {w['frame_median_us'] / 1000:.1f} ms | {w['frame_p95_us'] / 1000:.1f} ms "
          f"| {w['frame_max_us'] / 1000:.1f} ms | {w['scroll_p95_us'] / 1000:.1f} ms "
          f"| {w['point_chart_p95_us'] / 1000:.1f} ms | {w['point_list_p95_us'] / 1000:.1f} ms | {w['sort_us'] / 1000:.1f} ms "
          f"| {w['filter_us'] / 1000:.1f} ms |" for (peers, groups, by, selected), w in windows.items()),
        "",
        "| RTT median, 200 peers | GUI thread idle | it waits half the time | it computes half the time |",
        "|---|---:|---:|---:|",
        *(f"| round {number} | " + " | ".join(f"{r[how]['rtt_median_us']:.0f} µs" for how in r) + " |"
          for number, r in enumerate(rounds, 1)),
        "",
        "| first painted window | median | |",
        "|---|---:|---:|",
        *(f"| {kind} | {time_:.0f} ms | {time_ / empty:.2f} × |" for kind, time_ in times.items()),
    ])


def main():
    options = arguments()
    load_before = os.getloadavg()[0]
    with awake():
        windows = {(n, groups, by, selected):
                   dict(run_window("--peers", n, "--groups", groups, "--seconds", options.seconds,
                                   "--sorted", int(by == LAST), "--selected", selected), seconds=options.seconds)
                   for n, groups, by, selected in WINDOWS}
        rounds = round_trips(options)
    times = starts(options)  # as it is: a start is not a thing of many wake-ups
    text = section(load_before, windows, rounds, times, quiet())
    if options.no_page:
        print(text)
    else:
        write_section("window", text)


if __name__ == "__main__":
    main()
