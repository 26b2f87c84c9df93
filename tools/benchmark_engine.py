# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the engine's benchmarks and writes their table into docs/performance.md.

All pingers of a round run one after the other against one server, and ratios are taken within the round: on a machine
that does other things too, only these can be compared. With several rounds the median of each figure is shown.
"""
import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmark_common import BENCHMARKS, ROOT, awake, keep_to, machine, processors, write_section

BINARIES = BENCHMARKS / "engine"
SOURCES = ROOT / "tests/benchmarks/engine"

BARE, OURS, NODE, PYTHON = "bare epoll", "Pongwatch", "Node's ws", "python-websockets"
ON_QT = "Pongwatch on Qt's dispatcher"
BLOCKING = "Pongwatch's BlockingClient"
PINGERS = {
    BARE: [str(BINARIES / "bench_bare_epoll")],
    OURS: [str(BINARIES / "bench_pongwatch")],
    ON_QT: [str(BINARIES / "bench_pongwatch"), "--qt-dispatcher", "1"],
    BLOCKING: [str(BINARIES / "bench_blocking")],
    NODE: ["node", "--expose-gc", str(SOURCES / "ws_pinger.js")],
    PYTHON: ["/usr/bin/python3", str(SOURCES / "websockets_pinger.py")],
}


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark engine", description=__doc__.split("\n")[0])
    parser.add_argument("--connections", type=int, nargs="+", default=[100, 1000, 5000, 10000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3, help="how often all pingers run at each size (3)")
    parser.add_argument("--seconds", type=float, default=20, help="measured in each run (20)")
    parser.add_argument("--interval", type=float, default=10, help="between two pings of a connection (10)")
    parser.add_argument("--tls-connections", type=int, default=1000, metavar="N",
                        help="connections of the runs over TLS, none at 0 (1000)")
    parser.add_argument("--qt-limit", type=int, default=1000, metavar="N",
                        help="leave Qt's dispatcher out above so many connections (1000): it takes a whole processor")
    parser.add_argument("--only", nargs="+", choices=list(PINGERS), help="these pingers alone")
    parser.add_argument("--no-page", action="store_true", help="print JSON lines only, leave docs/performance.md as it is")
    parser.set_defaults(only=[name for name in PINGERS if name != BLOCKING])  # that one has a table of its own
    return parser.parse_args()


@contextlib.contextmanager
def server_command(tls):
    """What starts the server: the bare one, or Node's with a fresh certificate."""
    if not tls:
        yield [str(BINARIES / "bench_server")]
        return
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = f"{folder}/key.pem", f"{folder}/certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", "/CN=localhost", "-days", "2", "-keyout", key, "-out", certificate],
                       check=True, stderr=subprocess.DEVNULL)
        yield ["node", str(SOURCES / "tls_server.js"), key, certificate]


def pingers_of_round(options, connections, tls):
    for name in options.only:
        if tls and name in (BARE, ON_QT):
            continue  # the bare one speaks no TLS
        if name == ON_QT and connections > options.qt_limit:
            continue
        yield name


def run_round(options, connections, tls=False):
    """One server, every pinger once. Gives {pinger: measurement}."""
    results = {}
    of_server, of_pingers = processors()
    environment = dict(os.environ, NODE_PATH="/usr/share/nodejs")
    with server_command(tls) as command_of_server, subprocess.Popen(
            command_of_server, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
            preexec_fn=keep_to(of_server)) as server:
        port = server.stdout.readline().strip()
        for name in pingers_of_round(options, connections, tls):
            command = PINGERS[name] + ["--port", port, "--connections", str(connections), "--tls", str(int(tls)),
                                       "--interval", str(options.interval), "--warm-up", str(options.interval + 1),
                                       "--seconds", str(options.seconds)]
            run = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=False,
                                 timeout=600, preexec_fn=keep_to(of_pingers))
            if run.returncode != 0 or not run.stdout.strip():
                sys.exit(f"tools/benchmark: {name} with {connections} connections failed")
            print(run.stdout.strip(), flush=True)
            results[name] = json.loads(run.stdout)
            time.sleep(1)
        server.stdin.close()
    return results


def median(rounds, value):
    values = [value(r) for r in rounds]
    return statistics.median(v for v in values if v is not None)


def table(results, tls_results):
    lines = [
        "| connections | pinger | CPU a ping | × bare | RTT median | above bare | RTT p99 | memory a connection | all open |",
        "|---:|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for connections, rounds in [*results.items(), *((f"{n:,}, TLS", r) for n, r in tls_results.items())]:
        shown = connections if isinstance(connections, str) else f"{connections:,}"
        for name in rounds[0]:
            def of(key, r=rounds, n=name):
                return median(r, lambda x: x[n][key])
            ratio = above = ""
            if BARE in rounds[0]:
                ratio = f'{median(rounds, lambda x: x[name]["cpu_us_per_ping"] / x[BARE]["cpu_us_per_ping"]):.2f}'
                above = f'{median(rounds, lambda x: x[name]["rtt_median_us"] - x[BARE]["rtt_median_us"]):+.0f} µs'
            lines.append(
                f'| {shown} | {name} | {of("cpu_us_per_ping"):.1f} µs | {ratio} | {of("rtt_median_us"):.0f} µs '
                f'| {above} | {of("rtt_p99_us"):.0f} µs | {of("bytes_per_connection") / 1024:.1f} KiB '
                f'| {of("open_s"):.2f} s |')
    return lines


def aims(results):
    """The aims that these results can tell about, each with what was measured."""
    lines = ["| aim | measured | |", "|---|---|---|"]

    def add(aim, measured, reached):
        lines.append(f"| {aim} | {measured} | {'reached' if reached else 'missed'} |")

    key = 5000 if 5000 in results else max(results)
    rounds = results[key]
    if OURS in rounds[0] and BARE in rounds[0]:
        ratio = median(rounds, lambda x: x[OURS]["cpu_us_per_ping"] / x[BARE]["cpu_us_per_ping"])
        add(f"CPU a ping at {key:,}: at most 1.35 × bare epoll", f"{ratio:.2f} ×", ratio <= 1.35)
        above = median(rounds, lambda x: x[OURS]["rtt_median_us"] - x[BARE]["rtt_median_us"])
        add(f"RTT median at {key:,}: at most 30 µs above bare epoll", f"{above:+.0f} µs", above <= 30)
    if OURS in rounds[0] and NODE in rounds[0]:
        ratio = median(rounds, lambda x: x[OURS]["cpu_us_per_ping"] / x[NODE]["cpu_us_per_ping"])
        add(f"CPU a ping at {key:,}: below Node's ws", f"{ratio:.2f} ×", ratio < 1)
    if OURS in rounds[0]:
        memory = median(rounds, lambda x: x[OURS]["bytes_per_connection"]) / 1024
        add(f"memory at {key:,}: at most 12 KiB a connection", f"{memory:.1f} KiB", memory <= 12)
        low, high = min(results), max(results)
        growth = (median(results[high], lambda x: x[OURS]["cpu_us_per_ping"])
                  / median(results[low], lambda x: x[OURS]["cpu_us_per_ping"]))
        add(f"CPU a ping at {high:,}: at most 1.2 × that at {low:,}", f"{growth:.2f} ×", growth <= 1.2)
    return lines


def section(options, results, tls_results, load_before):
    rounds = "one round" if options.rounds == 1 else f"medians of {options.rounds} rounds"
    return "\n".join([
        f"{machine(load_before)} "
        "The server keeps to one processor, the pingers to the others; the processors are kept from halting. "
        f"One ping each {options.interval:g} s a connection, {options.seconds:g} s measured a run, {rounds}. "
        "Ratios and differences are taken within a round.",
        "",
        *aims(results),
        "",
        *table(results, tls_results),
    ])


def main():
    options = arguments()
    load_before = os.getloadavg()[0]
    with awake():
        results = {n: [run_round(options, n) for _ in range(options.rounds)] for n in sorted(options.connections)}
        tls_results = {n: [run_round(options, n, tls=True) for _ in range(options.rounds)]
                       for n in [options.tls_connections] if n > 0}
    text = section(options, results, tls_results, load_before)
    if options.no_page:
        print(text)
    else:
        write_section("engine", text)


if __name__ == "__main__":
    main()
