# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the engine's benchmarks and writes their table into docs/performance.md.

All pingers of a round run one after the other against one server, and ratios are taken within the round: on a machine
that does other things too, only these can be compared. With several rounds the median of each figure is shown.
"""
import argparse
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from benchmark_common import BENCHMARKS, ROOT, awake, keep_to, machine, processors, write_section

BINARIES = BENCHMARKS / "engine"
SOURCES = ROOT / "tests/benchmarks/engine"

BARE, NODE, PYTHON = "bare epoll", "Node's ws", "python-websockets"
QT, WIRE = "Pongwatch, QWebSocket", "Pongwatch, wire"
ON_QT = "Pongwatch on Qt's dispatcher"
BLOCKING = "Pongwatch's BlockingClient"
PINGERS = {
    BARE: [str(BINARIES / "bench_bare_epoll")],
    QT: [str(BINARIES / "bench_pongwatch"), "--client", "qt"],
    WIRE: [str(BINARIES / "bench_pongwatch"), "--client", "wire"],
    ON_QT: [str(BINARIES / "bench_pongwatch"), "--client", "wire", "--qt-dispatcher", "1"],
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


TOO_FEW_DESCRIPTORS = "it takes two descriptors a connection, and the system allows a process fewer"


def enough_descriptors_for_qt(connections):
    """The client over QWebSocket keeps a second descriptor of each socket, to ask the kernel how its connection ended."""
    spare = 200
    return 2 * connections + spare <= resource.getrlimit(resource.RLIMIT_NOFILE)[1]


def pingers_of_round(options, connections, tls):
    for name in options.only:
        if tls and name in (BARE, ON_QT):
            continue  # the bare one speaks no TLS
        if name == ON_QT and connections > options.qt_limit:
            continue
        if name == QT and not enough_descriptors_for_qt(connections):
            print(f"{QT} is left out at {connections:,}: {TOO_FEW_DESCRIPTORS}", file=sys.stderr)
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

    def ratio_of(key, name, other):
        return median(results[key], lambda x: x[name]["cpu_us_per_ping"] / x[other]["cpu_us_per_ping"])

    key = 5000 if 5000 in results else max(results)
    rounds = results[key]
    for name, most_cpu, most_memory in ((QT, 1.5, 22), (WIRE, 1.1, 4)):
        if name not in rounds[0]:
            continue
        if BARE in rounds[0]:
            ratio = ratio_of(key, name, BARE)
            add(f"{name}: CPU a ping at {key:,}: at most {most_cpu} × bare epoll", f"{ratio:.2f} ×", ratio <= most_cpu)
            above = median(rounds, lambda x, n=name: x[n]["rtt_median_us"] - x[BARE]["rtt_median_us"])
            add(f"{name}: RTT median at {key:,}: at most 40 µs above bare epoll", f"{above:+.0f} µs", above <= 40)
        if NODE in rounds[0]:
            ratio = ratio_of(key, name, NODE)
            add(f"{name}: CPU a ping at {key:,}: below Node's ws", f"{ratio:.2f} ×", ratio < 1)
        memory = median(rounds, lambda x, n=name: x[n]["bytes_per_connection"]) / 1024
        add(f"{name}: memory at {key:,}: at most {most_memory} KiB a connection", f"{memory:.1f} KiB", memory <= most_memory)
    low, high = min(results), max(results)
    if WIRE in rounds[0]:
        if low <= 100 and BARE in results[low][0]:
            ratio = ratio_of(low, WIRE, BARE)
            add(f"{WIRE}: CPU a ping at {low:,}: below 1.3 × bare epoll", f"{ratio:.2f} ×", ratio < 1.3)
        growth = (median(results[high], lambda x: x[WIRE]["cpu_us_per_ping"])
                  / median(results[low], lambda x: x[WIRE]["cpu_us_per_ping"]))
        add(f"{WIRE}: CPU a ping at {high:,}: at most 1.2 × that at {low:,}", f"{growth:.2f} ×", growth <= 1.2)
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
        *[line for n in results if QT in options.only and not enough_descriptors_for_qt(n)
          for line in ("", f"{QT} is left out at {n:,} connections: {TOO_FEW_DESCRIPTORS}.")],
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
