# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what metrics cost an agent, and how fast a fleet is read from a Prometheus, and writes the tables into docs/performance.md.

An agent with 10,000 peers runs with metrics, scraped each 15 s, and without, one after the other, in alternating order. CPU time is what
counts there: times on the clock depend on what else the machine does. Then `pongwatch-agent demo-fleet` simulates ten agents with 1,000 peers
each and a day of past for 20 of them, and what a window asks is asked of its Prometheus. A window is opened over it, and over a stand-in
for a Prometheus with ten times as many peers, and its list is scrolled.
"""
import argparse
import contextlib
import http.client
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

from benchmark_common import BENCHMARKS, awake, keep_to, machine, processors, write_section

ENGINE, FLEET = BENCHMARKS / "engine", BENCHMARKS / "fleet"
PROGRAM = BENCHMARKS.parent.parent / "app/pongwatch-agent"
WITH, WITHOUT = "with metrics, scraped", "without"


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark fleet", description=__doc__.split("\n")[0])
    parser.add_argument("--peers", type=int, default=10_000, metavar="N", help="of the agent that is scraped (10000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each runs (3)")
    parser.add_argument("--seconds", type=float, default=60, help="measured in each run (60)")
    parser.add_argument("--interval", type=float, default=20, help="between two pings of a connection (20)")
    parser.add_argument("--scrape-interval", type=float, default=15, help="between two scrapes (15)")
    parser.add_argument("--readings", type=int, default=5, help="how often the fleet is read (5)")
    parser.add_argument("--agents", type=int, default=10, metavar="N", help="of the fleet that is read (10)")
    parser.add_argument("--agent-peers", type=int, default=1_000, metavar="N", help="peers of each of those (1000)")
    parser.add_argument("--large", type=int, default=10_000, metavar="N", help="peers of the fleet whose list is scrolled (10000)")
    parser.add_argument("--program", default=str(PROGRAM), metavar="FILE", help="that simulates the fleet (the one that was built)")
    parser.add_argument("--only", choices=["agent", "queries", "window"], help="measure that alone, and write no page")
    parser.add_argument("--no-page", action="store_true", help="print the tables, leave docs/performance.md as it is")
    return parser.parse_args()


def scrape(url):
    """Seconds until all has come, its bytes, and how many series there are."""
    place = urllib.parse.urlsplit(url)
    begun = time.monotonic()
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
    connection.request("GET", place.path, headers={"Accept": "text/plain;version=0.0.4"})
    text = connection.getresponse().read()
    took = time.monotonic() - begun
    connection.close()
    return took, text


def memory_peak(process):
    """The most that the process had in RAM, in bytes."""
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


def run_agent(options, port, metrics):
    command = [str(FLEET / "bench_agent"), "--port", port, "--connections", str(options.peers), "--interval",
               str(options.interval), "--warm-up", str(options.interval + 1), "--seconds", str(options.seconds), "--metrics",
               str(int(metrics))]
    scrapes, text = [], b""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=keep_to(processors()[1])) as agent:
        url = agent.stdout.readline().strip()
        if agent.stdout.readline().strip() != "measuring":
            sys.exit("tools/benchmark: the agent did not get to its measurement")
        begun = time.monotonic()
        # In the middle of each interval, so that there are as many in each run.
        due = begun + options.scrape_interval / 2
        while metrics and due < begun + options.seconds:
            time.sleep(max(0, due - time.monotonic()))
            took, text = scrape(url)
            scrapes.append(took)
            due += options.scrape_interval
        # It measures until its end, and is asked just before it.
        time.sleep(max(0, begun + options.seconds - 1 - time.monotonic()))
        peak = memory_peak(agent.pid)
        figures = json.loads(agent.stdout.read())
    lines = [line for line in text.splitlines() if not line.startswith(b"#")]
    of_peers = [line for line in lines if b'peer="' in line]
    figures.update(scrapes_s=scrapes, bytes=len(text), series_a_peer=len(of_peers) / options.peers, peak_bytes=peak)
    print(json.dumps(figures), flush=True)
    return figures


def measure_agent(options):
    rounds = []
    with subprocess.Popen([str(ENGINE / "bench_server")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                          preexec_fn=keep_to(processors()[0])) as server:
        port = server.stdout.readline().strip()
        for number in range(options.rounds):
            order = [WITH, WITHOUT] if number % 2 == 0 else [WITHOUT, WITH]
            rounds.append({name: run_agent(options, port, name == WITH) for name in order})
        server.stdin.close()
    return rounds


def agent_table(options, rounds):
    def median(value):
        return statistics.median(value(each) for each in rounds)

    scrapes = [took for each in rounds for took in each[WITH]["scrapes_s"]]
    cpu = median(lambda r: r[WITH]["cpu_us_per_ping"] / r[WITHOUT]["cpu_us_per_ping"])
    memory = median(lambda r: r[WITH]["peak_bytes"] / r[WITHOUT]["peak_bytes"])
    lines = [
        "| aim | measured | |",
        "|---|---|---|",
        f"| a scrape of {options.peers:,} peers: under 1 s | median {statistics.median(scrapes):.2f} s, longest {max(scrapes):.2f} s "
        f"| {'reached' if max(scrapes) < 1 else 'missed'} |",
        f"| CPU a ping, scraped each {options.scrape_interval:g} s: at most 1.15 × that without metrics | {cpu:.2f} × "
        f"| {'reached' if cpu <= 1.15 else 'missed'} |",
        f"| memory: at most 1.15 × that without metrics | {memory:.2f} × | {'reached' if memory <= 1.15 else 'missed'} |",
        "",
        "| agent | CPU a ping | memory at most |",
        "|---|---:|---:|",
    ]
    for name in (WITH, WITHOUT):
        lines.append(f"| {name} | {median(lambda r, n=name: r[n]['cpu_us_per_ping']):.1f} µs "
                     f"| {median(lambda r, n=name: r[n]['peak_bytes']) / 2**20:.1f} MiB |")
    last = rounds[-1][WITH]
    lines += ["", f"A peer had {last['series_a_peer']:.1f} series, and {last['bytes'] / options.peers:,.0f} bytes of text a scrape."]
    return lines


@contextlib.contextmanager
def demo_fleet(options):
    """Gives the process of the demonstration, and the address of its Prometheus."""
    command = [options.program, "demo-fleet", "--agents", str(options.agents), "--peers", str(options.agent_peers), "--past", "24",
               "--after", "0"]
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as demo:
        try:
            url = None
            for line in demo.stdout:
                if line.strip().startswith(("pongwatch-agent fleet", "pongwatch fleet")):
                    url = line.split()[-1]
                if line.startswith("Ctrl+C"):
                    break
            if not url:
                sys.exit("tools/benchmark: pongwatch-agent demo-fleet did not start")
            time.sleep(45)  # three scrapes
            yield demo.pid, url
        finally:
            demo.send_signal(signal.SIGINT)


def cpu_of_prometheus(demo):
    """Seconds of CPU time that the Prometheus of the demonstration has taken."""
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(demo)], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    total = 0.0
    for child in children:
        with open(f"/proc/{child}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


QUESTIONS = {
    "open": "opening it",
    "up": "a day of 20 peers from all vantages: up or down",
    "rtt": "a day of 20 peers from all vantages: mean round trip",
    "loss": "a day of 20 peers from all vantages: loss",
    "p95": "a day of 20 peers from one vantage: p95",
}


def measure_queries(options):
    """{question: [answers]}, each with the CPU time of Prometheus as well; and what measure_window() gives."""
    answers = {question: [] for question in QUESTIONS}
    with demo_fleet(options) as (demo, url):
        for _ in range(options.readings if options.only != "window" else 0):
            for question, said in answers.items():
                before = cpu_of_prometheus(demo)
                line = subprocess.run([str(FLEET / "bench_fleet_queries"), url, question], check=True, stdout=subprocess.PIPE,
                                      text=True).stdout
                said.append(json.loads(line) | {"prometheus_cpu_ms": (cpu_of_prometheus(demo) - before) * 1000})
                print(json.dumps(said[-1]), flush=True)
        return answers, measure_window(options, url) if options.only != "queries" else {}


def open_window(url):
    """What bench_fleet_window says, of a start with folders of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                           XDG_STATE_HOME=f"{folder}/state", XDG_RUNTIME_DIR=folder)
        begun = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
        run = subprocess.run([str(FLEET / "bench_fleet_window"), url, str(begun)], stdout=subprocess.PIPE, text=True, check=False,
                             env=environment, timeout=300)
    if run.returncode != 0:
        sys.exit("tools/benchmark: bench_fleet_window failed")
    print(run.stdout.strip(), flush=True)
    return json.loads(run.stdout)


def measure_window(options, url):
    """The readings of the window over that Prometheus, and over a stand-in with many peers."""
    command = [sys.executable, "tests/benchmarks/fleet/large_fleet.py", str(options.agents), str(options.large)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as stand_in:
        large = stand_in.stdout.readline().strip()
        readings = {"simulated": [open_window(url) for _ in range(options.readings)],
                    "stand-in": [open_window(large) for _ in range(options.readings)]}
        stand_in.stdin.close()
    return readings


def window_table(readings):
    def median(of, key):
        return statistics.median(each[key] for each in of)

    lines = ["A window of 1440 × 900 under Xvfb over that fleet, and over a stand-in for a Prometheus with more peers, which answers at once; "
             "from the start of the process until the list has a row for each peer. Medians, and the shortest in brackets.", "",
             "| fleet | aim | on the clock | CPU of Pongwatch | of that its GUI thread | a step of scrolling, median | p95 (aim: 16 ms) | longest | |",
             "|---|---:|---:|---:|---:|---:|---:|---:|---|"]
    for kind, of in readings.items():
        most = 2.0
        reached = median(of, "ms") <= most * 1000 and median(of, "scroll_p95_ms") <= 16
        lines.append(f"| {kind}: {of[0]['vantages']} vantages, {of[0]['peers']:,} peers | {most:g} s "
                     f"| {median(of, 'ms') / 1000:.2f} s ({min(each['ms'] for each in of) / 1000:.2f} s) | {median(of, 'cpu_ms') / 1000:.2f} s "
                     f"| {median(of, 'gui_cpu_ms') / 1000:.2f} s | {median(of, 'scroll_median_ms'):.1f} ms | {median(of, 'scroll_p95_ms'):.1f} ms "
                     f"| {median(of, 'scroll_max_ms'):.1f} ms | {'reached' if reached else 'missed'} |")
    return lines


def queries_table(answers):
    opening = answers["open"][0]
    lines = [f"The fleet: {opening['vantages']} vantages, {opening['peers']:,} peers. The medians, and the shortest in brackets.", "",
             "| what | aim | on the clock | CPU of Prometheus | CPU of Pongwatch | |", "|---|---:|---:|---:|---:|---|"]
    for question, words in QUESTIONS.items():
        said, most = answers[question], 2.0 if question == "open" else 1.0

        def seconds(key, of=said):
            times = [each[key] / 1000 for each in of]
            return f"{statistics.median(times):.2f} s ({min(times):.2f} s)"

        took = statistics.median(each["ms"] for each in said) / 1000
        size = f" ({said[0]['series']:,} series, {said[0]['points']:,} points)" if "series" in said[0] else ""
        lines.append(f"| {words}{size} | {most:g} s | {seconds('ms')} | {seconds('prometheus_cpu_ms')} | {seconds('cpu_ms')} "
                     f"| {'reached' if took <= most else 'missed'} |")
    return lines


def main():
    options = arguments()
    load_before = os.getloadavg()[0]
    lines = []
    with awake():
        if options.only in (None, "agent"):
            how_often = f"medians of {options.rounds} rounds, ratios taken within a round" if options.rounds > 1 \
                else "one round, the ratios taken within it"
            lines += [f"An agent (wire), a ping every {options.interval:g} s on each connection, {options.seconds:g} s measured a run, "
                      f"{how_often}:", "",
                      *agent_table(options, measure_agent(options)), ""]
        if options.only != "agent":
            answers, windows = measure_queries(options)
            if options.only != "window":
                lines += [f"A Prometheus over a simulated fleet on the same machine, asked {options.readings} times:", "",
                          *queries_table(answers), ""]
            if windows:
                lines += window_table(windows)
    text = "\n".join([machine(load_before), "", *lines]).strip()
    print(text)
    if not options.no_page and not options.only:
        write_section("fleet", text)


if __name__ == "__main__":
    main()
